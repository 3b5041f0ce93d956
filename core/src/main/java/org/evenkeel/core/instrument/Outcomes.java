package org.evenkeel.core.instrument;

import org.evenkeel.core.instrument.Instrument.Band;
import org.evenkeel.core.instrument.Instrument.Definitions;
import org.evenkeel.core.instrument.Instrument.Relapse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What scores mean: every definition stands here, once, and takes its numbers from the
/// instrument's file.
public final class Outcomes {
    private Outcomes() {}

    /// The severity band of a total; empty where the instrument has no bands.
    public static Optional<Band> band(Instrument instrument, int score) {
        return instrument.bands().stream()
                .filter(band -> band.from() <= score)
                .reduce((_, higher) -> higher);
    }

    /// At or above the instrument's threshold.
    public static boolean isUnwell(Instrument instrument, int score) {
        return score >= instrument.definitions().unwellFrom().value();
    }

    /// Below the instrument's cut-off for remission.
    public static boolean isRemission(Instrument instrument, int score) {
        return score < instrument.definitions().remissionBelow().value();
    }

    /// At or below the response fraction of baseline. No score is a response to a baseline of 0.
    public static boolean isResponse(Instrument instrument, int baseline, int score) {
        return baseline > 0
                && score <= instrument.definitions().responseFraction().value() * baseline;
    }

    /// Improved, but not enough for a response.
    public static boolean isPartialResponse(Instrument instrument, int baseline, int score) {
        return baseline > 0
                && !isResponse(instrument, baseline, score)
                && score <= instrument.definitions().partialFraction().value() * baseline;
    }

    /// How a change compares with what chance does.
    ///
    /// @param index change divided by the standard error of a difference; above 0 is worse
    /// @param verdict whether chance rarely does that
    public record Change(double index, Verdict verdict) {}

    /// A change in one person, beyond measurement error or not.
    public enum Verdict {
        IMPROVED,
        NOT_RELIABLE,
        WORSENED
    }

    /// The reliable change index, `change / (standard error * sqrt 2)`.
    public static Change change(Instrument instrument, int before, int after) {
        Definitions definitions = instrument.definitions();
        double index = (after - before) / (definitions.standardError().value() * Math.sqrt(2));
        double threshold = definitions.reliableChange().value();
        if (Math.abs(index) < threshold) {
            return new Change(index, Verdict.NOT_RELIABLE);
        }
        return new Change(index, index < 0 ? Verdict.IMPROVED : Verdict.WORSENED);
    }

    /// A rise of the total by the instrument's number of points.
    public static boolean isDeterioration(Instrument instrument, int before, int after) {
        return after - before >= instrument.definitions().deteriorationRise().value();
    }

    /// A rise of the answer about self-harm, which is a deterioration whatever the total does.
    public static boolean isRiskRise(OptionalInt before, OptionalInt after) {
        return before.isPresent() && after.isPresent() && after.getAsInt() > before.getAsInt();
    }

    /// A relapse and its confirmation.
    ///
    /// @param day day of the first rating that is high enough
    /// @param confirmed day of the rating that confirms it
    public record ConfirmedRelapse(int day, int confirmed) {}

    /// The first confirmed relapse among ratings since the end of induction, in order of day.
    ///
    /// A rating counts when it reaches the instrument's level and lies far enough above the
    /// best rating before it; the next ones must stay there until one falls into the days of
    /// confirmation. The first rating has none before it and can only set the best.
    public static Optional<ConfirmedRelapse> relapse(
            Instrument instrument, List<DatedScore> sinceInduction) {
        Relapse rule = instrument.definitions().relapse();
        int best = instrument.maximum();
        for (int i = 1; i < sinceInduction.size(); i++) {
            best = Math.min(best, sinceInduction.get(i - 1).score());
            List<DatedScore> rest = sinceInduction.subList(i, sinceInduction.size());
            Optional<ConfirmedRelapse> found = confirmed(rule, level(rule, best), rest);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int level(Relapse rule, int best) {
        int from = rule.from().value();
        int rise = rule.rise().value();
        return rise == 0 ? from : Math.max(from, best + rise);
    }

    private static Optional<ConfirmedRelapse> confirmed(
            Relapse rule, int level, List<DatedScore> ratings) {
        int day = ratings.getFirst().day();
        for (DatedScore rating : ratings) {
            int later = rating.day() - day;
            if (rating.score() < level || later > rule.confirmToDays().value()) {
                return Optional.empty();
            }
            if (later >= rule.confirmFromDays().value()) {
                return Optional.of(new ConfirmedRelapse(day, rating.day()));
            }
        }
        return Optional.empty();
    }
}
