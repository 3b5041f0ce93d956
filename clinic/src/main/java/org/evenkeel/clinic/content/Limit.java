package org.evenkeel.clinic.content;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.MgPerKg;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A figure the clinic's proposals and checks go by.
///
/// @param name where it stands, for example `dose creep: red above`
/// @param value the figure
/// @param tag how far it was followed to its source
/// @param source where it comes from
public record Limit(String name, String value, EvidenceTag tag, String source) {

    /// Whether no source stands behind it.
    public boolean unverified() {
        return tag.isUnverified();
    }

    /// Every figure of the settings, limits and agreements of some content.
    public static List<Limit> of(ClinicContent content) {
        List<Limit> limits = new ArrayList<>();
        collect("", content.settings(), limits);
        collect("", content.limits(), limits);
        collect("", content.followUp(), limits);
        return List.copyOf(limits);
    }

    /// A digest of figures: when one of them, its tag or its source changes, so does the digest.
    public static String digest(List<Limit> limits) {
        String text = limits.stream().map(Limit::toString).collect(Collectors.joining("\n"));
        return Sha256.hex(text);
    }

    /// Goes through the parts of a record, so that a figure added there is listed here.
    private static void collect(String group, Record part, List<Limit> into) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String name = words(component.getName());
            switch (value(part, component)) {
                case Cited<?> figure ->
                    into.add(new Limit(
                            group.isEmpty() ? name : group + ": " + name,
                            shown(figure.value()),
                            figure.tag(),
                            figure.source()));
                case Record inner -> collect(name, inner, into);
                default ->
                    throw new IllegalStateException(
                            part.getClass() + " has a part that is no figure: " + name);
            }
        }
    }

    private static String shown(Object figure) {
        return switch (figure) {
            case MgPerKg(BigDecimal value) -> value.toPlainString() + " mg/kg";
            case Number number -> number.toString();
            default ->
                throw new IllegalStateException("nobody can read a figure of " + figure.getClass());
        };
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
