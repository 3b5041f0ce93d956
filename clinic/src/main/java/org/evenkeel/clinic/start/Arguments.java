package org.evenkeel.clinic.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the command line of one command asks for.
public sealed interface Arguments {

    /// Do the command.
    ///
    /// @param values what each option was given, by the option
    record Given(Map<String, String> values) implements Arguments {
        public Given {
            values = Map.copyOf(values);
        }

        /// The value of an option.
        public Optional<String> of(String option) {
            return Optional.ofNullable(values.get(option));
        }

        /// The value of an option the command cannot do without.
        public String required(String option) {
            return of(option).orElseThrow(() -> new WrongUsage("Option " + option + " is needed."));
        }
    }

    /// Print a text and end.
    record Help(String text) implements Arguments {}

    /// Reads what follows a command's name.
    ///
    /// @param help what `--help` prints
    /// @param known its options, each of which takes a value
    /// @throws WrongUsage where it is not understood
    static Arguments parse(String help, List<String> known, List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (option.equals("--help") || option.equals("-h")) {
                return new Help(help);
            }
            if (option.equals("--version") || option.equals("-V")) {
                return new Help("evenkeel " + version());
            }
            if (!known.contains(option)) {
                throw new WrongUsage("Unknown option " + option + "; " + String.join(", ", known)
                        + " are known.");
            }
            if (rest.isEmpty()) {
                throw new WrongUsage("Option " + option + " needs a value.");
            }
            if (values.put(option, rest.pop()) != null) {
                throw new WrongUsage("Option " + option + " is there twice.");
            }
        }
        return new Given(values);
    }

    /// Reads what follows a command's name and does the command, or prints what was asked for.
    ///
    /// @param help what `--help` prints
    /// @param known its options, each of which takes a value
    /// @throws WrongUsage where it is not understood
    static void carryOut(
            String help, List<String> known, List<String> words, Consumer<Given> command) {
        switch (parse(help, known, words)) {
            case Help(String text) -> System.out.println(text);
            case Given given -> command.accept(given);
        }
    }

    /// The version of this program.
    static String version() {
        return Optional.ofNullable(Arguments.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }
}
