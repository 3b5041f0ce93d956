package org.evenkeel.core.forecast;

import java.util.List;

/// What is asked of a forecast.
///
/// @param days the days asked for, ascending, all after the as-of day
/// @param plannedDays days of treatments assumed to be given after the as-of day, ascending
/// @param threshold score from which on a patient counts as unwell
public record Question(List<Integer> days, List<Integer> plannedDays, int threshold) {
    public Question {
        days = ascending("days", days);
        plannedDays = ascending("planned days", plannedDays);
    }

    private static List<Integer> ascending(String what, List<Integer> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) < values.get(i - 1)) {
                throw new IllegalArgumentException(what + " must ascend, got " + values);
            }
        }
        return List.copyOf(values);
    }
}
