package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

/// Days a visit may move to either side of its planned day.
public record Window(Cited<Integer> before, Cited<Integer> after) {
    public Window {
        if (before.value() < 0 || after.value() < 0) {
            throw new IllegalArgumentException("a window must be 0 days or more to each side, "
                    + "got " + before.value() + " and " + after.value());
        }
    }

    /// Refuses days whose windows meet: a visit must belong to one of them only.
    static void requireApart(Object owner, int day, int after, int nextDay, int nextBefore) {
        if (day + after >= nextDay - nextBefore) {
            throw new IllegalArgumentException(owner + ": windows must not touch, got day " + day
                    + " + " + after + " and day " + nextDay + " - " + nextBefore);
        }
    }
}
