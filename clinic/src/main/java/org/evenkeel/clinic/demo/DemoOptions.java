package org.evenkeel.clinic.demo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the command line of the demo asks for.
public sealed interface DemoOptions {
    /// The port when none is named.
    int DEFAULT_PORT = 8080;

    /// Largest port there is.
    int LAST_PORT = 65_535;

    String HELP = """
            Starts a clinic of made-up patients on this machine.

            Usage: evenkeel demo [--port N] [--data DIR]

              --port N     where to listen (default 8080)
              --data DIR   keep the clinic in this folder; without it, it is thrown away at the end

            Prints a sign-in link for each role; each link works once. Ctrl-C stops everything.

            Example: evenkeel demo --port 9000 --data ./my-clinic""";

    /// Start a clinic.
    ///
    /// @param port where to listen
    /// @param data where to keep it; empty to throw it away
    record Start(int port, Optional<Path> data) implements DemoOptions {}

    /// Print a text and end.
    record Help(String text) implements DemoOptions {}

    /// The command line is wrong; a sentence says how.
    record Wrong(String sentence) implements DemoOptions {}

    /// Reads `demo` and what follows it.
    static DemoOptions parse(String... args) {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        if (!"demo".equals(rest.pollFirst())) {
            return new Wrong("Say what to do: evenkeel demo (see evenkeel demo --help).");
        }
        int port = DEFAULT_PORT;
        Optional<Path> data = Optional.empty();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (option.equals("--help") || option.equals("-h")) {
                return new Help(HELP);
            }
            if (option.equals("--version")) {
                return new Help("evenkeel " + version());
            }
            if (!option.equals("--port") && !option.equals("--data")) {
                return new Wrong("Unknown option " + option + "; --port and --data are known.");
            }
            if (rest.isEmpty()) {
                return new Wrong("Option " + option + " needs a value.");
            }
            String value = rest.pop();
            try {
                if (option.equals("--port")) {
                    port = port(value);
                } else {
                    data = Optional.of(Path.of(value));
                }
            } catch (NumberFormatException | InvalidPathException e) {
                return new Wrong("Option " + option + " got " + value + "; allowed is "
                        + (option.equals("--port") ? "1 to " + LAST_PORT : "a folder") + ".");
            }
        }
        return new Start(port, data);
    }

    private static int port(String value) {
        int port = Integer.parseInt(value);
        if (port < 1 || port > LAST_PORT) {
            throw new NumberFormatException(value);
        }
        return port;
    }

    private static String version() {
        return Optional.ofNullable(DemoOptions.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }
}
