package org.evenkeel.core.forecast;

import java.util.List;

/// What is believed about a patient before their first score, in points of one instrument.
///
/// Each list names alternatives with weights; a patient's beliefs start as their product and are
/// moved by the patient's own scores. Weights need not add up to 1.
///
/// @param id names the prior in results and stored forecasts
/// @param instrument the instrument it is stated for
/// @param level the severity a patient returns to untreated
/// @param benefit the drop in severity while treatment works fully
/// @param mechanisms how treatment comes to work and stops working
/// @param fluctuations what scores do around severity, and severity around its level
/// @param links the scales on which all this may be even
/// @param limits where the prior stops supporting an answer
public record Prior(
        String id,
        String instrument,
        Level level,
        Benefit benefit,
        List<Mechanism> mechanisms,
        List<Fluctuation> fluctuations,
        List<Linked> links,
        Limits limits) {

    public Prior {
        mechanisms = List.copyOf(mechanisms);
        fluctuations = List.copyOf(fluctuations);
        links = List.copyOf(links);
        requireSome("mechanisms", mechanisms);
        requireSome("fluctuations", fluctuations);
        requireSome("links", links);
    }

    private static void requireSome(String what, List<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(what + " must have at least one entry");
        }
    }

    private static void requireAbove(String what, double value, double least) {
        if (!(value > least && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " must be above " + least + ", got " + value);
        }
    }

    private static void requireFrom(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be from " + least + " to " + most + ", got " + value);
        }
    }

    /// How many products of alternatives there are.
    public int gridPoints() {
        return mechanisms.size() * fluctuations.size() * links.size();
    }

    /// The severity a patient returns to untreated.
    ///
    /// @param mean points
    /// @param sd its spread between patients
    /// @param entryExcess points by which severity at the first score stands above it on the
    ///     mean; people come when they are worse than usual, and it fades like a deviation
    public record Level(double mean, double sd, double entryExcess) {
        public Level {
            requireAbove("spread of the level", sd, 0);
            requireFrom("excess at entry", entryExcess, -1e3, 1e3);
        }
    }

    /// The drop in severity while treatment works fully.
    ///
    /// @param mean points, for a patient at the mean level
    /// @param sd its spread between patients of one level
    /// @param perLevel further points for each point of level above the mean level
    /// @param wanderPerTreatment standard deviation by which it changes with each treatment
    public record Benefit(double mean, double sd, double perLevel, double wanderPerTreatment) {
        public Benefit {
            requireAbove("spread of the benefit", sd, 0);
            requireFrom("change of the benefit", wanderPerTreatment, 0, 1e3);
        }
    }

    /// How treatment comes to work and stops working.
    public sealed interface Mechanism {
        /// How much it is believed beside the others.
        double weight();

        /// The same with another weight.
        Mechanism weighing(double weight);

        /// The same with benefit that lasts `factor` times as long.
        Mechanism lasting(double factor);
    }

    /// Benefit builds up by a share of what is missing and fades by a share a day.
    ///
    /// @param days days in which benefit fades to 37 %, after the first treatment
    /// @param growth how that lengthens: after `k` treatments by `1 + growth * ln k`
    /// @param buildUp share of the missing benefit that each treatment adds
    /// @param weight how much it is believed
    public record Fading(double days, double growth, double buildUp, double weight)
            implements Mechanism {
        public Fading {
            requireAbove("fading time in days", days, 0);
            requireFrom("growth", growth, 0, 10);
            requireFrom("build-up", buildUp, 0, 1);
            requireAbove("a weight", weight, 0);
        }

        @Override
        public Fading weighing(double weight) {
            return new Fading(days, growth, buildUp, weight);
        }

        @Override
        public Fading lasting(double factor) {
            return new Fading(days * factor, growth, buildUp, weight);
        }
    }

    /// Benefit is there in full or not at all: a treatment starts or renews a spell of it,
    /// which ends after a log-logistic time.
    ///
    /// @param days median days of a spell after the first treatment
    /// @param growth how that lengthens: after `k` treatments by `1 + growth * ln k`
    /// @param shape of the log-logistic; the higher, the more alike the spells
    /// @param start chance that a treatment starts a spell
    /// @param weight how much it is believed
    public record Spells(double days, double growth, double shape, double start, double weight)
            implements Mechanism {
        public Spells {
            requireAbove("days of a spell", days, 0);
            requireFrom("growth", growth, 0, 10);
            requireAbove("shape of a spell's length", shape, 0);
            requireFrom("chance of a spell", start, 0, 1);
            requireAbove("a weight", weight, 0);
        }

        @Override
        public Spells weighing(double weight) {
            return new Spells(days, growth, shape, start, weight);
        }

        @Override
        public Spells lasting(double factor) {
            return new Spells(days * factor, growth, shape, start, weight);
        }
    }

    /// What scores do around severity, and severity around its level.
    ///
    /// @param noise standard deviation of questionnaire noise
    /// @param deviation standard deviation of departures from the level that fade by themselves
    /// @param deviationDays days in which such a departure fades to 37 %
    /// @param wanderPerRootDay standard deviation of the level's wandering over one day; over
    ///     n days it is the root of n times as much
    /// @param weight how much it is believed
    public record Fluctuation(
            double noise,
            double deviation,
            double deviationDays,
            double wanderPerRootDay,
            double weight) {
        public Fluctuation {
            requireAbove("noise", noise, 0);
            requireAbove("deviations", deviation, 0);
            requireAbove("fading time of deviations in days", deviationDays, 0);
            requireFrom("wandering", wanderPerRootDay, 0, 1e3);
            requireAbove("a weight", weight, 0);
        }

        /// The same with another weight.
        public Fluctuation weighing(double weight) {
            return new Fluctuation(noise, deviation, deviationDays, wanderPerRootDay, weight);
        }
    }

    /// A scale on which severity is believed to be even, and how much that is believed.
    public record Linked(Link link, double weight) {
        public Linked {
            requireAbove("a weight", weight, 0);
        }
    }

    /// Where the prior stops supporting an answer.
    ///
    /// @param staleAfterDays with no score in so many days there is no forecast
    /// @param horizonDays no forecast further ahead than this
    /// @param ownFromRatings from so many ratings on an answer counts as the patient's own
    public record Limits(int staleAfterDays, int horizonDays, int ownFromRatings) {
        /// Ten years; a day so far off is still one that files may name.
        private static final int MOST_DAYS = 3_650;

        public Limits {
            requireFrom("days until scores are stale", staleAfterDays, 1, MOST_DAYS);
            requireFrom("days of the horizon", horizonDays, 1, MOST_DAYS);
            requireAbove("scores that make an answer one's own", ownFromRatings, 0);
        }
    }

    /// The same beliefs with another mean benefit and another pace of its fading.
    ///
    /// @param benefitFactor on the mean benefit
    /// @param lastingFactor on the days that benefit lasts
    Prior leaning(double benefitFactor, double lastingFactor) {
        Benefit other = new Benefit(
                benefit.mean * benefitFactor,
                benefit.sd,
                benefit.perLevel,
                benefit.wanderPerTreatment);
        List<Mechanism> paced =
                mechanisms.stream().map(each -> each.lasting(lastingFactor)).toList();
        return with(level, other).with(paced, fluctuations, links);
    }

    /// The same under another name.
    Prior named(String other) {
        return new Prior(
                other, instrument, level, benefit, mechanisms, fluctuations, links, limits);
    }

    /// The same with other figures that all alternatives share.
    Prior with(Level otherLevel, Benefit otherBenefit) {
        return new Prior(
                id, instrument, otherLevel, otherBenefit, mechanisms, fluctuations, links, limits);
    }

    /// The same with other alternatives.
    Prior with(List<Mechanism> how, List<Fluctuation> around, List<Linked> scales) {
        return new Prior(id, instrument, level, benefit, how, around, scales, limits);
    }

    /// The same beliefs for an instrument whose points are `factor` times as fine.
    ///
    /// @param noiseSd that instrument's own error of measurement, which the mean noise becomes
    public Prior rescaled(String toInstrument, double factor, double noiseSd) {
        double noiseFactor = noiseSd / meanNoise();
        return new Prior(
                id + "*" + toInstrument,
                toInstrument,
                new Level(level.mean * factor, level.sd * factor, level.entryExcess * factor),
                new Benefit(
                        benefit.mean * factor,
                        benefit.sd * factor,
                        benefit.perLevel,
                        benefit.wanderPerTreatment * factor),
                mechanisms,
                fluctuations.stream()
                        .map(each -> new Fluctuation(
                                each.noise * noiseFactor,
                                each.deviation * factor,
                                each.deviationDays,
                                each.wanderPerRootDay * factor,
                                each.weight))
                        .toList(),
                links,
                limits);
    }

    private double meanNoise() {
        double sum = 0;
        double weights = 0;
        for (Fluctuation each : fluctuations) {
            sum += each.noise * each.weight;
            weights += each.weight;
        }
        return sum / weights;
    }
}
