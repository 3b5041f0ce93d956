package org.evenkeel.core.booster;

import org.evenkeel.core.protocol.IntervalBounds;

import java.util.List;
import java.util.Optional;

/// The days on which the next treatment may be given.
///
/// @param lastTreatment day of the latest treatment
/// @param earliest first day, not before tomorrow
/// @param latest last day, not before `earliest`
/// @param overdue whether the longest interval has already passed
/// @param stepped whether a step rule narrowed the bounds
record Window(int lastTreatment, int earliest, int latest, boolean overdue, boolean stepped) {

    /// The window inside the protocol's bounds and, where it has one, its step rule.
    ///
    /// @param treatmentDays days of all treatments so far, ascending, at least one
    static Window of(IntervalBounds bounds, List<Integer> treatmentDays, int asOf) {
        int last = treatmentDays.getLast();
        int shortest = bounds.minimumDays().value();
        int longest = bounds.maximumDays().value();
        boolean stepped = false;
        Optional<Integer> present = presentInterval(treatmentDays);
        if (bounds.step().isPresent() && present.isPresent()) {
            IntervalBounds.StepRule step = bounds.step().get();
            int least = (int) Math.ceil(present.get() * (1 - step.shortenBy().value()));
            int most = (int) Math.floor(present.get() * (1 + step.lengthenBy().value()));
            // The bounds win where the present interval lies outside them.
            int narrowShortest = Math.clamp(least, shortest, longest);
            int narrowLongest = Math.clamp(most, narrowShortest, longest);
            stepped = narrowShortest > shortest || narrowLongest < longest;
            shortest = narrowShortest;
            longest = narrowLongest;
        }
        int tomorrow = asOf + 1;
        boolean overdue = last + longest < tomorrow;
        int earliest = Math.max(last + shortest, tomorrow);
        return new Window(last, earliest, Math.max(last + longest, earliest), overdue, stepped);
    }

    private static Optional<Integer> presentInterval(List<Integer> days) {
        return days.size() < 2
                ? Optional.empty()
                : Optional.of(days.getLast() - days.get(days.size() - 2));
    }

    int interval(int day) {
        return day - lastTreatment;
    }
}
