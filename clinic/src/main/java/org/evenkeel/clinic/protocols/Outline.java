package org.evenkeel.clinic.protocols;

import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A protocol's text in words for people: every value with its label, its unit, how far it was
/// followed to its source, and the source.
///
/// It goes by what stands in the text, so that nothing a protocol can say is left out.
public final class Outline {
    private static final List<String> NOT_SHOWN = List.of("kind", "id", "version", "sources");
    private static final List<String> NAMES =
            List.of("id", "phase", "instrument", "role", "subject");
    private static final List<String> EVIDENCE = List.of("words", "tag", "source", "unit");

    private final Keys root;
    private final Map<String, String> citations = new LinkedHashMap<>();

    private Outline(Keys root) {
        this.root = root;
        if (root.parts().get("sources") instanceof Keys sources) {
            sources.parts().forEach((name, citation) -> {
                if (citation instanceof Word word) {
                    citations.put(name, word.text());
                }
            });
        }
    }

    /// One thing a protocol says.
    ///
    /// @param path where it stands, for example `series[1].window.after`
    /// @param label what it is
    /// @param value what is said, in words; empty for a heading
    /// @param evidence how far it was followed, and its source
    /// @param parts what belongs to it
    public record Node(
            String path,
            String label,
            String value,
            Optional<Evidence> evidence,
            List<Node> parts) {
        public Node {
            parts = List.copyOf(parts);
        }

        /// Whether it has parts of its own.
        public boolean isGroup() {
            return !parts.isEmpty();
        }
    }

    /// What stands behind a value.
    ///
    /// @param tag S, K or P
    /// @param words the tag in words
    /// @param unverified whether a page must say so
    /// @param name the source's short name
    /// @param citation the source in full; empty where the text does not name it
    public record Evidence(
            String tag, String words, boolean unverified, String name, String citation) {}

    /// The outline of a text.
    public static List<Node> of(Part text) {
        return text instanceof Keys keys ? new Outline(keys).nodes() : List.of();
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        root.parts().forEach((key, part) -> {
            if (!NOT_SHOWN.contains(key)) {
                nodes.add(node(key, ProtocolWords.label(key), part));
            }
        });
        return nodes;
    }

    private Node node(String path, String label, Part part) {
        return switch (part) {
            case Word word ->
                new Node(
                        path,
                        label,
                        ProtocolWords.value(path, word.text()),
                        Optional.empty(),
                        List.of());
            case Items items
            when items.isOfWords() ->
                new Node(path, label, list(path, items), Optional.empty(), List.of());
            case Items items -> new Node(path, label, "", Optional.empty(), items(path, items));
            case Keys keys
            when keys.isFigure() ->
                new Node(path, label, figure(path, keys), evidence(keys), List.of());
            case Keys keys -> section(path, label, keys);
        };
    }

    private Node section(String path, String label, Keys keys) {
        boolean isRule = keys.parts().containsKey("words") && keys.parts().containsKey("tag");
        List<Node> parts = new ArrayList<>();
        keys.parts().forEach((key, part) -> {
            if (!key.equals("words") && !(isRule && EVIDENCE.contains(key))) {
                String at = path + "." + key;
                parts.add(node(at, ProtocolWords.label(at), part));
            }
        });
        return new Node(
                path, label, keys.word("words"), isRule ? evidence(keys) : Optional.empty(), parts);
    }

    private List<Node> items(String path, Items items) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < items.parts().size(); i++) {
            Part item = items.parts().get(i);
            nodes.add(node(path + "[" + (i + 1) + "]", name(path, item, i), item));
        }
        return nodes;
    }

    /// What an item of a list is called: by its own name, else by its number.
    private static String name(String path, Part item, int index) {
        if (item instanceof Keys keys) {
            for (String key : NAMES) {
                if (!keys.word(key).isEmpty()) {
                    return ProtocolWords.value(path + "." + key, keys.word(key));
                }
            }
        }
        return ProtocolWords.label(path) + " " + (index + 1);
    }

    private static String list(String path, Items items) {
        List<String> words = items.parts().stream()
                .map(item -> ProtocolWords.value(path, ((Word) item).text()))
                .toList();
        boolean sentences = words.stream().anyMatch(word -> word.length() > 40);
        return String.join(sentences ? " · " : ", ", words);
    }

    private String figure(String path, Keys keys) {
        String value = switch (keys.parts().get("value")) {
            case Word word -> word.text();
            case Items items when items.isOfWords() -> list(path, items);
            case null, default -> "";
        };
        return ProtocolWords.amount(value, keys.word("unit"));
    }

    private Optional<Evidence> evidence(Keys keys) {
        Optional<EvidenceTag> tag = Arrays.stream(EvidenceTag.values())
                .filter(each -> each.name().equals(keys.word("tag")))
                .findFirst();
        String name = keys.word("source");
        return Optional.of(new Evidence(
                keys.word("tag"),
                tag.map(ProtocolWords::tag).orElse("no tag"),
                tag.map(EvidenceTag::isUnverified).orElse(true),
                name,
                citations.getOrDefault(name, "")));
    }

    /// Sources a text names: short name to citation.
    public static SequencedMap<String, String> sources(Part text) {
        SequencedMap<String, String> sources = new LinkedHashMap<>();
        if (text instanceof Keys keys) {
            sources.putAll(new Outline(keys).citations);
        }
        return sources;
    }
}
