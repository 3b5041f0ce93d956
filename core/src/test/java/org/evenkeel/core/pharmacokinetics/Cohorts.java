package org.evenkeel.core.pharmacokinetics;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Subjects for tests.
final class Cohorts {
    private static final double WEIGHT = 70;
    private static final double[] USUAL = {75, 80, 60, 150, 180, 0.7, 45, 100};

    private Cohorts() {}

    /// One subject of 70 kg; the values follow the order of [Parameter] after the weight.
    static Subjects one(double... values) {
        Map<Parameter, Double> all = new EnumMap<>(Parameter.class);
        all.put(Parameter.WEIGHT_KG, WEIGHT);
        Parameter[] parameters = Parameter.values();
        for (int i = 0; i < values.length; i++) {
            all.put(parameters[i + 1], values[i]);
        }
        return Subjects.one(all);
    }

    /// Many subjects that differ by half to double in everything.
    static Subjects drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[USUAL.length][count];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < USUAL.length; p++) {
                values[p][i] = p == Parameter.FM.ordinal()
                        ? random.nextDouble()
                        : USUAL[p] * Math.exp(0.35 * random.nextGaussian());
            }
        }
        return Subjects.of(values);
    }

    /// One of many.
    static Subjects alone(Subjects many, int subject) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, many.value(parameter, subject));
        }
        return Subjects.one(values);
    }
}
