package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the papers show works as shown: the README's commands on the example files, and the
/// rehearsal the launcher lets the JVM learn from.
final class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root"));
    private static final String LAUNCHER = "../../evenkeel ";

    @Test
    void itsCommandsWork(@TempDir Path folder) throws IOException {
        List<String> commands = commands(folder);
        assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
        for (String command : commands) {
            Call call = Call.of(command.split("\\s+"));
            assertThat(call.exitCode()).as(command + "\n" + call.err()).isZero();
        }
        assertThat(folder.resolve("forecast.csv")).content().hasLineCount(7);
        assertThat(folder.resolve("proposals.csv")).content().hasLineCount(3);
    }

    /// The README's calls, with its file names standing for the examples and for results here.
    private static List<String> commands(Path folder) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md")).replace("\\\n", " ");
        List<String> commands = new ArrayList<>();
        for (String line : readme.lines().toList()) {
            if (line.startsWith(LAUNCHER)) {
                commands.add(line.substring(LAUNCHER.length())
                        .replaceAll("--out (\\S+)", "--out " + folder + "/$1")
                        .replaceAll(" (\\w+\\.csv)", " " + ROOT + "/docs/examples/$1"));
            }
        }
        return commands;
    }

    @Test
    void theRehearsalGoesWell() throws IOException {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(Rehearsal.run(new Console(nowhere, nowhere, false))).isZero();
    }
}
