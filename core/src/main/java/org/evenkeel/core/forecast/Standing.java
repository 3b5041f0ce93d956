package org.evenkeel.core.forecast;

import org.evenkeel.core.numerics.Normal;

import java.util.Arrays;
import java.util.Comparator;

/// How one patient compares with the population the prior describes.
///
/// @param untreated the level severity returns to without treatment, points
/// @param benefit the drop in severity one treatment brings to somebody untreated, on average
///     where it works by chance, points
/// @param lastingDays days in which benefit fades to 37 % or a spell of it is half over, after as
///     many treatments as the patient had
public record Standing(Trait untreated, Trait benefit, Trait lastingDays) {

    /// One trait of the patient beside the same of the population.
    ///
    /// @param own what is believed of the patient
    /// @param population what was believed before any score
    /// @param shareBelow share of the population below the patient's median, 0 to 1
    public record Trait(Spread own, Spread population, double shareBelow) {}

    /// The median and the middle 80 %.
    public record Spread(double p10, double p50, double p90) {}

    static Standing of(Components belief, Components before) {
        int treatments = belief.treatments();
        return new Standing(
                trait(levels(belief), levels(before)),
                trait(benefits(belief), benefits(before)),
                trait(lasting(belief, treatments), lasting(before, treatments)));
    }

    private static Trait trait(Sample own, Sample population) {
        Spread spread = own.spread();
        return new Trait(spread, population.spread(), population.shareBelow(spread.p50));
    }

    /// Points of a normal law that each stand for an equal share of it.
    private static final double[] STEPS = steps(21);

    private static double[] steps(int count) {
        double[] steps = new double[count];
        for (int k = 0; k < count; k++) {
            steps[k] = Normal.quantile((k + 0.5) / count);
        }
        return steps;
    }

    private static Sample levels(Components of) {
        Sample sample = new Sample(of.count() * STEPS.length);
        for (Gaussians some : of.all()) {
            for (int i = 0; i < some.size(); i++) {
                Link.Places on = of.grid().places(some.link[i]);
                double sd = Math.sqrt(some.varLevel[i]);
                for (double step : STEPS) {
                    sample.add(on.severity(some.level[i] + step * sd), some.weight[i]);
                }
            }
        }
        return sample;
    }

    private static Sample benefits(Components of) {
        Sample sample = new Sample(of.count() * STEPS.length);
        for (Gaussians some : of.all()) {
            for (int i = 0; i < some.size(); i++) {
                Link.Places on = of.grid().places(some.link[i]);
                double start = of.grid().start()[some.mechanism[i]];
                double untreated = on.severity(some.level[i]);
                double sd = Math.sqrt(some.varBenefit[i]);
                for (double step : STEPS) {
                    double drop = start * (some.benefit[i] + step * sd);
                    sample.add(untreated - on.severity(some.level[i] - drop), some.weight[i]);
                }
            }
        }
        return sample;
    }

    private static Sample lasting(Components of, int treatments) {
        Sample sample = new Sample(of.count());
        for (Gaussians some : of.all()) {
            for (int i = 0; i < some.size(); i++) {
                double days = of.grid().lastingDays(some.mechanism[i], treatments);
                sample.add(days, some.weight[i]);
            }
        }
        return sample;
    }

    /// Values with weights.
    private static final class Sample {
        private final double[][] points;
        private int size;
        private double total;

        Sample(int most) {
            points = new double[most][];
        }

        void add(double value, double weight) {
            points[size++] = new double[] {value, weight};
            total += weight;
        }

        Spread spread() {
            Arrays.sort(points, 0, size, Comparator.comparingDouble(point -> point[0]));
            return new Spread(quantile(0.1), quantile(0.5), quantile(0.9));
        }

        /// Between two values it goes straight from the middle of the one's share to that of the
        /// other's, so that few values do not make it jump.
        private double quantile(double p) {
            double target = p * total;
            double before = points[0][1] / 2;
            for (int n = 1; n < size; n++) {
                double middle = before + (points[n - 1][1] + points[n][1]) / 2;
                if (middle >= target) {
                    double way = Math.clamp((target - before) / (middle - before), 0.0, 1.0);
                    return points[n - 1][0] + way * (points[n][0] - points[n - 1][0]);
                }
                before = middle;
            }
            return points[size - 1][0];
        }

        double shareBelow(double value) {
            double below = 0;
            for (int n = 0; n < size; n++) {
                below += points[n][0] < value ? points[n][1] : 0;
            }
            return below / total;
        }
    }
}
