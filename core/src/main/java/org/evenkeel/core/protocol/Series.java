package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.List;

/// Visits on fixed study days.
///
/// @param phase induction or continuation
/// @param days study days, ascending, the first treatment of the protocol being day 0
/// @param window how far a visit may move
/// @param basis where the schedule comes from
public record Series(Phase phase, List<Integer> days, Window window, Cited<String> basis) {
    public Series {
        days = List.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a series needs at least one visit");
        }
        if (phase == Phase.MAINTENANCE) {
            throw new IllegalArgumentException(
                    "maintenance is open-ended and cannot be a series of fixed days");
        }
        for (int i = 1; i < days.size(); i++) {
            Window.requireApart(
                    phase,
                    days.get(i - 1),
                    window.after().value(),
                    days.get(i),
                    window.before().value());
        }
    }

    /// Phases do not go back, and no window reaches into the one before it.
    static void requireOrder(Object owner, List<Series> series) {
        for (int i = 1; i < series.size(); i++) {
            Series earlier = series.get(i - 1);
            Series later = series.get(i);
            if (later.phase().compareTo(earlier.phase()) < 0) {
                throw new IllegalArgumentException(
                        owner + ": " + later.phase() + " must not come after " + earlier.phase());
            }
            Window.requireApart(
                    owner,
                    earlier.days().getLast(),
                    earlier.window().after().value(),
                    later.days().getFirst(),
                    later.window().before().value());
        }
    }
}
