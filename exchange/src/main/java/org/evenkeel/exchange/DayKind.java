package org.evenkeel.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;

/// What the whole number that stands for a day means, and how it is written.
public enum DayKind {
    /// Counted from a day of the study's own; may be negative.
    STUDY_DAY("day", "a whole number from -100000 to 100000"),
    /// Days since 1970-01-01, written as ISO 8601.
    CALENDAR_DATE("date", "a date YYYY-MM-DD from 1900-01-01 to 2199-12-31");

    private static final int FARTHEST_STUDY_DAY = 100_000;
    private static final long FIRST_DATE = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long LAST_DATE = LocalDate.of(2199, 12, 31).toEpochDay();

    private final String column;
    private final String allowed;

    DayKind(String column, String allowed) {
        this.column = column;
        this.allowed = allowed;
    }

    /// The column that holds such days.
    public String column() {
        return column;
    }

    /// What may be written, in words.
    public String allowed() {
        return allowed;
    }

    /// A day as the files write it.
    public String print(int day) {
        return switch (this) {
            case STUDY_DAY -> Integer.toString(day);
            case CALENDAR_DATE -> LocalDate.ofEpochDay(day).toString();
        };
    }

    /// The day a text stands for; empty where the text is not [#allowed()].
    public OptionalInt parse(String text) {
        return switch (this) {
            case STUDY_DAY -> studyDay(text);
            case CALENDAR_DATE -> calendarDate(text);
        };
    }

    private static OptionalInt studyDay(String text) {
        OptionalInt day = Cells.integer(text);
        return day.isPresent() && Math.abs(day.getAsInt()) <= FARTHEST_STUDY_DAY
                ? day
                : OptionalInt.empty();
    }

    /// Read digit by digit: a file has hundreds of thousands, and the library's parser takes
    /// longer than all else together.
    private static OptionalInt calendarDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return OptionalInt.empty();
        }
        int year = Cells.digits(text, 0, 4);
        int month = Cells.digits(text, 5, 7);
        int dayOfMonth = Cells.digits(text, 8, 10);
        if (year < 0 || month < 0 || dayOfMonth < 0) {
            return OptionalInt.empty();
        }
        try {
            long day = LocalDate.of(year, month, dayOfMonth).toEpochDay();
            boolean inside = FIRST_DATE <= day && day <= LAST_DATE;
            return inside ? OptionalInt.of(Math.toIntExact(day)) : OptionalInt.empty();
        } catch (DateTimeException _) {
            return OptionalInt.empty();
        }
    }
}
