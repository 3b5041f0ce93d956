package org.evenkeel.core.forecast;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.numerics.Normal;
import org.evenkeel.core.numerics.SpreadPoints;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Joint futures of one patient: for "at least once by then", and for draws.
final class Paths {
    private static final int POINTS = 512;
    private static final int CACHED_DAYS = 16;
    /// Shared by all patients: the rule's points depend on nothing else.
    private static final double[][] SPREAD = spread(CACHED_DAYS);

    private Paths() {}

    private static double[][] spread(int days) {
        double[][] points = SpreadPoints.uniform(POINTS, 1 + Itinerary.coordinates(days));
        for (double[] point : points) {
            for (int d = 1; d < point.length; d++) {
                point[d] = Normal.quantile(point[d]);
            }
        }
        return points;
    }

    /// Adds to each day the probability of a score at or above the threshold by then.
    static List<DayForecast> withRelapse(
            List<DayForecast> days, Components belief, Fitted fitted, Question question) {
        double[] stillBelow = stillBelow(belief, fitted, question);
        List<DayForecast> complete = new ArrayList<>();
        double first = days.isEmpty() ? 1 : 1 - days.getFirst().above();
        double relapse = 0;
        for (int d = 0; d < days.size(); d++) {
            // The first day is known exactly; later days follow the points, scaled to meet it.
            double joint = stillBelow[0] > 0 ? 1 - stillBelow[d] / stillBelow[0] * first : 1;
            relapse = Math.max(relapse, Math.max(joint, days.get(d).above()));
            complete.add(days.get(d).withRelapse(Math.min(1, relapse)));
        }
        return complete;
    }

    /// Share of futures with every asked score up to a day below the threshold.
    private static double[] stillBelow(Components belief, Fitted fitted, Question question) {
        int days = question.days().size();
        double[][] points = days <= CACHED_DAYS ? SPREAD : spread(days);
        Sampler sampler = new Sampler(belief);
        Itinerary itinerary = new Itinerary(belief, fitted.asOf(), question);
        double[] share = new double[days];
        double[] severity = new double[days];
        for (double[] point : points) {
            int i = sampler.component(point[0]);
            itinerary.walk(i, point, 1, severity);
            double sd = Math.sqrt(belief.noiseVar(i));
            double line = belief.link[i].place(question.threshold() - 0.5);
            double below = 1;
            for (int d = 0; d < days; d++) {
                below *= Normal.cdf((line - severity[d]) / sd);
                share[d] += below / POINTS;
            }
        }
        return share;
    }

    static int[][] draws(
            Components belief, Fitted fitted, Question question, int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int days = question.days().size();
        Instrument instrument = fitted.instrument();
        Sampler sampler = new Sampler(belief);
        Itinerary itinerary = new Itinerary(belief, fitted.asOf(), question);
        double[] severity = new double[days];
        double[] point = new double[1 + Itinerary.coordinates(days)];
        int[][] draws = new int[count][days];
        for (int[] draw : draws) {
            for (int d = 1; d < point.length; d++) {
                point[d] = random.nextGaussian();
            }
            int i = sampler.component(random.nextDouble());
            itinerary.walk(i, point, 1, severity);
            double sd = Math.sqrt(belief.noiseVar(i));
            for (int d = 0; d < days; d++) {
                double place = severity[d] + sd * random.nextGaussian();
                long score = Math.round(belief.link[i].severity(place));
                draw[d] = Math.clamp(score, instrument.minimum(), instrument.maximum());
            }
        }
        return draws;
    }

    /// Picks components by their weights.
    private static final class Sampler {
        private final double[] cumulative;

        Sampler(Components belief) {
            cumulative = belief.weight.clone();
            for (int i = 1; i < cumulative.length; i++) {
                cumulative[i] += cumulative[i - 1];
            }
        }

        int component(double share) {
            int i = 0;
            while (i < cumulative.length - 1 && cumulative[i] < share) {
                i++;
            }
            return i;
        }
    }
}
