package org.evenkeel.core.forecast;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.numerics.Normal;
import org.evenkeel.core.numerics.SpreadPoints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

    /// Coordinates of the points, one row each. They stand in the order of one more coordinate,
    /// which picks the component: each component has the points from one index to another.
    private static double[][] spread(int days) {
        double[][] points = SpreadPoints.uniform(POINTS, 1 + Futures.coordinates(days));
        Arrays.sort(points, Comparator.comparingDouble(point -> point[0]));
        double[][] columns = new double[Futures.coordinates(days)][POINTS];
        for (int c = 0; c < columns.length; c++) {
            for (int n = 0; n < POINTS; n++) {
                double spread = points[n][c + 1];
                columns[c][n] = Futures.isChance(c) ? spread : Normal.quantile(spread);
            }
        }
        return columns;
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
        Itinerary way = new Itinerary(belief, fitted.asOf(), question);
        Futures futures = new Futures(belief, way, points);
        double[] share = new double[days];
        double[] below = new double[POINTS];
        double reached = 0;
        int from = 0;
        for (int component = 0; component < belief.count(); component++) {
            reached += belief.weight(component);
            boolean last = component == belief.count() - 1;
            // The point of index n stands for the share (n + 0.5) / POINTS.
            int to = last ? POINTS : (int) Math.min(POINTS, reached * POINTS + 0.5);
            if (to > from) {
                Observed observed = Observed.of(belief, component);
                double line = observed.on.place(question.threshold() - 0.5);
                futures.begin(component, from, to);
                Arrays.fill(below, from, to, 1.0 / POINTS);
                for (int d = 0; d < days; d++) {
                    observed.stayBelow(line, futures.next(), below, from, to);
                    share[d] += sum(below, from, to);
                }
            }
            from = to;
        }
        return share;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            sum += values[n];
        }
        return sum;
    }

    static int[][] draws(
            Components belief, Fitted fitted, Question question, int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int days = question.days().size();
        Instrument instrument = fitted.instrument();
        double[] cumulative = cumulative(belief);
        Itinerary way = new Itinerary(belief, fitted.asOf(), question);
        double[][] point = new double[Futures.coordinates(days)][1];
        Futures futures = new Futures(belief, way, point);
        int[][] draws = new int[count][days];
        for (int[] draw : draws) {
            for (int c = 0; c < point.length; c++) {
                double normal = random.nextGaussian();
                point[c][0] = Futures.isChance(c) ? Normal.cdf(normal) : normal;
            }
            int component = component(cumulative, random.nextDouble());
            Observed observed = Observed.of(belief, component);
            futures.begin(component, 0, 1);
            for (int d = 0; d < days; d++) {
                double place = futures.next()[0] + observed.sd * random.nextGaussian();
                long score = Math.round(observed.on.severity(place));
                draw[d] = Math.clamp(score, instrument.minimum(), instrument.maximum());
            }
        }
        return draws;
    }

    private static double[] cumulative(Components belief) {
        double[] cumulative = new double[belief.count()];
        double reached = 0;
        for (int component = 0; component < cumulative.length; component++) {
            reached += belief.weight(component);
            cumulative[component] = reached;
        }
        return cumulative;
    }

    /// The component that a share of the weight falls on.
    private static int component(double[] cumulative, double share) {
        int component = 0;
        while (component < cumulative.length - 1 && cumulative[component] < share) {
            component++;
        }
        return component;
    }

    /// How a component's severity is seen in scores.
    private record Observed(Link.Places on, double sd) {

        static Observed of(Components belief, int component) {
            Gaussians some = belief.side(component);
            int i = belief.index(component);
            return new Observed(belief.grid().places(some.link[i]), Math.sqrt(some.noiseVar[i]));
        }

        /// Multiplies by the chance of a score below the line; overwrites the severities.
        void stayBelow(double line, double[] severity, double[] below, int from, int to) {
            double perSd = 1 / sd;
            for (int n = from; n < to; n++) {
                severity[n] = (line - severity[n]) * perSd;
            }
            Normal.cdf(severity, from, to);
            for (int n = from; n < to; n++) {
                below[n] *= severity[n];
            }
        }
    }
}
