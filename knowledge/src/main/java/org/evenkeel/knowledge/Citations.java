package org.evenkeel.knowledge;

import org.evenkeel.core.units.EvidenceTag;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds everything in a content file that names a source, whatever the file is about.
///
/// It reads files that a test holds against the strict readers, and so it is lenient.
final class Citations {
    private static final String SOURCES = "sources";

    /// What cites, and by which short name.
    record Cited(String key, Use use) {}

    private final Kind kind;
    private final Map<String, Node> top;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Cited> found = new ArrayList<>();

    private Citations(Kind kind, MappingNode root) {
        this.kind = kind;
        this.top = entries(root);
        if (top.get(SOURCES) instanceof MappingNode named) {
            entries(named).forEach((key, words) -> sources.put(key, scalar(words)));
        }
    }

    /// The short names and citations at the top of a file.
    Map<String, String> sources() {
        return sources;
    }

    List<Cited> found() {
        return found;
    }

    static Citations of(Kind kind, MappingNode root) {
        Citations citations = new Citations(kind, root);
        citations.top.forEach((key, node) -> {
            if (!key.equals(SOURCES)) {
                citations.walk(key, node);
            }
        });
        return citations;
    }

    private void walk(String place, Node node) {
        if (node instanceof SequenceNode list) {
            int number = 0;
            for (Node entry : list.getValue()) {
                number++;
                walk(place + "." + name(entry, number), entry);
            }
        } else if (node instanceof MappingNode mapping) {
            Map<String, Node> entries = entries(mapping);
            String key = scalar(entries.get("source"));
            if (sources.containsKey(key)) {
                found.add(new Cited(key, use(place, key, entries)));
            }
            entries.forEach((inner, value) -> walk(place + "." + inner, value));
        }
    }

    private static String name(Node entry, int number) {
        String id =
                entry instanceof MappingNode mapping ? scalar(entries(mapping).get("id")) : "";
        return id.isEmpty() ? Integer.toString(number) : id;
    }

    private Use use(String place, String key, Map<String, Node> entries) {
        String tag = scalar(entries.get("tag"));
        return new Use(
                kind,
                scalar(top.get("id")),
                scalar(top.get("title")),
                place,
                words(entries),
                scalar(entries.get("unit")),
                tag.equals("S") ? EvidenceTag.S : tag.equals("K") ? EvidenceTag.K : EvidenceTag.P,
                sources.getOrDefault(key, ""));
    }

    private static String words(Map<String, Node> entries) {
        if (entries.containsKey("words")) {
            return scalar(entries.get("words"));
        }
        return scalar(entries.get("value"));
    }

    private static Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            entries.put(scalar(tuple.getKeyNode()), tuple.getValueNode());
        }
        return entries;
    }

    private static String scalar(@Nullable Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode list ->
                list.getValue().stream().map(Citations::scalar).collect(Collectors.joining(", "));
            case null, default -> "";
        };
    }
}
