package org.evenkeel.core.numerics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Points spread evenly over a cube: a fixed rule for integrals, so that an answer carries no
/// sampling noise from run to run.
///
/// The rule is a Latin hypercube of a fixed seed: each coordinate takes each of `count` evenly
/// spaced values once. In the twenty and more dimensions of a patient's futures it was closer to
/// the truth than lattices, additive recurrences and Sobol points of the same number.
public final class SpreadPoints {
    private static final long SEED = 20_260_101;

    private SpreadPoints() {}

    /// Coordinates in (0, 1): `count` rows of `dimension` columns. A column does not depend on how
    /// many there are.
    public static double[][] uniform(int count, int dimension) {
        double[][] points = new double[count][dimension];
        int[] order = new int[count];
        for (int d = 0; d < dimension; d++) {
            shuffle(order, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + d));
            for (int n = 0; n < count; n++) {
                points[n][d] = (order[n] + 0.5) / count;
            }
        }
        return points;
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int n = 0; n < order.length; n++) {
            int other = random.nextInt(n + 1);
            order[n] = order[other];
            order[other] = n;
        }
    }
}
