package org.evenkeel.knowledge;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One content file while it is read: its problems so far and its sources.
///
/// Files are YAML 1.2 without anchors, aliases and tags: what is written is what is meant, and
/// no few lines can stand for many.
final class Document {
    private static final int MAX_DEPTH = 20;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    private final Shapes shapes;

    private Document(String file, Shapes shapes) {
        this.file = file;
        this.shapes = shapes;
    }

    /// Reads a whole file from anywhere.
    static <T> Content<T> read(String file, byte[] bytes, Section.Reader<T> reader) {
        return watched(file, bytes, reader, Shapes.UNWATCHED);
    }

    /// The same, watched.
    static <T> Content<T> watched(
            String file, byte[] bytes, Section.Reader<T> reader, Shapes shapes) {
        Document document = new Document(file, shapes);
        return document.content(bytes, document::isPlain, reader);
    }

    /// Reads a whole file that ships with the program, which a test holds against [#read]. The
    /// look at its events, which only mischief needs, is left out so that a start is quicker.
    static <T> Content<T> readShipped(String file, byte[] bytes, Section.Reader<T> reader) {
        return new Document(file, Shapes.UNWATCHED).content(bytes, _ -> true, reader);
    }

    /// Takes a file apart without judging what it says.
    static <T> Content<T> tree(String file, byte[] bytes, Function<MappingNode, T> reader) {
        Document document = new Document(file, Shapes.UNWATCHED);
        return document.told(document.rootNode(bytes, document::isPlain).map(reader));
    }

    private <T> Content<T> content(
            byte[] bytes, Predicate<String> isPlain, Section.Reader<T> reader) {
        return told(rootNode(bytes, isPlain)
                .map(node -> new Section(this, "", "", node))
                .flatMap(root -> root.read(reader)));
    }

    private <T> Content<T> told(Optional<T> value) {
        if (problems.isEmpty() && value.isPresent()) {
            return new Content.Loaded<>(value.get());
        }
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new Content.Wrong<>(problems);
    }

    private Optional<MappingNode> rootNode(byte[] bytes, Predicate<String> isPlain) {
        try {
            Optional<String> text = text(bytes);
            if (text.isEmpty() || !isPlain.test(text.get())) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings()).composeString(text.get());
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problem("the file is empty or holds no keys; a content file begins with kind, id and"
                    + " version");
        } catch (MarkedYamlEngineException failure) {
            problem(failure.getProblemMark(), "", "not YAML: " + firstLine(failure.getProblem()));
        } catch (YamlEngineException failure) {
            problem("not YAML: " + firstLine(String.valueOf(failure.getMessage())));
        }
        return Optional.empty();
    }

    private LoadSettings settings() {
        return LoadSettings.builder().setLabel(file).build();
    }

    private Optional<String> text(byte[] bytes) {
        if (bytes.length > ContentFile.MAX_BYTES) {
            problem("the file has more than the allowed " + ContentFile.MAX_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            problem("the file is not UTF-8 text");
            return Optional.empty();
        }
    }

    /// Whether the text has only what content needs. Its events are looked at one by one, so
    /// that neither depth nor repetition can hurt before they are refused.
    private boolean isPlain(String text) {
        int depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            Optional<String> refused = depth > MAX_DEPTH
                    ? Optional.of("nested deeper than " + MAX_DEPTH + " levels")
                    : refused(event);
            if (refused.isPresent()) {
                problem(event.getStartMark(), "", refused.get());
                return false;
            }
        }
        return true;
    }

    private static Optional<String> refused(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            return Optional.of("anchors are not allowed; write it out");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        return tagged ? Optional.of("tags are not allowed") : Optional.empty();
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
    }

    /// Makes a citation known under its short name.
    void source(String name, String citation) {
        sources.put(name, citation);
    }

    Shapes shapes() {
        return shapes;
    }

    Map<String, String> sources() {
        return sources;
    }

    int problemCount() {
        return problems.size();
    }

    private void problem(String cause) {
        problem(Optional.empty(), "", cause);
    }

    void problem(Optional<Mark> mark, String key, String cause) {
        int line = mark.map(place -> place.getLine() + 1).orElse(0);
        int column = mark.map(place -> place.getColumn() + 1).orElse(0);
        problems.add(new Problem(file, line, column, key, cause));
    }
}
