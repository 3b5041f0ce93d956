package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.Optional;

/// How far apart maintenance treatments may be, in whole days after the last treatment.
///
/// @param minimumDays shortest interval
/// @param maximumDays longest interval
/// @param step how fast the interval may change, where the protocol says so
public record IntervalBounds(
        Cited<Integer> minimumDays, Cited<Integer> maximumDays, Optional<StepRule> step) {

    public IntervalBounds {
        if (minimumDays.value() < 1 || maximumDays.value() < minimumDays.value()) {
            throw new IllegalArgumentException("interval bounds must satisfy 1 <= minimum <= "
                    + "maximum, got " + minimumDays.value() + " to " + maximumDays.value());
        }
    }

    /// The largest change of interval in one decision, as fractions of the present interval.
    ///
    /// @param lengthenBy 0.5 allows at most half as long again
    /// @param shortenBy 0.33 allows at most a third less
    public record StepRule(Cited<Double> lengthenBy, Cited<Double> shortenBy) {}
}
