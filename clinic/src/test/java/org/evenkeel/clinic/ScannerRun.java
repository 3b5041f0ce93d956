package org.evenkeel.clinic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A scanner of others', run as a process of its own until it ends by itself: one that has to be
/// ended has not looked at everything, and that is a failure.
final class ScannerRun {
    private static final String OUTPUT = "output.txt";
    private static final Duration MOST = Duration.ofMinutes(15);

    private ScannerRun() {}

    /// Runs a command and returns what it wrote.
    ///
    /// @param folder where it may leave what it likes
    /// @param settings names and values of its environment
    static String of(Path folder, Map<String, String> settings, List<String> command)
            throws IOException, InterruptedException {
        Path output = folder.resolve(OUTPUT);
        Process process = start(folder, settings, command);
        try {
            if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        command.getFirst() + " was not done after " + MOST + ": " + end(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command.getFirst() + " failed: " + end(output));
        }
        return Files.readString(output);
    }

    private static Process start(Path folder, Map<String, String> settings, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(folder.resolve(OUTPUT).toFile());
        // No settings of somebody's.
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "the scanners are missing: install Debian's packages sqlmap and wapiti", e);
        }
    }

    private static String end(Path output) throws IOException {
        String text = Files.readString(output);
        return text.substring(Math.max(0, text.length() - 2_000));
    }
}
