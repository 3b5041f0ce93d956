package org.evenkeel.clinic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which fields the pages send where: read from the forms and links of pages that were opened.
final class PageFields {
    private static final Pattern FORM = Pattern.compile(
            "<form[^>]*?action=\"([^\"?]*)[^\"]*\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<[^>]* name=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?]*)\\?([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?:^|[&;])([\\w-]+)=");

    /// Where something can be typed that is no number, day or password.
    private static final Pattern TEXT = Pattern.compile("<textarea\\b[^>]*>|<input\\b"
            + "(?![^>]* type=\"(?!text|search|email|tel|url))"
            + "(?![^>]* inputmode=\"(?:numeric|decimal))[^>]*>");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, Set<String>> fields = new LinkedHashMap<>();
    private final Set<String> texts = new TreeSet<>();

    /// Reads a page.
    void read(String html) {
        FORM.matcher(html).results().forEach(form -> {
            note(form.group(1), FIELD, form.group(2));
            String action = ID.matcher(form.group(1)).replaceAll("{id}");
            TEXT.matcher(form.group(2))
                    .results()
                    .flatMap(field -> FIELD.matcher(field.group()).results())
                    .forEach(field -> texts.add(action + " " + field.group(1)));
        });
        LINK.matcher(html).results().forEach(link -> note(link.group(1), NAME, link.group(2)));
    }

    /// The names of all fields that any page sends to a path.
    Set<String> of(String path) {
        return fields.getOrDefault(path, Set.of());
    }

    /// The fields into which texts can be typed, as path and name; ids in paths stand as `{id}`.
    Set<String> texts() {
        return Set.copyOf(texts);
    }

    private void note(String path, Pattern names, String text) {
        Set<String> noted = fields.computeIfAbsent(path, _ -> new TreeSet<>());
        names.matcher(text).results().forEach(each -> noted.add(each.group(1)));
    }
}
