package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// What is written of a tree reads as the same tree, and as the same protocol.
class ContentTextTest {
    private static final long SEED = 20_261_128;

    @Test
    void everyShippedProtocolSurvivesBeingTakenApartAndWritten() {
        for (ProtocolId id : Catalogue.shipped().protocolIds()) {
            Part tree = tree(Catalogue.shipped().protocolText(id).orElseThrow());
            String written = ContentText.write(tree);

            assertThat(tree(written)).as(id.value()).isEqualTo(tree);
            assertThat(protocol(written))
                    .isEqualTo(Catalogue.shipped().protocol(id).orElseThrow());
        }
    }

    @Test
    void wordsOfAnyKindSurvive() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            Part tree = keys(random, 0);
            assertThat(tree(ContentText.write(tree))).isEqualTo(tree);
        }
    }

    @Test
    void aPathFindsChangesAndTakesAway() {
        Part tree = tree("a: { b: [x, y] }\nc:\n  - d: 1\n");

        assertThat(tree.at("a.b[2]")).contains(new Word("y", false));
        assertThat(tree.at("c[1].d")).contains(new Word("1", true));
        assertThat(tree.at("c[2].d")).isEmpty();
        assertThat(ContentText.write(tree.with("c[2].d", new Word("2", true)))).contains("d: 2");
        assertThat(tree.without("a.b[1]").at("a.b[1]")).contains(new Word("y", false));
        assertThat(tree.without("nothing.there")).isEqualTo(tree);
        assertThatThrownBy(() -> tree.with("c[9]", new Word("far", false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoPlainYamlIsAProblemAtItsLine() {
        assertThat(ContentText.parse("x", "a: &b c\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Content.Wrong.class,
                        wrong -> assertThat(wrong.problems().toString()).contains("line=1"));
    }

    private static Part keys(Random random, int depth) {
        LinkedHashMap<String, Part> parts = new LinkedHashMap<>();
        for (int key = 0; key <= random.nextInt(4); key++) {
            parts.put("key" + key, part(random, depth + 1));
        }
        if (random.nextInt(4) == 0) {
            parts.put("value", new Word("0.50", true));
            parts.put("tag", new Word("P", false));
        }
        return new Keys(parts);
    }

    private static Part part(Random random, int depth) {
        return switch (depth > 4 ? 2 : random.nextInt(4)) {
            case 0 -> keys(random, depth);
            case 1 ->
                new Items(random.ints(random.nextInt(1, 4))
                        .mapToObj(_ -> part(random, depth + 1))
                        .toList());
            case 2 -> new Word(text(random), false);
            default -> new Word(Integer.toString(random.nextInt(-9, 999)), true);
        };
    }

    private static String text(Random random) {
        List<String> bits = List.of(
                "a word",
                ": ",
                " #",
                "'",
                "\"",
                "- ",
                "{",
                "]",
                "\n",
                "é",
                "1",
                "true",
                "≥",
                "%",
                "a longer run of words that goes on ",
                "@",
                "\t",
                "no",
                "~",
                "\\",
                "&x",
                "*y",
                " ");
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < random.nextInt(8); bit++) {
            text.append(bits.get(random.nextInt(bits.size())));
        }
        return text.toString();
    }

    private static Part tree(String text) {
        return switch (ContentText.parse("test.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case Content.Loaded<Part>(Part tree) -> tree;
            case Content.Wrong<Part>(List<Problem> problems) ->
                throw new AssertionError(problems + "\n" + text);
        };
    }

    private static Protocol protocol(String text) {
        return switch (ContentFile.protocol("test.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case Content.Loaded<Protocol>(Protocol protocol) -> protocol;
            case Content.Wrong<Protocol>(List<Problem> problems) ->
                throw new AssertionError(problems.toString());
        };
    }
}
