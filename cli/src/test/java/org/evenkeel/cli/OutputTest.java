package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A result file appears whole or not at all.
final class OutputTest {
    private static final Console CONSOLE = Console.system();

    @TempDir
    Path folder;

    @Test
    void replacesWhatStoodThere() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.csv"), "a longer text of before");
        write(file, "new", true);
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("plan.csv");
    }

    @Test
    void keepsWhatStoodThereWhenTheResultIsNotComplete() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.csv"), "before");
        write(file, "half of it", false);
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("plan.csv");
    }

    @Test
    void keepsALinkALink() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        write(link, "new", true);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void refusesAFolderAndAMissingFolder() {
        assertThatThrownBy(() -> Output.open(Optional.of(folder), CONSOLE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Output.open(Optional.of(folder.resolve("no/plan.csv")), CONSOLE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no such file or folder");
    }

    private static void write(Path file, String text, boolean complete) throws Exception {
        try (Output output = Output.open(Optional.of(file), CONSOLE)) {
            output.writer().write(text);
            if (complete) {
                output.commit();
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
