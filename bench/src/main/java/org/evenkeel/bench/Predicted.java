package org.evenkeel.bench;

import org.evenkeel.core.forecast.ScoreDistribution;
import org.evenkeel.core.numerics.Normal;

/// What a method said of one later score: probabilities of the whole numbers 0 to 27. Every
/// method is judged in this form, so that none gains or loses by rounding.
///
/// @param cumulative `cumulative[k]` is the probability of a score at or below `k`
record Predicted(double[] cumulative) {
    private static final int MAXIMUM = 27;

    static Predicted of(ScoreDistribution scores) {
        double[] cumulative = new double[MAXIMUM + 1];
        for (int k = 0; k <= MAXIMUM; k++) {
            cumulative[k] = scores.atMost(k);
        }
        return new Predicted(cumulative);
    }

    /// A normal law, rounded, with what lies beyond an end of the scale put on that end.
    static Predicted normal(double mean, double sd) {
        double[] cumulative = new double[MAXIMUM + 1];
        for (int k = 0; k < MAXIMUM; k++) {
            cumulative[k] = Normal.cdf((k + 0.5 - mean) / sd);
        }
        cumulative[MAXIMUM] = 1;
        return new Predicted(cumulative);
    }

    double crps(int score) {
        double sum = 0;
        for (int k = 0; k < MAXIMUM; k++) {
            double miss = cumulative[k] - (score <= k ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }

    double atLeast(int score) {
        return 1 - cumulative[score - 1];
    }

    /// Where a score fell in what was said, between two probabilities.
    double below(int score) {
        return score == 0 ? 0 : cumulative[score - 1];
    }

    double upTo(int score) {
        return cumulative[score];
    }

    double absoluteError(int score) {
        return Math.abs(score - quantile(0.5));
    }

    boolean covers(int score) {
        return score >= quantile(0.1) && score <= quantile(0.9);
    }

    /// A whole number's probability is spread evenly over the unit around it, as in
    /// [ScoreDistribution].
    private double quantile(double p) {
        int k = 0;
        while (k < MAXIMUM && cumulative[k] < p) {
            k++;
        }
        double before = k == 0 ? 0 : cumulative[k - 1];
        double mass = cumulative[k] - before;
        double within = mass > 0 ? (p - before) / mass : 0.5;
        return Math.clamp(k - 0.5 + within, 0.0, MAXIMUM);
    }
}
