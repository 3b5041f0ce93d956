package org.evenkeel.knowledge;

import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The text form of a content file: from text to a [Part] and back, without a judgement of what it
/// says. Reading what was written gives the same tree; comments are not part of it.
public final class ContentText {
    private static final int WIDTH = 100;
    private static final int FOLD_FROM = 72;
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setWidth(WIDTH)
            .setIndent(4)
            .setIndicatorIndent(2)
            .setMultiLineFlow(false)
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .build();

    private ContentText() {}

    /// Takes a text apart. What is no plain YAML of keys, lists and words comes back as problems.
    ///
    /// @param file its name, for problems
    public static Content<Part> parse(String file, byte[] bytes) {
        return Document.tree(file, bytes, ContentText::part);
    }

    /// Writes a tree down.
    public static String write(Part tree) {
        StringBuilder text = new StringBuilder();
        new Dump(SETTINGS).dumpNode(node(tree, true), new StreamDataWriter() {
            @Override
            public void write(String words) {
                text.append(words);
            }

            @Override
            public void write(String words, int from, int length) {
                text.append(words, from, from + length);
            }
        });
        return text.toString();
    }

    private static Part part(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                SequencedMap<String, Part> parts = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = tuple.getKeyNode() instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : "?";
                    parts.put(key, part(tuple.getValueNode()));
                }
                yield new Keys(parts);
            }
            case SequenceNode sequence ->
                new Items(sequence.getValue().stream().map(ContentText::part).toList());
            case ScalarNode scalar ->
                new Word(scalar.getValue(), !scalar.getTag().equals(Tag.STR));
            default -> throw new IllegalStateException("no such node: " + node.getNodeType());
        };
    }

    private static Node node(Part part, boolean block) {
        return switch (part) {
            case Keys keys -> {
                boolean open = block && !(keys.isFigure() && isFlat(keys));
                List<NodeTuple> tuples = new ArrayList<>();
                keys.parts()
                        .forEach((key, value) -> tuples.add(new NodeTuple(
                                word(new Word(key, false), false), node(value, open))));
                yield new MappingNode(Tag.MAP, tuples, open ? FlowStyle.BLOCK : FlowStyle.FLOW);
            }
            case Items items -> {
                boolean open = block && !(items.isOfWords() && isShort(items));
                yield new SequenceNode(
                        Tag.SEQ,
                        items.parts().stream().map(item -> node(item, open)).toList(),
                        open ? FlowStyle.BLOCK : FlowStyle.FLOW);
            }
            case Word word -> word(word, block);
        };
    }

    /// A figure with a condition in it is not for one line.
    private static boolean isFlat(Keys keys) {
        return keys.parts().values().stream()
                .allMatch(part ->
                        part instanceof Word || part instanceof Items items && items.isOfWords());
    }

    private static boolean isShort(Items items) {
        return items.parts().stream()
                        .mapToInt(item -> ((Word) item).text().length() + 2)
                        .sum()
                < FOLD_FROM;
    }

    private static Node word(Word word, boolean block) {
        if (word.plain()) {
            // Written as it was read; what is no number comes out in quotes.
            return new ScalarNode(plainTag(word.text()), word.text(), ScalarStyle.PLAIN);
        }
        boolean folds = block
                && word.text().length() > FOLD_FROM
                && word.text().indexOf('\n') < 0
                && word.text().equals(word.text().strip());
        return new ScalarNode(Tag.STR, word.text(), folds ? ScalarStyle.FOLDED : ScalarStyle.PLAIN);
    }

    private static Tag plainTag(String text) {
        if (text.matches("[-+]?\\d{1,12}")) {
            return Tag.INT;
        }
        if (text.matches("[-+]?\\d{0,12}\\.\\d{1,12}|[-+]?\\d{1,12}\\.")) {
            return Tag.FLOAT;
        }
        return text.equals("true") || text.equals("false") ? Tag.BOOL : Tag.STR;
    }
}
