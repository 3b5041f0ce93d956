package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Nine items of one person, who feels some symptoms more readily than others do. Each item
/// leans on how gloomy, how idle and how strained the days were that are looked back on, and
/// counts how many of three parts of that time the symptom was there.
///
/// @param onset the level at which this person has each symptom half of the time
record RememberedItems(double[] onset) {
    private static final int PARTS = 3;
    /// Weight of gloom, of idleness and of strain on each item, in the order of PHQ-9.
    private static final double[][] LEANS_ON = {
        {0.5, 0.5, 0.2},
        {0.9, 0.1, 0.4},
        {0.4, 0.4, 0.8},
        {0.3, 0.7, 0.3},
        {0.5, 0.4, 0.5},
        {0.9, 0.1, 0.3},
        {0.4, 0.6, 0.4},
        {0.3, 0.7, 0.1},
        {1.0, 0.0, 0.5},
    };

    private static final double[] USUAL_ONSET = {
        0.64, 0.61, 0.52, 0.47, 0.64, 0.62, 0.69, 0.83, 1.02
    };
    private static final double STEEPNESS = 5;
    private static final double PERSONAL_SPREAD = 0.15;
    private static final double SHEET_SPREAD = 0.04;

    static RememberedItems drawn(RandomGenerator random) {
        double[] onset = USUAL_ONSET.clone();
        for (int item = 0; item < onset.length; item++) {
            onset[item] += PERSONAL_SPREAD * random.nextGaussian();
        }
        return new RememberedItems(onset);
    }

    /// The mean total.
    double expected(double gloom, double idleness, double strain) {
        double total = 0;
        for (int item = 0; item < onset.length; item++) {
            total += PARTS * present(item, level(item, gloom, idleness, strain));
        }
        return total;
    }

    /// A total answered. All items of one sheet share what the hour is like.
    int answer(double gloom, double idleness, double strain, RandomGenerator random) {
        double hour = SHEET_SPREAD * random.nextGaussian();
        int total = 0;
        for (int item = 0; item < onset.length; item++) {
            double present = present(item, level(item, gloom, idleness, strain) + hour);
            for (int part = 0; part < PARTS; part++) {
                total += random.nextDouble() < present ? 1 : 0;
            }
        }
        return total;
    }

    private double present(int item, double level) {
        return 1 / (1 + Math.exp(-STEEPNESS * (level - onset[item])));
    }

    private static double level(int item, double gloom, double idleness, double strain) {
        double[] weight = LEANS_ON[item];
        return weight[0] * gloom + weight[1] * idleness + weight[2] * strain;
    }
}
