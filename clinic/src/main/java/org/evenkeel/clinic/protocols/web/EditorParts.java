package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Supervised;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// What an editor can put into a text, take out of it, and put in place of something, by the
/// buttons of its form.
final class EditorParts {
    /// The source of numbers that are the clinic's own.
    static final String OWN_SOURCE = "own";

    private static final String OWN_WORDS = "This clinic's own, no published source";
    private static final String FILE = "/protocols/parts.yaml";
    private static final Keys PARTS = read();

    private EditorParts() {}

    /// Keys that can be added to a section.
    static List<String> addable(String path, Keys section) {
        return keys("add", path.isEmpty() ? "protocol" : plain(path)).parts().keySet().stream()
                .filter(key -> !section.parts().containsKey(key))
                .toList();
    }

    /// What a section can be replaced by.
    static List<String> replaceable(String path) {
        return List.copyOf(keys("replace", plain(path)).parts().keySet());
    }

    /// Whether another item can be added to a list.
    static boolean canGrow(String path, Items items) {
        return PARTS.at("item")
                        .flatMap(parts -> parts instanceof Keys keys
                                ? Optional.ofNullable(keys.parts().get(plain(path)))
                                : Optional.empty())
                        .isPresent()
                || !items.parts().isEmpty();
    }

    /// A text after a button was pressed: `add PATH`, `remove PATH`, `replace PATH WITH`,
    /// `own-rules`
    /// or `source NAME`. Anything else leaves it as it is.
    static Part after(Part text, String act) {
        String[] words = act.split(" ", 3);
        if (words[0].equals("own-rules")) {
            return Supervised.written(text);
        }
        if (words.length < 2) {
            return text;
        }
        return switch (words[0]) {
            case "add" -> add(text, words[1]);
            case "remove" -> text.without(words[1]);
            case "replace" -> words.length > 2 ? replace(text, words[1], words[2]) : text;
            case "source" -> source(text, words[1]);
            default -> text;
        };
    }

    /// The text with the clinic's own source named, where one of its numbers goes by it.
    static Part withOwnSource(Part text) {
        return goesByOwn(text) && text.at("sources." + OWN_SOURCE).isEmpty()
                ? text.with("sources." + OWN_SOURCE, new Word(OWN_WORDS, false))
                : text;
    }

    private static boolean goesByOwn(Part part) {
        return switch (part) {
            case Keys keys ->
                keys.word("source").equals(OWN_SOURCE) && keys.parts().containsKey("tag")
                        || keys.parts().values().stream().anyMatch(EditorParts::goesByOwn);
            case Items items -> items.parts().stream().anyMatch(EditorParts::goesByOwn);
            case Word _ -> false;
        };
    }

    private static Part add(Part text, String path) {
        if (text.at(path).orElse(new Word("", false)) instanceof Items items) {
            Optional<Part> item = Optional.ofNullable(keys("item").parts().get(plain(path)))
                    .or(() -> Optional.of(items.parts())
                            .filter(parts -> !parts.isEmpty())
                            .map(List::getLast));
            List<Part> grown = new ArrayList<>(items.parts());
            item.ifPresent(grown::add);
            return text.with(path, new Items(grown));
        }
        int dot = path.lastIndexOf('.');
        String section = dot < 0 ? "" : path.substring(0, dot);
        String key = path.substring(dot + 1);
        Part added = keys("add", section.isEmpty() ? "protocol" : plain(section))
                .parts()
                .get(key);
        return added == null || text.at(path).isPresent() ? text : text.with(path, added);
    }

    private static Part replace(Part text, String path, String with) {
        Part part = keys("replace", plain(path)).parts().get(with);
        return part == null ? text : text.with(path, part);
    }

    private static Part source(Part text, String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,39}")
                        && text.at("sources." + name).isEmpty()
                ? text.with("sources." + name, new Word("", false))
                : text;
    }

    private static String plain(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static Keys keys(String... steps) {
        Part here = PARTS;
        for (String step : steps) {
            here = here instanceof Keys keys && keys.parts().containsKey(step)
                    ? Objects.requireNonNull(keys.parts().get(step))
                    : new Keys(new LinkedHashMap<>());
        }
        return here instanceof Keys keys ? keys : new Keys(empty());
    }

    private static SequencedMap<String, Part> empty() {
        return new LinkedHashMap<>();
    }

    private static Keys read() {
        try (var file = EditorParts.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
            if (ContentText.parse(FILE, bytes) instanceof Content.Loaded<Part>(Part tree)
                    && tree instanceof Keys keys) {
                return keys;
            }
            throw new IllegalStateException(FILE + " cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
