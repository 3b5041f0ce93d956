package org.evenkeel.clinic.protocols;

import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Writes shipped rules of watching over out into the text of a protocol that names them, so that
/// they can be read, compared and changed as the rest can.
public final class Supervised {
    private static final String NAMED = "supervisedBy";
    private static final String WRITTEN = "supervision";
    private static final List<String> RULES =
            List.of("watches", "holds", "checklist", "discharge", "renewals");

    private Supervised() {}

    /// An edition's text with the rules in it; an empty one where it cannot be taken apart.
    public static Part written(Edition edition) {
        return ContentText.parse("protocol.yaml", edition.text().getBytes(StandardCharsets.UTF_8))
                        instanceof Content.Loaded<Part>(Part tree)
                ? written(tree)
                : new Keys(new LinkedHashMap<>());
    }

    /// The text with the rules in it; the same text where it names none.
    public static Part written(Part text) {
        if (!(text instanceof Keys protocol)
                || !(protocol.parts().get(NAMED) instanceof Word(String id, boolean _))) {
            return text;
        }
        return rules(id).map(rules -> written(protocol, rules)).orElse(text);
    }

    private static Part written(Keys protocol, Keys rules) {
        SequencedMap<String, Part> sources = new LinkedHashMap<>(keys(protocol, "sources"));
        Map<String, String> renamed = new LinkedHashMap<>();
        keys(rules, "sources").forEach((name, citation) -> {
            String free = name;
            while (sources.containsKey(free) && !citation.equals(sources.get(free))) {
                free = free + "-rules";
            }
            renamed.put(name, free);
            sources.putIfAbsent(free, citation);
        });
        SequencedMap<String, Part> own = new LinkedHashMap<>();
        for (String each : RULES) {
            own.put(each, renamed(rules.parts().getOrDefault(each, new Items(List.of())), renamed));
        }
        SequencedMap<String, Part> whole = new LinkedHashMap<>();
        protocol.parts().forEach((key, part) -> {
            switch (key) {
                case NAMED -> whole.put(WRITTEN, new Keys(own));
                case "sources" -> whole.put(key, new Keys(sources));
                default -> whole.put(key, part);
            }
        });
        return new Keys(whole);
    }

    private static Part renamed(Part part, Map<String, String> names) {
        return switch (part) {
            case Keys keys -> {
                SequencedMap<String, Part> parts = new LinkedHashMap<>();
                keys.parts().forEach((key, value) -> {
                    boolean isName = key.equals("source") && keys.parts().containsKey("tag");
                    parts.put(
                            key,
                            isName && value instanceof Word(String name, boolean plain)
                                    ? new Word(names.getOrDefault(name, name), plain)
                                    : renamed(value, names));
                });
                yield new Keys(parts);
            }
            case Items items ->
                new Items(
                        items.parts().stream().map(item -> renamed(item, names)).toList());
            case Word word -> word;
        };
    }

    private static SequencedMap<String, Part> keys(Keys part, String key) {
        return part.parts().get(key) instanceof Keys keys ? keys.parts() : new LinkedHashMap<>();
    }

    private static Optional<Keys> rules(String id) {
        return Catalogue.shipped()
                .supervisionText(id)
                .map(text -> ContentText.parse(id, text.getBytes(StandardCharsets.UTF_8)))
                .flatMap(content -> content instanceof Content.Loaded<Part>(Part tree)
                                && tree instanceof Keys keys
                        ? Optional.of(keys)
                        : Optional.empty());
    }
}
