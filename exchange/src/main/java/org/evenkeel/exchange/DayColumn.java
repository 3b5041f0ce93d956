package org.evenkeel.exchange;

import java.util.Optional;
import java.util.OptionalInt;

/// The `day` or `date` column: the first file settles which, the others must follow.
final class DayColumn {
    private Optional<DayKind> settled;

    DayColumn(Optional<DayKind> settled) {
        this.settled = settled;
    }

    /// The settled kind; study days where no file has settled it.
    DayKind kind() {
        return settled.orElse(DayKind.STUDY_DAY);
    }

    /// Checks a header; adds what is wrong with it to the findings.
    boolean accept(CsvTable.Header header, Findings findings) {
        boolean day = header.has(DayKind.STUDY_DAY.column());
        boolean date = header.has(DayKind.CALENDAR_DATE.column());
        if (day == date) {
            findings.add(new Problem(
                    header.file(),
                    header.line(),
                    "day or date",
                    day ? "both columns" : "no such column",
                    "a header with one of the columns day and date"));
            return false;
        }
        DayKind kind = day ? DayKind.STUDY_DAY : DayKind.CALENDAR_DATE;
        if (kind != kindOr(kind)) {
            findings.add(new Problem(
                    header.file(),
                    header.line(),
                    kind.column(),
                    "the column " + kind.column(),
                    "the column " + kind().column() + " as in the other files"));
            return false;
        }
        settled = Optional.of(kind);
        return true;
    }

    /// The day of a row; adds what is wrong with it to the findings.
    OptionalInt day(CsvTable.Row row, Findings findings) {
        OptionalInt day = kind().parse(row.cell(kind().column()));
        if (day.isEmpty()) {
            findings.add(row.problem(kind().column(), kind().allowed()));
        }
        return day;
    }

    private DayKind kindOr(DayKind other) {
        return settled.orElse(other);
    }
}
