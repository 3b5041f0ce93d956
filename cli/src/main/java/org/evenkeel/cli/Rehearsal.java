package org.evenkeel.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs commands once on a small case while the JVM records what a start needs (its AOT cache), so
/// that later starts are quick. The launcher calls it after a build.
final class Rehearsal {
    private static final List<String[]> CALLS = List.<String[]>of(new String[] {"--help"});

    private Rehearsal() {}

    static void main(String[] arguments) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.exit(run(new Console(nowhere, System.err, true)));
    }

    /// Runs every call; answers the first exit code that is not 0, for then the rehearsal shows
    /// the JVM an ending that users rarely see.
    static int run(Console console) {
        for (String[] call : CALLS) {
            int exitCode = Main.run(console, call);
            if (exitCode != Main.DONE) {
                return exitCode;
            }
        }
        return Main.DONE;
    }
}
