package org.evenkeel.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who a FHIR Patient is, as far as it says.
///
/// @param given first given name
/// @param family family name, or the name's text where it has no parts
/// @param birthDate where day, month and year are known
/// @param gender administrative gender
/// @param identifiers what systems call the patient, those without a system left out
public record Demographics(
        Optional<String> given,
        Optional<String> family,
        Optional<LocalDate> birthDate,
        Gender gender,
        List<Identifier> identifiers) {

    private static final int NAME_LENGTH = 100;
    private static final int IDENTIFIER_LENGTH = 200;
    private static final int MOST_IDENTIFIERS = 50;

    /// FHIR's administrative gender.
    public enum Gender {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    /// A name that holds within one system.
    public record Identifier(String system, String value) {}

    public Demographics {
        identifiers = List.copyOf(identifiers);
    }

    /// Reads a Patient; what is too long to be a name is shortened.
    static Demographics of(Element patient) {
        Optional<Element> name = name(patient);
        Optional<String> given = name.flatMap(
                one -> one.strings("given").stream().findFirst().map(Demographics::shortened));
        Optional<String> family = name.flatMap(
                one -> one.text("family").or(() -> one.text("text")).map(Demographics::shortened));
        return new Demographics(
                given.filter(text -> !text.isBlank()),
                family.filter(text -> !text.isBlank()),
                birthDate(patient),
                gender(patient),
                identifiers(patient));
    }

    /// The official name, or the first.
    private static Optional<Element> name(Element patient) {
        List<Element> names = patient.children("name");
        return names.stream()
                .filter(name -> name.text("use").equals(Optional.of("official")))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private static Optional<LocalDate> birthDate(Element patient) {
        try {
            return patient.text("birthDate").map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Gender gender(Element patient) {
        return switch (patient.text("gender").orElse("").toLowerCase(Locale.ROOT)) {
            case "female" -> Gender.FEMALE;
            case "male" -> Gender.MALE;
            case "other" -> Gender.OTHER;
            default -> Gender.UNKNOWN;
        };
    }

    private static List<Identifier> identifiers(Element patient) {
        var found = new ArrayList<Identifier>();
        for (Element one : patient.children("identifier")) {
            String system = one.text("system").orElse("").strip();
            String value = one.text("value").orElse("").strip();
            boolean fits = !system.isEmpty()
                    && !value.isEmpty()
                    && system.length() <= IDENTIFIER_LENGTH
                    && value.length() <= IDENTIFIER_LENGTH
                    && !Cells.isDamaged(system + value);
            var identifier = new Identifier(system, value);
            if (fits && found.size() < MOST_IDENTIFIERS && !found.contains(identifier)) {
                found.add(identifier);
            }
        }
        return found;
    }

    private static String shortened(String text) {
        return Cells.printable(text.strip(), NAME_LENGTH);
    }
}
