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
    private static final Pattern FIELD = Pattern.compile("<[^>]* name=\"([\\w-]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?]*)\\?([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?:^|[&;])([\\w-]+)=");

    private final Map<String, Set<String>> fields = new LinkedHashMap<>();

    /// Reads a page.
    void read(String html) {
        FORM.matcher(html).results().forEach(form -> note(form.group(1), FIELD, form.group(2)));
        LINK.matcher(html).results().forEach(link -> note(link.group(1), NAME, link.group(2)));
    }

    /// The names of all fields that any page sends to a path.
    Set<String> of(String path) {
        return fields.getOrDefault(path, Set.of());
    }

    private void note(String path, Pattern names, String text) {
        Set<String> noted = fields.computeIfAbsent(path, _ -> new TreeSet<>());
        names.matcher(text).results().forEach(each -> noted.add(each.group(1)));
    }
}
