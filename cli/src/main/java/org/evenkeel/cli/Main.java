package org.evenkeel.cli;

import java.io.IOException;
import java.util.List;
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
            default -> {
                List<String> call = List.of(arguments);
                Optional<CommandName> name = CommandName.of(call);
                if (name.isPresent()) {
                    List<String> words = name.get().words();
                    runCommand(console, name.get(), call.subList(words.size(), call.size()));
                } else {
                    answerOther(console, call);
                }
            }
        }
    }

    /// A call that names no command: a wrong word, or the first of two words alone.
    private static void answerOther(Console console, List<String> call) throws Refusal {
        String first = call.getFirst();
        List<CommandName> family = CommandName.family(first);
        if (family.isEmpty()) {
            throw Refusal.usage("'" + first + "' is not a command of evenkeel\n" + usage());
        }
        String usage = "Usage: evenkeel " + first + " WHAT [options]\n\n" + listed(family);
        if (call.size() > 1 && isHelp(call.get(1))) {
            console.out().print(usage);
        } else {
            String what = call.size() == 1 ? "nothing" : "'" + call.get(1) + "'";
            throw Refusal.usage("after '" + first + "' stands " + what + "\n" + usage);
        }
    }

    private static void runCommand(Console console, CommandName name, List<String> rest)
            throws Refusal, IOException {
        Command command = name.create();
        Options options = command.options();
        if (rest.stream().anyMatch(Main::isHelp)) {
            console.out().print(options.help());
        } else if (rest.contains("--version")) {
            console.out().println(version());
        } else {
            command.run(options.read(rest.toArray(String[]::new)), console);
        }
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    private static String listed(List<CommandName> names) {
        int width = names.stream().mapToInt(name -> name.call().length()).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (CommandName name : names) {
            lines.append("  ").append(name.call());
            lines.repeat(' ', width + 2 - name.call().length());
            lines.append(name.summary()).append('\n');
        }
        return lines.toString();
    }

    /// What the program has, in a screen.
    static String usage() {
        StringBuilder usage = new StringBuilder("""
                Usage: evenkeel COMMAND [options]
                Ketamine maintenance therapy on files: no server, no database.

                """).append(listed(List.of(CommandName.values())));
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
