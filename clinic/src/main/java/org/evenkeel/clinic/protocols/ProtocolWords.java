package org.evenkeel.clinic.protocols;

import org.evenkeel.core.units.EvidenceTag;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What the keys and choices of a protocol's text are called in plain words. They stand in
/// `protocols/words.properties`; what is not listed there is called by its own name.
public final class ProtocolWords {
    private static final String FILE = "/protocols/words.properties";
    private static final Properties WORDS = read();

    private ProtocolWords() {}

    /// What stands at a path.
    public static String label(String path) {
        return find("label", path).orElseGet(() -> sentence(lastKey(path)));
    }

    /// A hint on what is meant; empty where none is needed.
    public static String hint(String path) {
        return find("hint", path).orElse("");
    }

    /// A choice at a path in words.
    public static String value(String path, String word) {
        String key = lastKey(path);
        return Objects.requireNonNullElse(
                WORDS.getProperty("value." + key + "." + word),
                WORDS.getProperty("value." + word, word));
    }

    /// The choices a path has; empty where anything may stand there.
    public static List<String> choices(String path) {
        return find("choices", path)
                .map(words -> Arrays.asList(words.split(", *")))
                .orElse(List.of());
    }

    /// An amount with its unit in words.
    public static String amount(String value, String unit) {
        String words = WORDS.getProperty("unit." + unit, unit);
        boolean one = value.equals("1") && words.endsWith("s") && words.length() > 2;
        return (value + " " + (one ? words.substring(0, words.length() - 1) : words)).strip();
    }

    /// How far a figure was followed.
    public static String tag(EvidenceTag tag) {
        return WORDS.getProperty("tag." + tag.name(), tag.name());
    }

    /// The most exact entry: the whole path without numbers, then ever shorter ends of it.
    private static Optional<String> find(String kind, String path) {
        String rest = path.replaceAll("\\[\\d+]", "");
        while (true) {
            String found = WORDS.getProperty(kind + "." + rest);
            if (found != null) {
                return Optional.of(found);
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            rest = rest.substring(dot + 1);
        }
    }

    private static String lastKey(String path) {
        String plain = path.replaceAll("\\[\\d+]", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static String sentence(String key) {
        String words = key.replaceAll("([A-Z])", " $1").replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? key
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (var file = ProtocolWords.class.getResourceAsStream(FILE)) {
            words.load(new InputStreamReader(
                    Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
