package org.evenkeel.core.protocol;

import org.evenkeel.core.condition.Answer;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A published rule that finds the next interval from the present one and how the patient is.
///
/// @param fromDay study day from which it may decide
/// @param every days between two decisions
/// @param rows asked in order; the first one that is met decides
public record IntervalTable(Cited<Integer> fromDay, Cited<Integer> every, List<Row> rows) {
    public IntervalTable {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || every.value() < 1 || fromDay.value() < 0) {
            throw new IllegalArgumentException("an interval table needs a row, a day of 0 or more "
                    + "and 1 or more days between decisions, got " + rows.size() + " rows, day "
                    + fromDay.value() + " and " + every.value() + " days");
        }
    }

    /// One row.
    ///
    /// @param presentDays the interval it is for
    /// @param when how the patient must be
    /// @param next intervals in days: the rule's own first, then those by clinical judgement
    /// @param words the row in words
    public record Row(int presentDays, Condition when, List<Integer> next, Cited<String> words) {
        public Row {
            next = List.copyOf(next);
            if (next.isEmpty()) {
                throw new IllegalArgumentException("a row must name an interval, got none");
            }
        }
    }

    /// What a table says.
    public sealed interface Decision {
        /// An interval.
        ///
        /// @param days the rule's own first, then those by clinical judgement
        /// @param row the row that decided
        /// @param because what the row came to
        record Interval(List<Integer> days, Row row, Answer because) implements Decision {}

        /// It cannot be told.
        ///
        /// @param missing what to find out
        record Unknown(List<String> missing) implements Decision {}

        /// The table has nothing for the present interval.
        record NotCovered() implements Decision {}
    }

    /// The next interval.
    ///
    /// @param presentDays the present interval
    /// @param patient how the patient is
    public Decision next(int presentDays, Evaluation patient) {
        List<String> missing = new ArrayList<>();
        for (Row row : rows) {
            if (row.presentDays() != presentDays) {
                continue;
            }
            Answer answer = patient.of(row.when());
            if (answer.truth() == Truth.MET) {
                return new Decision.Interval(row.next(), row, answer);
            }
            missing.addAll(answer.missing());
        }
        return missing.isEmpty()
                ? new Decision.NotCovered()
                : new Decision.Unknown(missing.stream().distinct().toList());
    }

    /// All intervals it speaks of, ascending.
    public List<Integer> intervals() {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.presentDays()), row.next().stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
