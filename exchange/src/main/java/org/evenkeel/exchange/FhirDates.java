package org.evenkeel.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/// The day of a FHIR date or date and time.
///
/// A time written in an offset of its own shows the date on the calendar where it was written, and
/// that date counts. A time in UTC is only an instant: its date is taken in the zone given.
///
/// @param zone the zone in which instants get their date
record FhirDates(ZoneId zone) {
    private static final int DATE_LENGTH = 10;
    private static final String ALLOWED =
            "a date YYYY-MM-DD, or one with time and offset, from 1900 to 2199";

    /// The day of a resource's `effective[x]`; a missing one is a problem.
    OptionalInt effective(Element resource) {
        for (String name : new String[] {"effectiveDateTime", "effectiveInstant"}) {
            if (resource.has(name)) {
                return day(resource, name);
            }
        }
        Optional<Element> period = resource.child("effectivePeriod");
        if (period.isPresent()) {
            return day(period.get(), "start");
        }
        return day(resource, "effectiveDateTime");
    }

    /// The day of a member; a missing one is a problem.
    OptionalInt day(Element parent, String name) {
        Optional<String> text = parent.requiredText(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt day = day(text.get());
        if (day.isEmpty()) {
            parent.findings().add(parent.at(name).problem(text.get(), ALLOWED));
        }
        return day;
    }

    private OptionalInt day(String text) {
        if (text.length() <= DATE_LENGTH) {
            return DayKind.CALENDAR_DATE.parse(text);
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            LocalDate date = time.getOffset().equals(ZoneOffset.UTC)
                    ? time.atZoneSameInstant(zone).toLocalDate()
                    : time.toLocalDate();
            return DayKind.CALENDAR_DATE.parse(date.toString());
        } catch (DateTimeException _) {
            return OptionalInt.empty();
        }
    }
}
