package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.ProtocolWords;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;
import org.evenkeel.knowledge.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A text as fields of a form, each with what is wrong with it.
final class EditorTree {
    /// An edition's own name is not typed.
    private static final Set<String> FIXED = Set.of("kind", "id", "version");
    private static final Set<String> NEEDED = Set.of(
            "title",
            "use",
            "drug",
            "route",
            "indication",
            "labels",
            "grade",
            "evidence",
            "minimumAge",
            "dose",
            "series",
            "sources");
    private static final int LONG = 60;

    private final Part text;
    private final List<String> sources;
    private final Map<String, String> wrongs = new HashMap<>();

    private EditorTree(Part text, List<Problem> problems) {
        this.text = text;
        this.sources = text.at("sources").orElse(new Word("", false)) instanceof Keys keys
                ? List.copyOf(keys.parts().keySet())
                : List.of();
        problems.forEach(this::place);
    }

    /// The fields of a text.
    ///
    /// @param problems what the strict loader says is wrong
    static EditorField of(Part text, List<Problem> problems) {
        return new EditorTree(text, problems).field("", "Protocol", text, false);
    }

    /// Where a problem is shown: at the field it names, else at the nearest thing around it.
    static String placeOf(Part text, Problem problem) {
        String key = problem.key();
        while (!key.isEmpty() && text.at(key).isEmpty()) {
            int cut = Math.max(key.lastIndexOf('.'), key.lastIndexOf('['));
            key = cut < 0 ? "" : key.substring(0, cut);
        }
        int dot = key.lastIndexOf('.');
        boolean inFigure = dot > 0
                && text.at(key.substring(0, dot)).orElseThrow() instanceof Keys around
                && around.isFigure();
        return inFigure ? key.substring(0, dot) : key;
    }

    private void place(Problem problem) {
        wrongs.merge(placeOf(text, problem), problem.cause(), (one, other) -> one + "; " + other);
    }

    private EditorField field(String path, String label, Part part, boolean removable) {
        EditorField.Head head = new EditorField.Head(
                path, label, ProtocolWords.hint(path), wrongs.getOrDefault(path, ""), removable);
        return switch (part) {
            case Word word -> word(head, word);
            case Items items
            when items.isOfWords() ->
                new EditorField.Words(
                        head,
                        items.parts().stream()
                                .map(item -> ((Word) item).text())
                                .collect(Collectors.joining(
                                        EditorForm.isLines(path, items) ? "\n" : ", ")),
                        EditorForm.isLines(path, items),
                        List.of());
            case Items items -> items(head, items);
            case Keys keys when keys.isFigure() -> figure(head, keys);
            case Keys keys -> section(head, keys);
        };
    }

    private EditorField word(EditorField.Head head, Word word) {
        List<String> choices = head.path().endsWith("source") && !sources.isEmpty()
                ? sources
                : ProtocolWords.choices(head.path());
        return new EditorField.Words(
                head,
                word.text(),
                word.text().length() > LONG || head.path().endsWith("words"),
                choices.isEmpty() ? List.of() : choices(head.path(), choices, word.text()));
    }

    private static List<LibraryPage.Choice> choices(
            String path, List<String> choices, String chosen) {
        Set<String> all = new LinkedHashSet<>(choices);
        all.add(chosen);
        return all.stream()
                .map(each -> new LibraryPage.Choice(each, ProtocolWords.value(path, each)))
                .toList();
    }

    private EditorField figure(EditorField.Head head, Keys keys) {
        String value = switch (keys.parts().get("value")) {
            case Word word -> word.text();
            case Items items
            when items.isOfWords() ->
                items.parts().stream()
                        .map(item -> ((Word) item).text())
                        .collect(Collectors.joining(", "));
            case null, default -> "";
        };
        Set<String> named = new TreeSet<>(sources);
        named.add(EditorParts.OWN_SOURCE);
        named.add(keys.word("source"));
        return new EditorField.Figure(
                head,
                value,
                ProtocolWords.amount("", keys.word("unit")),
                keys.word("tag"),
                keys.word("source"),
                List.copyOf(named));
    }

    private EditorField section(EditorField.Head head, Keys keys) {
        List<EditorField> fields = new ArrayList<>();
        keys.parts().forEach((key, part) -> {
            if (!head.path().isEmpty() || !FIXED.contains(key)) {
                String at = head.path().isEmpty() ? key : head.path() + "." + key;
                boolean isSource = head.path().equals("sources");
                boolean removable = isSource
                        || head.path().isEmpty() && !NEEDED.contains(key)
                        || EditorParts.addable(head.path(), new Keys(new LinkedHashMap<>()))
                                .contains(key);
                fields.add(field(at, isSource ? key : ProtocolWords.label(at), part, removable));
            }
        });
        List<EditorField.Button> buttons = new ArrayList<>();
        for (String key : EditorParts.addable(head.path(), keys)) {
            String at = head.path().isEmpty() ? key : head.path() + "." + key;
            buttons.add(new EditorField.Button("add " + at, "Add: " + ProtocolWords.label(at)));
        }
        for (String with : EditorParts.replaceable(head.path())) {
            buttons.add(new EditorField.Button(
                    "replace " + head.path() + " " + with,
                    "Begin anew: " + ProtocolWords.value(head.path() + ".rule", with)));
        }
        if (head.path().isEmpty() && keys.parts().containsKey("supervisedBy")) {
            buttons.add(
                    new EditorField.Button("own-rules", "Write our own rules of watching over"));
        }
        return new EditorField.Group(head, fields, buttons);
    }

    private EditorField items(EditorField.Head head, Items items) {
        List<EditorField> fields = new ArrayList<>();
        for (int i = 0; i < items.parts().size(); i++) {
            fields.add(field(
                    head.path() + "[" + (i + 1) + "]",
                    ProtocolWords.label(head.path()) + " " + (i + 1),
                    items.parts().get(i),
                    true));
        }
        return new EditorField.Group(
                head,
                fields,
                EditorParts.canGrow(head.path(), items)
                        ? List.of(new EditorField.Button(
                                "add " + head.path(),
                                "Add one more to: " + ProtocolWords.label(head.path())))
                        : List.of());
    }
}
