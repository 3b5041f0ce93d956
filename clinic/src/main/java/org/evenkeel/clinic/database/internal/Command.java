package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.StartRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Runs one of PostgreSQL's programs to its end.
///
/// PostgreSQL refuses to run as root, so for root alone it runs in a user namespace of its own.
final class Command {
    private static final int TIMEOUT_SECONDS = 90;

    private Command() {}

    /// What a program ended with.
    record Ended(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }

        /// The last line it printed, which is where PostgreSQL's programs put the cause.
        String cause() {
            String text = output.strip();
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }

    static Ended run(Path workFolder, List<String> program) throws InterruptedException {
        try {
            Path output = Files.createTempFile(workFolder, "command-", ".txt");
            Process process = new ProcessBuilder(asAllowed(program))
                    .directory(workFolder.toFile())
                    .redirectErrorStream(true)
                    // A file, not a pipe: a server that outlives the program would hold a pipe
                    // open.
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    throw new StartRefused(
                            name(program) + " did not finish in " + TIMEOUT_SECONDS + " seconds.");
                }
                String text = Files.readString(output, StandardCharsets.UTF_8);
                return new Ended(process.exitValue(), text);
            } finally {
                process.destroy();
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new StartRefused(name(program) + " could not run: " + e.getMessage(), e);
        }
    }

    private static List<String> asAllowed(List<String> program) {
        if (!isRoot()) {
            return program;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U", "--"));
        wrapped.addAll(program);
        return wrapped;
    }

    private static boolean isRoot() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            return system.startsWith("linux")
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(List<String> program) {
        return Path.of(program.getFirst()).getFileName().toString();
    }
}
