package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.FormState;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads what was typed into the editor's form over the text it was made from. A field's name is
/// the path of what it changes, so that every field there can be has one way in.
///
/// A number that was changed and whose tag and source were left as they were is the clinic's own
/// from then on: a source does not stand behind what it does not say.
final class EditorForm {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");
    private static final int LONGEST = 4_000;

    private final Map<String, String> sent;

    private EditorForm(Map<String, String> sent) {
        this.sent = sent;
    }

    /// What the form says now.
    ///
    /// @param base the text the form was made from
    static Part read(Part base, FormState form, Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, _) -> values.put(name, form.value(name)));
        return EditorParts.withOwnSource(new EditorForm(values).part("", base));
    }

    private Part part(String path, Part base) {
        return switch (base) {
            case Word word -> typed(path).map(text -> word(path, text, word)).orElse(word);
            case Items items
            when items.isOfWords() ->
                typed(path).<Part>map(text -> list(path, text, items)).orElse(items);
            case Items items -> {
                List<Part> parts = new ArrayList<>();
                for (int i = 0; i < items.parts().size(); i++) {
                    parts.add(part(path + "[" + (i + 1) + "]", items.parts().get(i)));
                }
                yield new Items(parts);
            }
            case Keys keys -> keys(path, keys);
        };
    }

    private Keys keys(String path, Keys base) {
        SequencedMap<String, Part> parts = new LinkedHashMap<>();
        base.parts()
                .forEach((key, part) ->
                        parts.put(key, part(path.isEmpty() ? key : path + "." + key, part)));
        Keys typed = new Keys(parts);
        boolean isOwn = base.isFigure()
                && !same(base.parts().get("value"), parts.get("value"))
                && base.word("tag").equals(typed.word("tag"))
                && base.word("source").equals(typed.word("source"));
        if (isOwn) {
            parts.put("tag", new Word("P", false));
            parts.put("source", new Word(EditorParts.OWN_SOURCE, false));
        }
        return new Keys(parts);
    }

    /// Whether two values read the same, however they were written.
    private static boolean same(@Nullable Part one, @Nullable Part other) {
        return words(one).equals(words(other));
    }

    private static List<String> words(@Nullable Part part) {
        return switch (part) {
            case Word word -> List.of(word.text());
            case Items items ->
                items.parts().stream()
                        .map(item -> item instanceof Word word ? word.text() : "")
                        .toList();
            case null, default -> List.of();
        };
    }

    private Optional<String> typed(String path) {
        return Optional.ofNullable(sent.get(path))
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static Word word(String path, String text, Word base) {
        boolean isValue = path.endsWith(".value");
        String number = isValue ? text.replace(',', '.') : text;
        boolean plain = (base.plain() || isValue) && NUMBER.matcher(number).matches();
        return new Word(plain || isValue ? number : text.replace('\n', ' '), plain);
    }

    private static Items list(String path, String text, Items base) {
        boolean lines = isLines(path, base);
        boolean isValue = path.endsWith(".value");
        return new Items(Arrays.stream(text.split(lines ? "\n" : "[,;\\s]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .<Part>map(word -> new Word(
                        word,
                        (isValue || base.parts().stream().anyMatch(EditorForm::isPlain))
                                && NUMBER.matcher(word).matches()))
                .toList());
    }

    private static boolean isPlain(Part part) {
        return part instanceof Word word && word.plain();
    }

    /// Whether a list is of sentences, one a line, and not of words.
    static boolean isLines(String path, Items items) {
        return path.equals("caveats")
                || path.endsWith(".steps") && !path.endsWith("dose.steps")
                || items.parts().stream()
                        .anyMatch(
                                item -> item instanceof Word word && word.text().contains(" "));
    }
}
