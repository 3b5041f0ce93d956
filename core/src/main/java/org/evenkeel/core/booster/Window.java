package org.evenkeel.core.booster;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.Reason;

import java.util.List;
import java.util.Optional;

/// The days on which the next treatment may be given.
///
/// @param lastTreatment day of the latest treatment
/// @param shortestDays shortest interval allowed after it
/// @param longestDays longest interval allowed after it
/// @param asOf today; nothing is proposed before tomorrow
/// @param narrowed what narrowed the protocol's bounds, strongest first
record Window(
        int lastTreatment, int shortestDays, int longestDays, int asOf, List<Reason> narrowed) {
    Window {
        narrowed = List.copyOf(narrowed);
    }

    /// The window inside the protocol's bounds and, where it has one, its step rule. Its days are
    /// counted from the latest treatment of any kind.
    ///
    /// @param content a protocol with a maintenance phase
    /// @param known what is known, with at least one treatment of its drug and route in the
    ///     present course
    static Window of(Content content, Course known, int asOf) {
        Protocol protocol = content.protocol();
        IntervalBounds bounds = protocol.maintenance().orElseThrow().bounds();
        Course present = known.by(protocol);
        List<Integer> days = present.treatmentDays();
        Window whole = new Window(
                known.treatmentDays().getLast(),
                bounds.minimumDays().value(),
                bounds.maximumDays().value(),
                asOf,
                List.of());
        return bounds.step()
                .flatMap(rule -> presentInterval(protocol, days)
                        .map(interval -> new Stepping(rule, content.instrument(), present)
                                .narrow(whole, interval)))
                .orElse(whole);
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
