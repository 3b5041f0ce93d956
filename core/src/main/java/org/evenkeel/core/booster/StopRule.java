package org.evenkeel.core.booster;

import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Outcomes;

import java.util.OptionalInt;

/// A rule on scores, set before they come.
///
/// @param baseline the score it is counted from
/// @param baselineRisk the answer to the self-harm item then, where it is known
/// @param rise a rise by this many points above the baseline
/// @param reach or a score of this
public record StopRule(int baseline, OptionalInt baselineRisk, int rise, int reach) {
    public StopRule {
        if (rise < 1) {
            throw new IllegalArgumentException("a rise must be at least 1 point, got " + rise);
        }
        if (reach <= baseline) {
            throw new IllegalArgumentException(
                    "the line must lie above the baseline of " + baseline + ", got " + reach);
        }
    }

    /// Whether a score is so much above the baseline.
    boolean hasRisen(Rating rating) {
        return rating.score() - baseline >= rise;
    }

    /// Whether a score reaches the line.
    boolean isReached(Rating rating) {
        return rating.score() >= reach;
    }

    /// Whether the self-harm item rose. Where its baseline is not known, any answer above
    /// "not at all" is a rise.
    boolean isRiskUp(Rating rating) {
        OptionalInt before = baselineRisk.isPresent() ? baselineRisk : OptionalInt.of(0);
        return Outcomes.isRiskRise(before, rating.riskItem());
    }
}
