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
    private static final int STATE = 3;
    private static final int PER_DAY = 3;
    private static final int CACHED_DAYS = 16;
    /// Shared by all patients: the rule's points depend on nothing else.
    private static final double[][] SPREAD = spread(CACHED_DAYS);

    private Paths() {}

    private static double[][] spread(int days) {
        double[][] points = SpreadPoints.uniform(POINTS, 1 + STATE + PER_DAY * days);
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
        double[] share = new double[days];
        double[] severity = new double[days];
        for (double[] point : points) {
            int i = sampler.component(point[0]);
            sampler.path(i, point, fitted.asOf(), question, severity);
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
        double[] severity = new double[days];
        double[] point = new double[1 + STATE + PER_DAY * days];
        int[][] draws = new int[count][days];
        for (int[] draw : draws) {
            for (int d = 1; d < point.length; d++) {
                point[d] = random.nextGaussian();
            }
            int i = sampler.component(random.nextDouble());
            sampler.path(i, point, fitted.asOf(), question, severity);
            double sd = Math.sqrt(belief.noiseVar(i));
            for (int d = 0; d < days; d++) {
                double place = severity[d] + sd * random.nextGaussian();
                long score = Math.round(belief.link[i].severity(place));
                draw[d] = Math.clamp(score, instrument.minimum(), instrument.maximum());
            }
        }
        return draws;
    }

    /// Turns a point of independent normal values into one future.
    private static final class Sampler {
        private final Components belief;
        private final double[] cumulative;

        Sampler(Components belief) {
            this.belief = belief;
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

        /// Fills `severity` with underlying severity on the asked days of one future, on the
        /// component's own scale.
        void path(int i, double[] point, int asOf, Question question, double[] severity) {
            State state = new State(belief, i, point);
            List<Integer> planned = question.plannedDays();
            int next = 0;
            while (next < planned.size() && planned.get(next) <= asOf) {
                next++;
            }
            int today = asOf;
            for (int d = 0; d < severity.length; d++) {
                int day = question.days().get(d);
                int at = 1 + STATE + PER_DAY * d;
                double chance = Normal.cdf(point[at + 2]);
                while (next < planned.size() && planned.get(next) < day) {
                    chance = state.pass(planned.get(next) - today, chance);
                    today = planned.get(next++);
                    chance = state.treat(chance);
                }
                state.pass(day - today, chance);
                today = day;
                int elapsed = day - (d == 0 ? asOf : question.days().get(d - 1));
                state.wander(elapsed, point[at], point[at + 1]);
                severity[d] = state.severity();
            }
        }
    }

    /// One future of one component, drawn from its Gaussian by a Cholesky factor.
    private static final class State {
        private final Components belief;
        private final int i;
        private final double benefit;
        private double level;
        private double deviation;
        private double built;
        private int treatments;
        private int sinceTreatment;

        State(Components belief, int i, double[] point) {
            this.belief = belief;
            this.i = i;
            double l11 = root(belief.varLevel[i]);
            double l21 = belief.covLevelDeviation[i] / l11;
            double l31 = belief.covLevelBenefit[i] / l11;
            double l22 = root(belief.varDeviation[i] - l21 * l21);
            double l32 = l22 > 0 ? (belief.covDeviationBenefit[i] - l31 * l21) / l22 : 0;
            double l33 = root(belief.varBenefit[i] - l31 * l31 - l32 * l32);
            level = belief.level[i] + l11 * point[1];
            deviation = belief.deviation[i] + l21 * point[1] + l22 * point[2];
            benefit = belief.benefit[i] + l31 * point[1] + l32 * point[2] + l33 * point[3];
            built = belief.built[i];
            treatments = belief.treatments();
            sinceTreatment = belief.daysSinceTreatment();
        }

        private static double root(double variance) {
            return Math.sqrt(Math.max(1e-12, variance));
        }

        /// Lets days pass. In a spell `chance` decides whether it ends; what is left of the
        /// chance serves the next decision.
        double pass(int days, double chance) {
            double left = chance;
            if (!belief.isSpell(i)) {
                built *= Math.exp(-days / belief.lastingDays(i, treatments));
            } else if (built > 0) {
                left = turn(1 - belief.staysWell(i, treatments, sinceTreatment, days), chance);
            } else {
                left = turn(Components.begins(days), chance);
            }
            sinceTreatment += days;
            return left;
        }

        double treat(double chance) {
            treatments++;
            sinceTreatment = 0;
            if (!belief.isSpell(i)) {
                built += belief.start(i) * (1 - built);
                return chance;
            }
            return built > 0 ? chance : turn(belief.start(i), chance);
        }

        /// Changes sides with a probability.
        private double turn(double probability, double chance) {
            if (chance < probability) {
                built = 1 - built;
                return chance / probability;
            }
            return (chance - probability) / Math.max(1e-12, 1 - probability);
        }

        void wander(int days, double levelPoint, double deviationPoint) {
            double keep = Math.exp(-days / belief.deviationDays(i));
            level += Math.sqrt(belief.wanderVarPerDay(i) * days) * levelPoint;
            deviation = keep * deviation
                    + Math.sqrt((1 - keep * keep) * belief.deviationVar(i)) * deviationPoint;
        }

        double severity() {
            return level + deviation - built * benefit;
        }
    }
}
