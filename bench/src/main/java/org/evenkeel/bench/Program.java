package org.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The program under measurement, called as a user calls it.
///
/// @param launcher the repository's launcher
record Program(Path launcher) {

    /// What one call cost.
    ///
    /// @param wall from start to end
    /// @param processor time of all cores together, to a hundredth of a second
    /// @param peakMiB most memory it held at once
    record Cost(Duration wall, Duration processor, long peakMiB) {
        double seconds() {
            return wall.toNanos() / 1e9;
        }

        @Override
        public String toString() {
            return "%.1f s, processor %.1f s, peak %d MiB"
                    .formatted(seconds(), processor.toMillis() / 1000.0, peakMiB);
        }
    }

    /// The launcher that started this benchmark.
    static Program here() {
        return new Program(Path.of(
                Optional.ofNullable(System.getenv("EVENKEEL_LAUNCHER")).orElse("./evenkeel")));
    }

    Path root() {
        return Optional.ofNullable(launcher.toAbsolutePath().normalize().getParent())
                .orElseThrow();
    }

    /// Runs one call of the launcher to its end.
    Cost run(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(arguments);
        return measure(words);
    }

    /// Runs any program to its end. Its output is not read; a failure ends the measurement.
    static Cost measure(List<String> words) throws IOException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Sampled sampled = new Sampled(process.pid());
        try {
            // A launcher script becomes the program (exec): this process is the one to look at.
            while (!process.waitFor(Duration.ofMillis(5))) {
                sampled.look();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + " of " + words);
        }
        return new Cost(wall, sampled.processor, sampled.peakKiB / 1024);
    }

    /// What the system says of a process while it lives; the last look counts.
    private static final class Sampled {
        private static final int MILLIS_PER_TICK = 10;
        private final Path status;
        private final Path stat;
        private Duration processor = Duration.ZERO;
        private long peakKiB;

        Sampled(long pid) {
            status = Path.of("/proc", Long.toString(pid), "status");
            stat = Path.of("/proc", Long.toString(pid), "stat");
        }

        void look() {
            try {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        peakKiB = Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
                // Fields are counted after the name, which may hold spaces: user and system ticks.
                String text = Files.readString(stat);
                List<String> fields =
                        List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
                long ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
                processor = Duration.ofMillis(ticks * MILLIS_PER_TICK);
            } catch (IOException _) {
                // It ended between two looks, or this system has no /proc: the last look stands.
            }
        }
    }
}
