package org.evenkeel.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options of a command: declared once, read for parsing and for `--help`.
///
/// A dozen options do not need a library, and the ones there are cost more time to start than a
/// whole `plan` takes.
final class Options {
    private final String synopsis;
    private final String purpose;
    private final String example;
    private final Map<String, Option> declared = new LinkedHashMap<>();
    private boolean operandsWelcome;

    /// @param label what its value is called in the help; empty for a switch without a value
    private record Option(String name, Optional<String> label, String help) {
        String shown() {
            return label.isEmpty() ? name : name + " " + label.get();
        }
    }

    /// @param synopsis the call in one line, such as `plan --protocol ID --start DATE [options]`
    /// @param purpose what the command does
    /// @param example calls a user can copy, one a line
    Options(String synopsis, String purpose, String example) {
        this.synopsis = synopsis;
        this.purpose = purpose;
        this.example = example;
    }

    /// Declares an option with a value.
    Options option(String name, String label, String help) {
        declared.put(name, new Option(name, Optional.of(label), help));
        return this;
    }

    /// Declares a switch.
    Options flag(String name, String help) {
        declared.put(name, new Option(name, Optional.empty(), help));
        return this;
    }

    /// Declares that words without an option are welcome; otherwise they are refused.
    Options operands() {
        operandsWelcome = true;
        return this;
    }

    /// Declares where the result goes; [Arguments#out] reads it.
    Options out() {
        return option(
                Arguments.OUT, "FILE", "write to FILE, whole or not at all, not to the screen");
    }

    /// Reads `--name value`, `--name=value`, switches and operands. What is wrong is kept with the
    /// answer, so that all of it can be told at once.
    Arguments read(String[] words) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int at = 0;
        while (at < words.length) {
            String word = words[at++];
            if (!word.startsWith("--")) {
                if (!operandsWelcome) {
                    problems.add("'" + word + "' belongs to no option");
                }
                operands.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = declared.get(name);
            if (option == null) {
                problems.add("unknown option " + name + "; there are " + names());
                continue;
            }
            String value = "";
            if (equals >= 0 && option.label().isEmpty()) {
                problems.add(name + " takes no value");
                continue;
            }
            if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (option.label().isPresent()) {
                // A value may begin with one dash (a negative day), not with two (an option).
                if (at == words.length || words[at].startsWith("--")) {
                    problems.add(option.shown() + ": its value is missing");
                    continue;
                }
                value = words[at++];
            }
            if (values.put(name, value) != null) {
                problems.add(name + " is given twice");
            }
        }
        return new Arguments(values, operands, problems);
    }

    private String names() {
        List<String> names = new ArrayList<>(declared.keySet());
        names.add("--help");
        names.add("--version");
        return String.join(" ", names);
    }

    String help() {
        StringBuilder help = new StringBuilder("Usage: evenkeel ")
                .append(synopsis)
                .append('\n')
                .append(purpose)
                .append("\n\n");
        for (Option option : declared.values()) {
            line(help, option.shown(), option.help());
        }
        line(help, "--help", "this text");
        line(help, "--version", "the version");
        return help.append("\nExample:\n")
                .append(example.indent(2))
                .append("\nExit: 0 done, 1 refused or failed, 2 wrong usage or input.\n")
                .toString();
    }

    private static void line(StringBuilder help, String shown, String words) {
        int width = 24;
        help.append("  ").append(shown).repeat(' ', Math.max(2, width - shown.length()));
        help.append(words).append('\n');
    }
}
