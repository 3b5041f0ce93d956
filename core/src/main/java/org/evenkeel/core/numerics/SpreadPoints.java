package org.evenkeel.core.numerics;

/// Points spread evenly over a cube and turned into independent standard normal values: a fixed
/// rule for integrals, so that an answer carries no sampling noise from run to run.
///
/// The rule is the additive recurrence on powers of the generalised golden ratio, each point
/// paired with its mirror image.
public final class SpreadPoints {
    private SpreadPoints() {}

    /// Coordinates in (0, 1): `count` rows of `dimension` columns.
    public static double[][] uniform(int count, int dimension) {
        double ratio = goldenRatio(dimension);
        double[][] points = new double[count][dimension];
        double step = 1;
        for (int d = 0; d < dimension; d++) {
            step /= ratio;
            for (int n = 0; n < count; n++) {
                double value = 0.5 + step * (n / 2 + 1);
                double fraction = value - Math.floor(value);
                fraction = Math.clamp(fraction, 1e-9, 1 - 1e-9);
                points[n][d] = n % 2 == 0 ? fraction : 1 - fraction;
            }
        }
        return points;
    }

    /// Standard normal coordinates: `count` rows of `dimension` columns.
    public static double[][] normal(int count, int dimension) {
        double[][] points = uniform(count, dimension);
        for (double[] point : points) {
            for (int d = 0; d < dimension; d++) {
                point[d] = Normal.quantile(point[d]);
            }
        }
        return points;
    }

    private static double goldenRatio(int dimension) {
        double x = 2;
        for (int i = 0; i < 60; i++) {
            x = Math.pow(1 + x, 1.0 / (dimension + 1));
        }
        return x;
    }
}
