package org.evenkeel.knowledge;

import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Some keys and values of a content file while they are written: the other side of [Section].
///
/// @param entries in the order they were put
/// @param names short names of the file's sources by their citations
record Keys(Map<String, Object> entries, Map<String, String> names) {

    static Keys with(Map<String, String> names) {
        return new Keys(new LinkedHashMap<>(), names);
    }

    /// Keys of the same file that stand further inside.
    Keys inside() {
        return with(names);
    }

    Keys put(String key, Object value) {
        entries.put(key, value);
        return this;
    }

    Keys put(String key, Optional<?> value) {
        value.ifPresent(present -> entries.put(key, present));
        return this;
    }

    /// A constant as [Section#choice] reads it.
    Keys word(String key, Enum<?> constant) {
        return put(key, Section.word(constant));
    }

    /// A number, or several, with unit, tag and source.
    Keys cited(String key, String unit, Cited<?> cited) {
        return put(
                key,
                inside().put("value", number(cited.value()))
                        .put("unit", unit)
                        .evidence(cited)
                        .entries());
    }

    /// The same for one that may be missing.
    Keys maybe(String key, String unit, Optional<? extends Cited<?>> cited) {
        cited.ifPresent(present -> cited(key, unit, present));
        return this;
    }

    /// A section.
    <T> Keys section(String key, T value, BiFunction<T, Keys, Keys> writer) {
        return put(key, writer.apply(value, inside()).entries());
    }

    /// A section that may be missing.
    <T> Keys section(String key, Optional<T> value, BiFunction<T, Keys, Keys> writer) {
        value.ifPresent(present -> section(key, present, writer));
        return this;
    }

    /// A list of sections.
    <T> Keys sections(String key, List<T> values, BiFunction<T, Keys, Keys> writer) {
        return put(
                key,
                values.stream()
                        .map(value -> writer.apply(value, inside()).entries())
                        .toList());
    }

    /// The words of a section, and behind them the evidence for it.
    Keys words(Cited<String> cited) {
        return put("words", cited.value()).evidence(cited);
    }

    /// Tag and source.
    Keys evidence(Cited<?> cited) {
        String name = names.get(cited.source());
        if (name == null) {
            throw new IllegalArgumentException(
                    "every citation must be among the sources, got '" + cited.source() + "'");
        }
        return word("tag", cited.tag()).put("source", name);
    }

    private static Object number(Object value) {
        return switch (value) {
            case BigDecimal decimal -> new Plain(decimal);
            case Double decimal -> new Plain(BigDecimal.valueOf(decimal));
            case List<?> values -> values.stream().map(Keys::number).toList();
            default -> value;
        };
    }

    /// A number in digits, never with an exponent.
    private record Plain(BigDecimal value) {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }
}
