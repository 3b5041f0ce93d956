package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.audit.AuditEntry.Outcome;
import org.evenkeel.clinic.audit.AuditFilter;
import org.evenkeel.clinic.web.FormState;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the audit is narrowed to, as an address says it: ids, codes and days, never a name.
///
/// @param form the fields with what is wrong with them
/// @param filter what they ask for; where one is wrong, without it
record AuditQuery(FormState form, AuditFilter filter) {
    private static final List<String> FIELDS =
            List.of("who", "patient", "what", "outcome", "from", "until");
    private static final int LONGEST_ACTION = 60;

    static AuditQuery of(Clinic clinic, Map<String, String> parameters) {
        FormState form = FormState.sent(parameters);
        AuditFilter filter = new AuditFilter(
                clinic.id(),
                read(form, "who", UUID::fromString),
                Optional.empty(),
                read(form, "patient", UUID::fromString),
                read(form, "what", AuditQuery::action),
                read(form, "outcome", AuditQuery::outcome),
                read(form, "from", text -> start(clinic, day(text))),
                read(form, "until", text -> start(clinic, day(text).plusDays(1))),
                read(form, "before", Long::valueOf).stream()
                        .mapToLong(number -> number)
                        .findFirst());
        return new AuditQuery(form, filter);
    }

    /// The address of a page or file of the same entries.
    String address(String path, OptionalLong before) {
        String parameters = FIELDS.stream()
                .filter(field ->
                        !form.value(field).isEmpty() && form.wrong(field).isEmpty())
                .map(field ->
                        field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String all = before.isPresent()
                ? parameters + (parameters.isEmpty() ? "" : "&") + "before=" + before.getAsLong()
                : parameters;
        return all.isEmpty() ? path : path + "?" + all;
    }

    private static <T> Optional<T> read(FormState form, String field, Function<String, T> reading) {
        String text = form.value(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            form.reject(
                    field,
                    switch (field) {
                        case "from", "until" -> "Choose a day that exists.";
                        case "patient" -> "Enter the whole id, as the list or an address shows it.";
                        default -> "Choose one of the list.";
                    });
            return Optional.empty();
        }
    }

    private static String action(String text) {
        if (text.length() > LONGEST_ACTION || !text.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no action");
        }
        return text;
    }

    private static Outcome outcome(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome");
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!FormState.canBeMeant(day)) {
            throw new IllegalArgumentException("no day of a clinic");
        }
        return day;
    }

    private static Instant start(Clinic clinic, LocalDate day) {
        return day.atStartOfDay(clinic.zone()).toInstant();
    }
}
