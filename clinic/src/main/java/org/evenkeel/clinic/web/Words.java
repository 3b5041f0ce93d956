package org.evenkeel.clinic.web;

import org.evenkeel.core.instrument.InstrumentId;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Days and numbers as people read them.
public final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_SHOWN_TWICE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss '('xxx')'", Locale.ENGLISH);
    private static final int DAYS_A_WEEK = 7;

    private Words() {}

    /// For example `14 Nov 2026`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// For example `Sat 14 Nov 2026`.
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /// For example `14 Nov 2026, 09:31:07`; in the hour that a clock set back for the winter shows
    /// twice, with what it was ahead of UTC, as in `31 Oct 2027, 02:30:00 (+01:00)`.
    public static String time(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return (twice ? TIME_SHOWN_TWICE : TIME).format(local);
    }

    /// How far a day is from another, for example `in 3 days`, `today`, `5 days ago`.
    public static String distance(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in " + days(days) : days(-days) + " ago";
    }

    /// For example `1 day`, `12 days`, `5 weeks`.
    public static String days(long days) {
        if (days >= 2 * DAYS_A_WEEK && days % DAYS_A_WEEK == 0) {
            return days / DAYS_A_WEEK + " weeks";
        }
        return days == 1 ? "1 day" : days + " days";
    }

    /// For example `17 %`; chances that are small but not nothing are `under 1 %`.
    public static String percent(double share) {
        long rounded = Math.round(share * 100);
        if (rounded == 0 && share > 0) {
            return "under 1 %";
        }
        return rounded + " %";
    }

    /// One decimal, for example `3.4`.
    public static String decimal(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }

    /// The short name of a questionnaire, for example `PHQ-9`.
    public static String instrument(InstrumentId id) {
        return id.value().toUpperCase(Locale.ROOT);
    }

    /// An amount without needless zeros, for example `35` or `0.5`.
    public static String amount(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
