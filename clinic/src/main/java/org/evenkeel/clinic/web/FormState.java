package org.evenkeel.clinic.web;

import org.evenkeel.clinic.audit.Command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What was typed into a form and what is wrong with it, field by field.
///
/// Reading a field that cannot be read notes what is wrong, so that all problems are shown at once.
public final class FormState {
    /// Name of the hidden field with the form's key.
    public static final String KEY = "key";

    /// The days a file of a clinic may hold too. A browser that is given `26` for a year sends the
    /// year 26.
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private static final int MOST_DIGITS = 12;

    private final Map<String, String> values;
    private final Map<String, String> sent;
    private final Map<String, String> wrongs = new LinkedHashMap<>();

    private FormState(Map<String, String> values) {
        this.values = values;
        this.sent = Map.copyOf(values);
    }

    /// A form nobody has typed into: a fresh key and what the fields start with.
    public static FormState fresh(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(KEY, UUID.randomUUID().toString());
        return new FormState(all);
    }

    /// A form as it was sent.
    public static FormState sent(Map<String, String> values) {
        return new FormState(new LinkedHashMap<>(values));
    }

    /// The same form with something else in one field, for a page that shows it anew.
    public FormState with(String field, String value) {
        values.put(field, value);
        return this;
    }

    /// What stands in a field.
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /// Every field as it stands.
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /// What is wrong with a field; empty where nothing is.
    public String wrong(String field) {
        return wrongs.getOrDefault(field, "");
    }

    /// What is wrong, field by field, as it was read.
    public Map<String, String> wrongs() {
        return Collections.unmodifiableMap(wrongs);
    }

    /// Notes that a field is wrong; the first note stays.
    public void reject(String field, String sentence) {
        wrongs.putIfAbsent(field, sentence);
    }

    /// Whether nothing is wrong.
    public boolean isRight() {
        return wrongs.isEmpty();
    }

    /// The form's key; a form without one gets a fresh one and is refused.
    public UUID key() {
        try {
            return UUID.fromString(value(KEY));
        } catch (IllegalArgumentException e) {
            reject(KEY, "Please send this form again.");
            UUID fresh = UUID.randomUUID();
            values.put(KEY, fresh.toString());
            return fresh;
        }
    }

    /// The form as a command: its key and what was sent with it, whatever is shown in it since.
    public Command command() {
        return Command.of(key(), sent);
    }

    /// Whether a day can be meant, and not only typed.
    public static boolean canBeMeant(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /// A calendar day that has come.
    public Optional<LocalDate> pastDay(String field, LocalDate today) {
        return pastDay(
                field,
                today,
                FIRST,
                "Look at the year once more; the earliest day is " + Words.day(FIRST) + ".");
    }

    /// A calendar day that has come, of the life of somebody.
    ///
    /// @param born where known
    public Optional<LocalDate> pastDay(String field, LocalDate today, Optional<LocalDate> born) {
        return born.filter(FormState::canBeMeant)
                .map(day -> pastDay(
                        field,
                        today,
                        day,
                        "The patient was not born yet: look at the year once more."))
                .orElseGet(() -> pastDay(field, today));
    }

    /// A calendar day that has come, from a first one on.
    ///
    /// @param early what is said of a day before that
    public Optional<LocalDate> pastDay(
            String field, LocalDate today, LocalDate first, String early) {
        try {
            LocalDate day = LocalDate.parse(value(field));
            if (day.isAfter(today)) {
                reject(field, "That day has not come yet; the latest is " + Words.day(today) + ".");
            } else if (day.isBefore(first)) {
                reject(field, early);
            } else {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            reject(field, "Choose a day that exists.");
        }
        return Optional.empty();
    }

    /// A decimal number above zero, with a point or a comma.
    public Optional<BigDecimal> positive(String field) {
        String text = value(field).replace(',', '.');
        if (text.length() <= MOST_DIGITS && text.matches("\\d+(\\.\\d{1,3})?")) {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() > 0) {
                return Optional.of(number);
            }
        }
        reject(field, "Enter a number above 0, with up to 3 digits after the point.");
        return Optional.empty();
    }

    /// One of the names of an enumeration.
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(value(field))) {
                return Optional.of(each);
            }
        }
        reject(field, "Choose one of the list.");
        return Optional.empty();
    }
}
