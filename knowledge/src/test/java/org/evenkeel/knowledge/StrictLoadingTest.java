package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A good file with one thing changed, and the problem that must be told.
final class StrictLoadingTest {
    private static final Path PROTOCOL =
            Path.of("src/main/resources/protocols/ketamine-iv.messer2010.yaml");
    private static final Path INSTRUMENT =
            Path.of("src/main/resources/instruments/phq-9.kroenke2001.yaml");

    @ParameterizedTest
    @CsvFileSource(
            resources = "/wrong-protocols.csv",
            delimiter = '|',
            useHeadersInDisplayName = true)
    void tells(String part, String other, String problem) throws IOException {
        String good = Files.readString(PROTOCOL);
        assertThat(good).contains(part);
        int at = good.indexOf(part);
        String text = good.substring(0, at)
                + other.replace(", route:", "\nroute: [\nroute:")
                + good.substring(at + part.length());
        assertThat(problems(text)).anySatisfy(words -> assertThat(words).contains(problem));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/wrong-content.csv",
            delimiter = '|',
            useHeadersInDisplayName = true)
    void tellsOfOtherFiles(String name, String part, String other, String problem)
            throws IOException {
        String good = Files.readString(Path.of("src/main/resources/" + name + ".yaml"));
        assertThat(good).contains(part);
        int at = good.indexOf(part);
        String text = good.substring(0, at) + other + good.substring(at + part.length());
        assertThat(problems(text)).anySatisfy(words -> assertThat(words).contains(problem));
    }

    @Test
    void tellsAllProblemsInOrderOfLine() throws IOException {
        String text =
                Files.readString(PROTOCOL).replace("tag: P", "tag: Q").replace("title:", "titel:");
        List<Problem> problems = wrong("x.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(problems)
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo((one, other) -> Integer.compare(one.line(), other.line()));
        assertThat(problems).extracting(Problem::key).contains("titel", "title", "dose.cap.tag");
    }

    @Test
    void aKeyTwice() throws IOException {
        assertThat(problems(Files.readString(PROTOCOL) + "drug: esketamine\n"))
                .anySatisfy(
                        words -> assertThat(words).endsWith("drug: this key stands here twice"));
    }

    @Test
    void brokenSourcesAreToldOnce() throws IOException {
        String text = Files.readString(INSTRUMENT).replace("\nsources:\n", "\nsources: none\nx:\n");
        assertThat(problems(text))
                .filteredOn(words -> !words.contains("unknown key"))
                .singleElement()
                .asString()
                .contains("sources: must hold keys, got 'none'");
    }

    @Test
    void bandsWithAGap() throws IOException {
        String text = Files.readString(INSTRUMENT).replace("minimal, from: 0", "minimal, from: 1");
        assertThat(problems(text))
                .singleElement()
                .asString()
                .contains("bands of phq-9 must begin at 0, got 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "just words", "- a\n- list\n"})
    void whatHoldsNoKeys(String text) {
        assertThat(problems(text))
                .containsExactly("x.yaml: the file is empty or holds no keys; a content file begins"
                        + " with kind, id and version");
    }

    @Test
    void whatIsNotText() {
        assertThat(wrong("x.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))
                .extracting(Problem::words)
                .containsExactly("x.yaml: the file is not UTF-8 text");
        assertThat(problems("kind: \u0007protocol")).singleElement().asString().contains("YAML");
    }

    @Test
    void whatIsTooLarge() {
        byte[] bytes = new byte[ContentFile.MAX_BYTES + 1];
        Arrays.fill(bytes, (byte) ' ');
        assertThat(wrong("x.yaml", bytes))
                .extracting(Problem::words)
                .containsExactly("x.yaml: the file has more than the allowed 262144 bytes");
    }

    @Test
    void twoDocuments() throws IOException {
        assertThat(problems(Files.readString(PROTOCOL) + "---\nkind: protocol\n"))
                .singleElement()
                .asString()
                .contains("not YAML");
    }

    /// A few lines that would stand for billions, and brackets that would exhaust the stack.
    @Test
    void bombs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(laughs.toString()))
                .containsExactly("x.yaml, line 1, column 5: anchors are not allowed; write it out");
        assertThat(problems("kind: " + "[".repeat(200_000)))
                .singleElement()
                .asString()
                .contains("nested deeper than 20 levels");
        assertThat(problems("- ".repeat(100_000) + "x"))
                .singleElement()
                .asString()
                .contains("nested deeper than 20 levels");
    }

    private static List<String> problems(String text) {
        return wrong("x.yaml", text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Problem::words)
                .toList();
    }

    private static List<Problem> wrong(String file, byte[] bytes) {
        return switch (ContentFile.check(file, bytes)) {
            case Content.Wrong<ContentFile>(List<Problem> problems) -> problems;
            case Content.Loaded<ContentFile>(ContentFile content) ->
                throw new AssertionError("loaded " + content);
        };
    }
}
