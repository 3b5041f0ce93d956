package org.evenkeel.core.booster;

import org.evenkeel.core.units.Cited;

/// What a clinic may set about proposals.
///
/// @param riskLimit probability of being unwell a clinic accepts on the proposed day, 0 to 1
/// @param treatmentPriceDays what one treatment costs, in days unwell
/// @param horizonDays days over which days unwell and treatments are counted
/// @param recentScoreDays a proposal needs a score at most this many days old
/// @param reviewDays days after which a proposal is made anew, with new answers
/// @param reactingShare what a plan that is made anew costs, as a share of the best steady plan, 0
///     to 1
/// @param stopAfterWellDays days well without a break after which stopping is worth asking about
public record BoosterSettings(
        Cited<Double> riskLimit,
        Cited<Double> treatmentPriceDays,
        Cited<Integer> horizonDays,
        Cited<Integer> recentScoreDays,
        Cited<Integer> reviewDays,
        Cited<Double> reactingShare,
        Cited<Integer> stopAfterWellDays) {

    public BoosterSettings {
        if (!(riskLimit.value() > 0 && riskLimit.value() < 1)) {
            throw new IllegalArgumentException(
                    "the risk limit must lie between 0 and 1, got " + riskLimit.value());
        }
        if (!(treatmentPriceDays.value() >= 0 && Double.isFinite(treatmentPriceDays.value()))) {
            throw new IllegalArgumentException("the price of a treatment must be 0 days or more, "
                    + "got " + treatmentPriceDays.value());
        }
        if (!(reactingShare.value() > 0 && reactingShare.value() <= 1)) {
            throw new IllegalArgumentException("the share of a plan that reacts must lie above 0 "
                    + "and up to 1, got " + reactingShare.value());
        }
        requireDays("the time between reviews", reviewDays);
        requireDays("the horizon", horizonDays);
        requireDays("the age of a recent score", recentScoreDays);
        requireDays("the time well before stopping", stopAfterWellDays);
    }

    private static void requireDays(String what, Cited<Integer> days) {
        if (days.value() < 1) {
            throw new IllegalArgumentException(
                    what + " must be at least 1 day, got " + days.value());
        }
    }
}
