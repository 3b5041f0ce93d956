package org.evenkeel.core.course;

import org.evenkeel.core.units.MgPerKg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A treatment and what followed until the next one.
///
/// @param day the day it was given
/// @param dosePerKg the amount per kilogram, where known; the sum where a day had several
/// @param days days until the next treatment; empty while there is none
/// @param best the lowest score after it and up to the day of the next
/// @param last the latest of those scores: how the patient was before the next treatment
public record Interval(
        int day,
        Optional<MgPerKg> dosePerKg,
        OptionalInt days,
        OptionalInt best,
        OptionalInt last) {

    /// All of a course, in order of day.
    public static List<Interval> of(Course course) {
        List<Integer> given = course.treatmentDays();
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            int day = given.get(i);
            boolean ended = i + 1 < given.size();
            int end = ended ? given.get(i + 1) : Integer.MAX_VALUE;
            List<Rating> after = course.ratings().stream()
                    .filter(rating -> rating.day() > day && rating.day() <= end)
                    .toList();
            intervals.add(new Interval(
                    day,
                    dose(course, day),
                    ended ? OptionalInt.of(end - day) : OptionalInt.empty(),
                    after.stream().mapToInt(Rating::score).min(),
                    after.isEmpty()
                            ? OptionalInt.empty()
                            : OptionalInt.of(after.getLast().score())));
        }
        return List.copyOf(intervals);
    }

    /// Known only where it is known of every dose of that day.
    private static Optional<MgPerKg> dose(Course course, int day) {
        Optional<MgPerKg> sum = Optional.empty();
        for (Administration each : course.administrations()) {
            if (each.day() != day) {
                continue;
            }
            if (each.dosePerKg().isEmpty()) {
                return Optional.empty();
            }
            MgPerKg more = each.dosePerKg().get();
            sum = Optional.of(
                    sum.map(so -> new MgPerKg(so.value().add(more.value()))).orElse(more));
        }
        return sum;
    }
}
