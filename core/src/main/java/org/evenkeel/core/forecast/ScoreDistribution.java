package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.DayForecast.Quantiles;

import java.util.Arrays;

/// The distribution of the score that would be observed, over the whole numbers of a scale.
///
/// Quantiles treat the probability of a whole number as spread evenly over the unit around
/// it, and are cut off at the ends of the scale: a band of 80 % then covers about 80 % of
/// whole-number scores, where quantiles that are themselves whole numbers would cover more.
public final class ScoreDistribution {
    private final int minimum;
    private final double[] cumulative;

    /// `cumulative[k]` is the probability of a score at or below `minimum + k`; the last is
    /// 1.
    ScoreDistribution(int minimum, double[] cumulative) {
        this.minimum = minimum;
        this.cumulative = cumulative;
    }

    /// A distribution that was kept.
    ///
    /// @param minimum lowest score of the scale
    /// @param cumulative probability of a score at or below `minimum + k`, ascending; the
    ///     last is 1
    public static ScoreDistribution of(int minimum, double[] cumulative) {
        double before = 0;
        for (double each : cumulative) {
            if (!(each >= before && each <= 1)) {
                throw new IllegalArgumentException(
                        "cumulative probabilities must ascend from 0 to 1, got " + each);
            }
            before = each;
        }
        if (before != 1) {
            throw new IllegalArgumentException("the last must be 1, got " + before);
        }
        return new ScoreDistribution(minimum, cumulative.clone());
    }

    /// The probabilities of a score at or below `minimum + k`, to be kept.
    public double[] cumulative() {
        // Weights that add up to 1 may do so by a hair too much.
        return Arrays.stream(cumulative).map(each -> Math.min(1, each)).toArray();
    }

    /// Where a score falls within the distribution, 0 to 1: evenly spread if forecasts are
    /// right.
    ///
    /// @param place where within the step of a whole number, 0 to 1, chosen by chance
    ///     before the score is known
    public double pit(int score, double place) {
        double below = atMost(score - 1);
        return below + place * (atMost(score) - below);
    }

    public double mean() {
        double mean = minimum + cumulative.length - 1;
        for (int k = 0; k < cumulative.length - 1; k++) {
            mean -= cumulative[k];
        }
        return mean;
    }

    public double sd() {
        double mean = mean();
        double variance = 0;
        for (int k = 0; k < cumulative.length; k++) {
            double away = minimum + k - mean;
            variance += away * away * (cumulative[k] - (k == 0 ? 0 : cumulative[k - 1]));
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /// Probability of a score at or below `score`.
    public double atMost(int score) {
        int k = score - minimum;
        if (k < 0) {
            return 0;
        }
        return k >= cumulative.length ? 1 : cumulative[k];
    }

    /// Continuous ranked probability score of what was then observed, in points: the
    /// smaller, the better; for a forecast without spread it is the absolute error.
    public double crps(int observed) {
        double sum = 0;
        for (int k = 0; k < cumulative.length - 1; k++) {
            double miss = cumulative[k] - (observed <= minimum + k ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }

    /// Probability of a score at or above `score`.
    public double atLeast(int score) {
        int below = score - minimum - 1;
        if (below < 0) {
            return 1;
        }
        return below >= cumulative.length ? 0 : 1 - cumulative[below];
    }

    public Quantiles quantiles() {
        return new Quantiles(
                quantile(0.10), quantile(0.25), quantile(0.50), quantile(0.75), quantile(0.90));
    }

    public double quantile(double p) {
        int k = 0;
        while (k < cumulative.length - 1 && cumulative[k] < p) {
            k++;
        }
        double before = k == 0 ? 0 : cumulative[k - 1];
        double mass = cumulative[k] - before;
        double within = mass > 0 ? (p - before) / mass : 0.5;
        double value = minimum + k - 0.5 + within;
        return Math.clamp(value, (double) minimum, minimum + cumulative.length - 1.0);
    }
}
