package org.evenkeel.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes maps, lists, texts and numbers as the plain YAML of content files: short ones on one
/// line, without anchors, tags and folded lines.
final class Yaml {
    private static final int WIDTH = 100;
    private static final String STEP = "  ";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _./()%+-]*[A-Za-z0-9_./()%+-])?");
    private static final Set<String> NO_TEXT = Set.of("true", "false", "null");

    private Yaml() {}

    /// A whole file.
    static String write(Map<String, Object> file) {
        return block(file, "");
    }

    private static String block(Map<?, ?> keys, String indent) {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> {
            String start = indent + key + ":";
            text.append(start).append(after(value, indent, start.length())).append('\n');
        });
        return text.toString();
    }

    /// What stands after a colon: the value on the same line where it fits, else below.
    private static String after(Object value, String indent, int used) {
        String flow = flow(value);
        boolean fits = !(value instanceof Map || value instanceof List)
                || used + 1 + flow.length() <= WIDTH;
        return fits ? " " + flow : "\n" + below(value, indent).stripTrailing();
    }

    private static String below(Object value, String indent) {
        return switch (value) {
            case Map<?, ?> keys -> block(keys, indent + STEP);
            case List<?> items ->
                items.stream().map(item -> item(item, indent + STEP)).collect(Collectors.joining());
            default -> throw new IllegalArgumentException("no keys and no list: " + value);
        };
    }

    private static String item(Object item, String indent) {
        String flow = flow(item);
        if (!(item instanceof Map<?, ?> keys)
                || indent.length() + STEP.length() + flow.length() <= WIDTH) {
            return indent + "- " + flow + "\n";
        }
        return indent + "- " + block(keys, indent + STEP).substring(indent.length() + 2);
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> keys ->
                keys.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case List<?> items ->
                items.stream().map(Yaml::flow).collect(Collectors.joining(", ", "[", "]"));
            case String text -> scalar(text);
            default -> value.toString();
        };
    }

    private static String scalar(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(printed(sign));
            }
        });
        return quoted.append('"').toString();
    }

    /// Signs that an editor would not show are written by their number.
    private static String printed(int sign) {
        boolean hidden = Character.isISOControl(sign)
                || sign == 0xFEFF
                || sign == 0x2028
                || sign == 0x2029
                || Character.getType(sign) == Character.SURROGATE;
        return hidden ? "\\u%04X".formatted(sign) : Character.toString(sign);
    }
}
