package org.evenkeel.core.forecast;

import java.util.List;

/// What is believed about a patient before their first score, in points of one instrument.
///
/// @param id names the prior in results and stored forecasts
/// @param instrument the instrument it is stated for
/// @param level mean and spread of the severity a patient returns to untreated
/// @param wanderPerRootDay standard deviation of the level's wandering over one day; over `n` days
///     it is `sqrt(n)` times as much
/// @param deviation short-lived departures from the level
/// @param benefit the drop in severity at full build-up
/// @param noise standard deviations of questionnaire noise, with weights
/// @param fadeDays days in which benefit fades to 37 %, after the first treatment, with weights
/// @param growth how fade lengthens: after `k` treatments by `1 + growth * ln k`, with weights
/// @param buildUp share of the missing benefit that each treatment adds, with weights
/// @param limits where the prior stops supporting an answer
public record Prior(
        String id,
        String instrument,
        Level level,
        double wanderPerRootDay,
        Deviation deviation,
        Benefit benefit,
        List<Weighted> noise,
        List<Weighted> fadeDays,
        List<Weighted> growth,
        List<Weighted> buildUp,
        Limits limits) {

    public Prior {
        noise = List.copyOf(noise);
        fadeDays = List.copyOf(fadeDays);
        growth = List.copyOf(growth);
        buildUp = List.copyOf(buildUp);
        requireSome("noise", noise, 0, Double.MAX_VALUE);
        requireSome("fading times in days", fadeDays, 0, Double.MAX_VALUE);
        requireSome("growth", growth, -Double.MIN_VALUE, 10);
        requireSome("build-up", buildUp, 0, 1);
        requireSome("deviations", deviation.sds, 0, Double.MAX_VALUE);
        if (!(wanderPerRootDay >= 0)) {
            throw new IllegalArgumentException(
                    "wandering must be 0 or more, got " + wanderPerRootDay);
        }
    }

    private static void requireSome(
            String what, List<Weighted> values, double above, double atMost) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(what + " must have at least one value");
        }
        for (Weighted each : values) {
            if (!(each.value > above && each.value <= atMost)) {
                throw new IllegalArgumentException(what + " must be above " + above
                        + " and at most " + atMost + ", got " + each.value);
            }
        }
    }

    /// How many grid points the lists make.
    public int gridPoints() {
        return fadeDays.size()
                * growth.size()
                * buildUp.size()
                * noise.size()
                * deviation.sds.size();
    }

    /// Mean and standard deviation of the untreated level.
    public record Level(double mean, double sd) {
        public Level {
            requireAbove("spread of the level", sd, 0);
        }
    }

    private static void requireAbove(String what, double value, double least) {
        if (!(value > least && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " must be above " + least + ", got " + value);
        }
    }

    /// Departures from the level that fade by themselves.
    ///
    /// @param sds standard deviations, with weights
    /// @param days days in which a departure fades to 37 %
    public record Deviation(List<Weighted> sds, double days) {
        public Deviation {
            sds = List.copyOf(sds);
            requireAbove("fading time of deviations in days", days, 0);
        }
    }

    /// The drop in severity at full build-up.
    ///
    /// @param mean points, for a patient at the mean level
    /// @param sd its spread between patients of one level
    /// @param perLevel further points for each point of level above the mean level
    /// @param wanderPerTreatment standard deviation by which it changes with each treatment
    public record Benefit(double mean, double sd, double perLevel, double wanderPerTreatment) {
        public Benefit {
            requireAbove("spread of the benefit", sd, 0);
            if (!(wanderPerTreatment >= 0)) {
                throw new IllegalArgumentException(
                        "change of the benefit must be 0 or more, got " + wanderPerTreatment);
            }
        }
    }

    /// A value of a non-linear parameter and how much it is believed.
    public record Weighted(double value, double weight) {
        public Weighted {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("a weight must be above 0, got " + weight);
            }
        }
    }

    /// Where the prior stops supporting an answer.
    ///
    /// @param staleAfterDays with no score in so many days there is no forecast
    /// @param horizonDays no forecast further ahead than this
    /// @param ownFromRatings from so many ratings on an answer counts as the patient's own
    public record Limits(int staleAfterDays, int horizonDays, int ownFromRatings) {
        public Limits {
            requireAbove("days until scores are stale", staleAfterDays, 0);
            requireAbove("days of the horizon", horizonDays, 0);
            requireAbove("scores that make an answer one's own", ownFromRatings, 0);
        }
    }

    /// The same beliefs for an instrument whose points are `factor` times as fine.
    public Prior rescaled(String toInstrument, double factor, double noiseSd) {
        double noiseFactor = noiseSd / meanOf(noise);
        return new Prior(
                id + "*" + toInstrument,
                toInstrument,
                new Level(level.mean * factor, level.sd * factor),
                wanderPerRootDay * factor,
                new Deviation(times(deviation.sds, factor), deviation.days),
                new Benefit(
                        benefit.mean * factor,
                        benefit.sd * factor,
                        benefit.perLevel,
                        benefit.wanderPerTreatment * factor),
                times(noise, noiseFactor),
                fadeDays,
                growth,
                buildUp,
                limits);
    }

    private static List<Weighted> times(List<Weighted> values, double factor) {
        return values.stream()
                .map(each -> new Weighted(each.value * factor, each.weight))
                .toList();
    }

    private static double meanOf(List<Weighted> values) {
        double sum = 0;
        double weights = 0;
        for (Weighted each : values) {
            sum += each.value * each.weight;
            weights += each.weight;
        }
        return sum / weights;
    }
}
