package org.evenkeel.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The program's door: finds the command, runs it and turns every ending into an exit code.
///
/// Exit codes: 0 done, 1 refused or failed, 2 wrong usage or input. Results go to standard output
/// or `--out`, messages to standard error. Only the command that was asked for is loaded, because
/// scripts start this program thousands of times.
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;

    private Main() {}

    static void main(String[] arguments) {
        System.exit(run(Console.system(), arguments));
    }

    /// Runs one call of the program, as `main` and the tests do, and answers the exit code.
    static int run(Console console, String... arguments) {
        int exitCode = ending(console, arguments);
        if (!console.flushed()) {
            console.say("standard output could not be written");
            return FAILED;
        }
        return exitCode;
    }

    private static int ending(Console console, String[] arguments) {
        try {
            answer(console, arguments);
            return DONE;
        } catch (Refusal refusal) {
            console.say(refusal.words());
            return refusal.exitCode();
        } catch (IOException failure) {
            console.say(Output.reason(failure));
            console.explain(failure);
            return FAILED;
        } catch (RuntimeException | Error failure) {
            // A user is told in one sentence, never by a stack trace.
            console.say("evenkeel failed unexpectedly (" + failure.getClass().getSimpleName()
                    + "); EVENKEEL_DEBUG=1 shows where");
            console.explain(failure);
            return FAILED;
        }
    }

    private static void answer(Console console, String[] arguments) throws Refusal, IOException {
        String word = arguments.length == 0 ? "" : arguments[0];
        switch (word) {
            case "" -> throw Refusal.usage("a command is missing\n" + usage());
            case "--help", "-h", "help" -> console.out().print(usage());
            case "--version", "-V" -> console.out().println(version());
            default ->
                runCommand(console, word, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }

    private static void runCommand(Console console, String word, String[] rest)
            throws Refusal, IOException {
        Optional<CommandName> name = CommandName.of(word);
        if (name.isEmpty()) {
            throw Refusal.usage("'" + word + "' is not a command of evenkeel\n" + usage());
        }
        Command command = name.get().create();
        Options options = command.options();
        if (Arrays.asList(rest).contains("--help") || Arrays.asList(rest).contains("-h")) {
            console.out().print(options.help());
        } else if (Arrays.asList(rest).contains("--version")) {
            console.out().println(version());
        } else {
            command.run(options.read(rest), console);
        }
    }

    /// What the program has, in a screen.
    static String usage() {
        StringBuilder usage = new StringBuilder("""
                Usage: evenkeel COMMAND [options]
                Ketamine maintenance therapy on files: no server, no database.

                """);
        for (CommandName name : CommandName.values()) {
            usage.append("  ").append(name.word());
            usage.repeat(' ', 10 - name.word().length());
            usage.append(name.summary()).append('\n');
        }
        return usage.append("""

                  evenkeel COMMAND --help   the command's options, with an example
                  evenkeel --version        the version
                """).toString();
    }

    /// The version the build wrote into the jar.
    private static String version() {
        String built = Main.class.getPackage().getImplementationVersion();
        return "evenkeel " + Objects.requireNonNullElse(built, "(not packaged)");
    }
}
