package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// Nine items of a graded response model, each answered 0 to 3: the higher the trait, the
/// likelier the higher answers. The numbers are defaults of this project, ordered as symptoms
/// are: tiredness and sleep are endorsed early, slowness and self-harm late.
final class GradedItems {
    private static final double[] DISCRIMINATION = {2.6, 3.0, 1.5, 1.9, 1.4, 2.1, 1.9, 1.6, 1.8};
    private static final double[] ONSET = {-1.2, -1.1, -1.6, -1.7, -1.1, -1.0, -0.9, -0.2, 0.7};
    private static final double[] STEP = {0.9, 0.9, 0.9, 1.0, 1.0, 0.8, 0.9, 1.0, 0.9};
    /// What all items of one sheet share that day.
    private static final double MOOD_SPREAD = 0.2;

    private GradedItems() {}

    /// The mean total at a trait.
    static double expected(double trait) {
        double total = 0;
        for (int item = 0; item < ONSET.length; item++) {
            for (int step = 0; step < 3; step++) {
                total += reached(item, step, trait);
            }
        }
        return total;
    }

    /// A total answered at a trait.
    static int answer(double trait, RandomGenerator random) {
        double today = trait + MOOD_SPREAD * random.nextGaussian();
        int total = 0;
        for (int item = 0; item < ONSET.length; item++) {
            double draw = random.nextDouble();
            for (int step = 0; step < 3 && draw < reached(item, step, today); step++) {
                total++;
            }
        }
        return total;
    }

    /// Chance of an answer above `step`.
    private static double reached(int item, int step, double trait) {
        double onset = ONSET[item] + step * STEP[item];
        return 1 / (1 + Math.exp(DISCRIMINATION[item] * (onset - trait)));
    }
}
