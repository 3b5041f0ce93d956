package org.evenkeel.core.booster;

import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Protocol;

import java.util.List;
import java.util.Optional;

/// The days on which the next treatment may be given.
///
/// @param lastTreatment day of the latest treatment
/// @param shortestDays shortest interval allowed after it
/// @param longestDays longest interval allowed after it
/// @param asOf today; nothing is proposed before tomorrow
/// @param stepped whether a step rule narrowed the protocol's bounds
record Window(int lastTreatment, int shortestDays, int longestDays, int asOf, boolean stepped) {

    /// The window inside the protocol's bounds and, where it has one, its step rule.
    ///
    /// @param protocol a protocol with a maintenance phase
    /// @param treatmentDays days of all treatments so far, ascending, at least one
    static Window of(Protocol protocol, List<Integer> treatmentDays, int asOf) {
        IntervalBounds bounds = protocol.maintenance().orElseThrow().bounds();
        int last = treatmentDays.getLast();
        int shortest = bounds.minimumDays().value();
        int longest = bounds.maximumDays().value();
        Optional<Integer> present = presentInterval(protocol, treatmentDays);
        if (bounds.step().isEmpty() || present.isEmpty()) {
            return new Window(last, shortest, longest, asOf, false);
        }
        IntervalBounds.StepRule step = bounds.step().get();
        int least = (int) Math.ceil(present.get() * (1 - step.shortenBy().value()));
        int most = (int) Math.floor(present.get() * (1 + step.lengthenBy().value()));
        // The bounds win where the present interval lies outside them.
        int narrowShortest = Math.clamp(least, shortest, longest);
        int narrowLongest = Math.clamp(most, narrowShortest, longest);
        boolean stepped = narrowShortest > shortest || narrowLongest < longest;
        return new Window(last, narrowShortest, narrowLongest, asOf, stepped);
    }

    /// The latest interval of maintenance; the days between visits of a series are none.
    private static Optional<Integer> presentInterval(Protocol protocol, List<Integer> days) {
        return days.size() <= protocol.seriesVisits()
                ? Optional.empty()
                : Optional.of(days.getLast() - days.get(days.size() - 2));
    }

    int earliest() {
        return Math.max(lastTreatment + shortestDays, asOf + 1);
    }

    int latest() {
        return Math.max(lastTreatment + longestDays, earliest());
    }

    /// Whether the longest interval has already passed.
    boolean overdue() {
        return lastTreatment + longestDays <= asOf;
    }

    /// Whether a treatment on a day comes only because earlier allowed days have passed.
    boolean isLate(int day) {
        return day == asOf + 1 && interval(day) > shortestDays;
    }

    int interval(int day) {
        return day - lastTreatment;
    }
}
