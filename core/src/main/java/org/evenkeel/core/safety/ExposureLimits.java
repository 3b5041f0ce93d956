package org.evenkeel.core.safety;

import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.MgPerKg;

/// From where on a course's own trend is a signal of tolerance or of too much drug.
///
/// Amber asks the clinician to look; red is the stronger form of the same signal.
public record ExposureLimits(
        IntervalShrink intervalShrink,
        DoseCreep doseCreep,
        SessionCount sessionCount,
        EffectLoss effectLoss,
        DurationLoss durationLoss) {

    /// The intervals between treatments get shorter.
    ///
    /// @param intervals fewest intervals from which a slope is taken
    /// @param amberSlope relative change per interval, `exp(slope of log days) - 1`, below 0;
    ///     amber at or below it
    /// @param redCount how many intervals the two medians are taken over
    /// @param redRatio red when the median of the last is at most this fraction of the median
    ///     of the longest, 0 to 1
    public record IntervalShrink(
            Cited<Integer> intervals,
            Cited<Double> amberSlope,
            Cited<Integer> redCount,
            Cited<Double> redRatio) {

        public IntervalShrink {
            requireAtLeast("intervals of a slope", 2, intervals);
            requireAtLeast("intervals of a median", 1, redCount);
            requireFraction("interval ratio", redRatio);
            if (!(amberSlope.value() > -1 && amberSlope.value() < 0)) {
                throw new IllegalArgumentException(
                        "interval slope must lie between -1 and 0, got " + amberSlope.value());
            }
        }
    }

    /// The dose per kilogram grows.
    ///
    /// @param amberRatio amber from this multiple of the first maintenance dose per kilogram
    /// @param redRatio red from this multiple
    /// @param redAbove red above this dose, whatever the first one was
    /// @param redAboveByMouth the same for a swallowed dose, of which little reaches the blood
    public record DoseCreep(
            Cited<Double> amberRatio,
            Cited<Double> redRatio,
            Cited<MgPerKg> redAbove,
            Cited<MgPerKg> redAboveByMouth) {

        public DoseCreep {
            if (!(amberRatio.value() > 1 && redRatio.value() >= amberRatio.value())) {
                throw new IllegalArgumentException("dose ratios must satisfy 1 < amber <= red, got "
                        + amberRatio.value() + " and " + redRatio.value());
            }
        }

        /// The dose that red lies above, by route.
        public Cited<MgPerKg> redAbove(Route route) {
            return switch (route) {
                case PO -> redAboveByMouth;
                case IV, IM, SC, IN, SL -> redAbove;
            };
        }
    }

    /// Many treatments in a short time.
    ///
    /// @param windowDays length of the window they are counted in
    /// @param afterDay counted only after this day; the first treatment is on day 0
    /// @param amberAbove amber above this count
    /// @param redAbove red above this count
    public record SessionCount(
            Cited<Integer> windowDays,
            Cited<Integer> afterDay,
            Cited<Integer> amberAbove,
            Cited<Integer> redAbove) {

        public SessionCount {
            requireAtLeast("window in days", 1, windowDays);
            requireAtLeast("first counted day", 0, afterDay);
            requireAtLeast("amber count", 1, amberAbove);
            requireAtLeast("red count", amberAbove.value(), redAbove);
        }
    }

    /// The best improvement after a treatment falls behind the patient's own median.
    ///
    /// @param amberLoss amber from this relative loss, 0 to 1
    /// @param redLoss red from this relative loss, 0 to 1
    /// @param redDoses how many treatments in a row must show the red loss
    /// @param ownDoses how many earlier treatments the patient's own median needs
    /// @param daysBefore how old the score before a treatment may be
    /// @param daysAfter how long after a treatment its best score is looked for
    public record EffectLoss(
            Cited<Double> amberLoss,
            Cited<Double> redLoss,
            Cited<Integer> redDoses,
            Cited<Integer> ownDoses,
            Cited<Integer> daysBefore,
            Cited<Integer> daysAfter) {

        public EffectLoss {
            requireFraction("amber loss of effect", amberLoss);
            requireFraction("red loss of effect", redLoss);
            requireAtLeast("treatments with a loss of effect", 1, redDoses);
            requireAtLeast("earlier treatments", 1, ownDoses);
            requireAtLeast("days before a treatment", 0, daysBefore);
            requireAtLeast("days after a treatment", 1, daysAfter);
            if (redLoss.value() < amberLoss.value()) {
                throw new IllegalArgumentException("loss of effect must satisfy amber <= red, got "
                        + amberLoss.value() + " and " + redLoss.value());
            }
        }
    }

    /// The days of response a treatment buys fall behind the patient's own median.
    ///
    /// @param redLoss red from this relative loss, 0 to 1
    /// @param redDoses how many treatments in a row must show it
    /// @param ownDoses how many earlier treatments the patient's own median needs
    public record DurationLoss(
            Cited<Double> redLoss, Cited<Integer> redDoses, Cited<Integer> ownDoses) {

        public DurationLoss {
            requireFraction("loss of duration", redLoss);
            requireAtLeast("treatments with a loss of duration", 1, redDoses);
            requireAtLeast("earlier treatments", 1, ownDoses);
        }
    }

    private static void requireFraction(String what, Cited<Double> fraction) {
        if (!(fraction.value() > 0 && fraction.value() < 1)) {
            throw new IllegalArgumentException(
                    what + " must lie between 0 and 1, got " + fraction.value());
        }
    }

    private static void requireAtLeast(String what, int least, Cited<Integer> number) {
        if (number.value() < least) {
            throw new IllegalArgumentException(
                    what + " must be at least " + least + ", got " + number.value());
        }
    }
}
