package org.evenkeel.clinic;

import static org.evenkeel.clinic.TextFields.led;
import static org.evenkeel.clinic.TextFields.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts that a clinic's own protocols keep.
final class ProtocolTexts {
    private static final Pattern SHIPPED =
            Pattern.compile("href=\"(/protocols/[0-9a-f-]{36})\">Every other day, then");
    /// Parts of the text that hold words of any kind.
    private static final List<String> WORDS = List.of(
            "title",
            "indication",
            "evidence",
            "labels[1].words",
            "sources.messer2010",
            "series[1].words",
            "maintenance.words",
            "caveats");

    private static final Pattern TREE =
            Pattern.compile("<textarea name=\"tree\"[^>]*>\\n(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea) id=\"f-[^\"]*\" name=\"([^\"]+)\"");

    private final TextFields fields;
    private final Visitor second;
    private String shipped = "";
    private Map<String, String> copying = Map.of();

    /// @param second another prescriber of the clinic, with a second factor
    ProtocolTexts(TextFields fields, Visitor second) {
        this.fields = fields;
        this.second = second;
    }

    /// A draft whose every field was typed over; most of it is wrong now, which its page says.
    UUID typedOver() {
        UUID draft = copy();
        String edit = path(draft) + "/edit";
        Map<String, String> typed = new HashMap<>();
        FIELD.matcher(fields.look(edit).body())
                .results()
                .forEach(field -> typed.put(field.group(1), fields.text("typed")));
        save(draft, typed);
        Map<String, String> source = tree(edit);
        source.putAll(Map.of("act", "source", "new-source", fields.text("source")));
        require(200, fields.form(edit, edit, source));
        String text = path(draft) + "/text";
        require(422, fields.form(text, text, Map.of("act", "save", "text", fields.text("typed"))));
        require(
                422,
                fields.form(
                        "/protocols/new", "/protocols/new", Map.of("text", fields.text("typed"))));
        return draft;
    }

    /// A draft that was given up.
    UUID discarded() {
        UUID draft = copy();
        step(draft, "discard", "discarded");
        return draft;
    }

    /// One that went all the way; a patient is put on it before it is retired.
    UUID publishedAndRetired(Consumer<UUID> moving) {
        UUID draft = copy();
        Map<String, String> typed = new HashMap<>();
        WORDS.forEach(word -> typed.put(word, fields.text("protocol")));
        save(draft, typed);
        String path = path(draft);
        require(302, fields.form(second, path, path + "/review", Map.of()));
        require(
                302,
                fields.form(
                        second,
                        path,
                        path + "/return",
                        Map.of("reason", fields.text("sent-back"))));
        require(302, fields.form(second, path, path + "/review", Map.of()));
        require(302, fields.form(path + "/sign", path + "/sign", Map.of()));
        require(302, fields.form(path, path + "/publish", Map.of()));
        moving.accept(draft);
        step(draft, "retire", "retired");
        return draft;
    }

    private void step(UUID draft, String step, String field) {
        String path = path(draft);
        require(302, fields.form(path, path + "/" + step, Map.of("reason", fields.text(field))));
    }

    private void save(UUID draft, Map<String, String> typed) {
        String edit = path(draft) + "/edit";
        Map<String, String> form = tree(edit);
        form.put("act", "save");
        form.putAll(typed);
        require(302, fields.form(edit, edit, form));
    }

    /// The text that the editor's page carries with it.
    private Map<String, String> tree(String edit) {
        Matcher tree = TREE.matcher(fields.look(edit).body());
        return new HashMap<>(tree.find() ? Map.of("tree", unescaped(tree.group(1))) : Map.of());
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// A draft of the clinic's own.
    private UUID copy() {
        if (shipped.isEmpty()) {
            Matcher link = SHIPPED.matcher(fields.look("/protocols").body());
            if (!link.find()) {
                throw new IllegalStateException("the protocol is not in the library");
            }
            shipped = link.group(1);
            copying = Visitor.hidden(fields.look(shipped), shipped + "/copy");
        }
        Map<String, String> form = new HashMap<>(copying);
        form.put("key", UUID.randomUUID().toString());
        return led(fields.post(shipped + "/copy", form));
    }

    private static String path(UUID id) {
        return "/protocols/" + id;
    }
}
