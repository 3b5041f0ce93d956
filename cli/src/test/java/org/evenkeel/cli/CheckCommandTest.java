package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `check` on good files, wrong ones, and what is no file at all.
final class CheckCommandTest {
    @TempDir
    Path folder;

    private String shipped = "";

    @BeforeEach
    void readAShippedFile() throws IOException {
        try (InputStream stream = CheckCommandTest.class.getResourceAsStream(
                "/protocols/ketamine-iv.murrough2013.yaml")) {
            assertThat(stream).isNotNull();
            shipped = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneLineForAGoodFile() throws IOException {
        Path file = write("good.yaml", shipped);
        Call call = Call.of("check", file.toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .isEqualTo(file + ": OK, protocol ketamine-iv.murrough2013, version 1\n");
    }

    @Test
    void namesFileLineKeyAndCause() throws IOException {
        Path good = write("good.yaml", shipped);
        Path wrong = write("wrong.yaml", shipped.replaceFirst("unit: min,", ""));
        Call call = Call.of("check", good.toString(), wrong.toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).startsWith(good + ": OK");
        assertThat(call.err())
                .matches(wrong + ", line \\d+, column 10, minutes.unit: this key is missing\n");
    }

    @Test
    void showsTwentyProblemsAndCountsTheRest() throws IOException {
        StringBuilder text = new StringBuilder(shipped);
        for (int i = 0; i < 25; i++) {
            text.append("extra").append(i).append(": 1\n");
        }
        Call call = Call.of("check", write("wrong.yaml", text.toString()).toString());
        assertThat(call.err().lines()).hasSize(21).last().isEqualTo("and 5 more");
    }

    @Test
    void whatIsNoFile() {
        assertThat(Call.of("check").err()).isEqualTo("name at least one file to check\n");
        assertThat(Call.of("check", folder.toString()).err())
                .isEqualTo(folder + ": is a folder; name a file\n");
        Path missing = folder.resolve("missing.yaml");
        Call call = Call.of("check", missing.toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).isEqualTo(missing + ": cannot be read: no such file or folder\n");
    }

    @Test
    void anEmptyFile() throws IOException {
        Call call = Call.of("check", write("empty.yaml", "").toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("the file is empty");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
