package org.evenkeel.core.protocol;

import org.evenkeel.core.instrument.InstrumentId;
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
    /// @param scores what scores must say before it gets longer, and when it must get shorter,
    ///     where the protocol says so
    public record StepRule(
            Cited<Double> lengthenBy, Cited<Double> shortenBy, Optional<ScoreRule> scores) {
        public StepRule {
            if (!(lengthenBy.value() >= 0 && Double.isFinite(lengthenBy.value()))) {
                throw new IllegalArgumentException("an interval gets longer by a share of 0 or "
                        + "more, got " + lengthenBy.value());
            }
            if (!(shortenBy.value() >= 0 && shortenBy.value() < 1)) {
                throw new IllegalArgumentException("an interval gets shorter by a share from 0 to "
                        + "below 1, got " + shortenBy.value());
            }
        }

        /// A rule that looks at no scores.
        public StepRule(Cited<Double> lengthenBy, Cited<Double> shortenBy) {
            this(lengthenBy, shortenBy, Optional.empty());
        }
    }

    /// What scores say about the next interval.
    ///
    /// @param instrument the instrument whose points are meant
    /// @param stable what must be so before the interval gets longer
    /// @param warning what makes it shorter
    public record ScoreRule(InstrumentId instrument, Stability stable, EarlyWarning warning) {}

    /// Visits at which a patient is steady and well enough.
    ///
    /// @param visits how many in a row
    /// @param change the score differs by less than so many points from the visit before
    public record Stability(Cited<Integer> visits, Cited<Integer> change) {
        public Stability {
            requireAtLeastOne("visits", visits.value());
            requireAtLeastOne("points", change.value());
        }
    }

    /// Scores that warn of the depression coming back; two in a row confirm it.
    ///
    /// @param rise a rise from one score to the next by so many points
    /// @param smoothing weight of the newest score in the smoothed one, above 0 and up to 1
    /// @param aboveBest or a smoothed score more than so many points above the best one
    /// @param from where the score itself is at least this
    /// @param confirmDays the second comes within so many days of the first
    public record EarlyWarning(
            Cited<Integer> rise,
            Cited<Double> smoothing,
            Cited<Integer> aboveBest,
            Cited<Integer> from,
            Cited<Integer> confirmDays) {
        public EarlyWarning {
            requireAtLeastOne("points", rise.value());
            requireAtLeastOne("points", aboveBest.value());
            requireAtLeastOne("points", from.value());
            requireAtLeastOne("days", confirmDays.value());
            if (!(smoothing.value() > 0 && smoothing.value() <= 1)) {
                throw new IllegalArgumentException("the weight of the newest score must lie above "
                        + "0 and up to 1, got " + smoothing.value());
            }
        }
    }

    private static void requireAtLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "a rule on scores must have 1 or more " + what + ", got " + value);
        }
    }
}
