package org.evenkeel.exchange.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Constants and lists as words.
final class FactWords {
    private FactWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String joined(List<?> values, String between) {
        return values.stream().map(Object::toString).collect(Collectors.joining(between));
    }

    /// A name that a program could use: letters and digits, a capital first.
    static String computerName(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        boolean letterFirst = !name.isEmpty() && Character.isLetter(name.charAt(0));
        return letterFirst ? name.toString() : "P" + name;
    }
}
