package org.evenkeel.core.forecast;

import java.util.List;
import java.util.OptionalInt;

/// Watches whether forecasts are still calibrated, answer by answer, for as long as one
/// likes.
///
/// Right forecasts put answers evenly over 0 to 1. Each way of being wrong is a bet against
/// that: a density on 0 to 1 whose value at an answer multiplies the stake. If forecasts
/// are right no bet gains on the mean, whatever came before. A new stake of one is set on
/// each bet with each answer, so that a drift which begins late is found too (the
/// Shiryaev-Roberts way, by betting). The stakes won then exceed the number of answers only
/// by luck: they reach [#ANSWERS_PER_FALSE_ALARM] on average not before so many answers,
/// and within n answers with a chance of at most n divided by it. That holds if each
/// forecast knew all earlier answers of its patient.
public final class DriftMonitor {
    /// On average at least so many answers come before a false alarm.
    public static final int ANSWERS_PER_FALSE_ALARM = 2_000;

    private DriftMonitor() {}

    /// How forecasts can be wrong.
    public enum Lean {
        /// answers are higher than forecast: patients do worse
        WORSE(1.5, 1),
        /// answers are lower than forecast: patients do better
        BETTER(1, 1.5),
        /// answers lie further out than forecast
        NARROW(0.75, 0.75),
        /// answers lie closer to the middle than forecast
        WIDE(1.5, 1.5);

        private final double above;
        private final double below;
        private final double scale;

        Lean(double above, double below) {
            this.above = above;
            this.below = below;
            this.scale = 1 / beta(above, below);
        }

        /// The density of a beta law at an answer.
        double bet(double pit) {
            double within = Math.clamp(pit, EDGE, 1 - EDGE);
            return scale * Math.pow(within, above - 1) * Math.pow(1 - within, below - 1);
        }
    }

    /// An answer beyond what a forecast thought possible must not win everything at once.
    private static final double EDGE = 1e-4;

    /// What has come of it.
    ///
    /// @param answers how many answers
    /// @param stakes the stakes won, the mean of all bets
    /// @param alarm which answer raised the alarm, counted from 1; an alarm stays
    /// @param lean the bet that won most up to then
    public record Verdict(int answers, double stakes, OptionalInt alarm, Lean lean) {
        /// Whether forecasts are no longer calibrated.
        public boolean isAlarm() {
            return alarm.isPresent();
        }
    }

    /// Looks at answers in the order they came.
    ///
    /// @param pits where each fell within its forecast, 0 to 1
    public static Verdict over(List<Double> pits) {
        Lean[] leans = Lean.values();
        double[] won = new double[leans.length];
        double mean = 0;
        int best = 0;
        for (int n = 0; n < pits.size(); n++) {
            mean = 0;
            for (int k = 0; k < leans.length; k++) {
                won[k] = (won[k] + 1) * leans[k].bet(pits.get(n));
                mean += won[k] / leans.length;
                best = won[k] > won[best] ? k : best;
            }
            if (mean >= ANSWERS_PER_FALSE_ALARM) {
                return new Verdict(pits.size(), mean, OptionalInt.of(n + 1), leans[best]);
            }
        }
        return new Verdict(pits.size(), mean, OptionalInt.empty(), leans[best]);
    }

    /// Euler's beta function by Simpson's rule on the angle, where its ends are tame.
    private static double beta(double a, double b) {
        int steps = 2_000;
        double h = Math.PI / 2 / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += h / 6 * (at(i * h, a, b) + 4 * at((i + 0.5) * h, a, b) + at((i + 1) * h, a, b));
        }
        return sum;
    }

    private static double at(double angle, double a, double b) {
        return 2 * Math.pow(Math.sin(angle), 2 * a - 1) * Math.pow(Math.cos(angle), 2 * b - 1);
    }
}
