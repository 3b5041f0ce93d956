package org.evenkeel.core.pharmacokinetics;

import java.util.Map;

/// The subjects of a simulation, one array for each [Parameter].
public final class Subjects {
    private final double[][] values;
    private final int count;

    private Subjects(double[][] values, int count) {
        this.values = values;
        this.count = count;
    }

    /// Subjects from one array a parameter, in the order of [Parameter], all equally long.
    /// The arrays become the subjects' own: the caller must not change them any more.
    ///
    /// @throws IllegalArgumentException where an array is missing, too short or holds a
    /// value that
    ///     its parameter does not allow
    public static Subjects of(double[]... values) {
        Parameter[] parameters = Parameter.values();
        if (values.length != parameters.length) {
            throw new IllegalArgumentException(
                    "subjects have " + parameters.length + " parameters, got " + values.length);
        }
        int count = values[0].length;
        for (Parameter parameter : parameters) {
            double[] column = values[parameter.ordinal()];
            if (column.length != count) {
                throw new IllegalArgumentException(
                        parameter.column() + " has " + column.length + " values, not " + count);
            }
            require(parameter, column);
        }
        return new Subjects(values.clone(), count);
    }

    /// One subject.
    public static Subjects one(Map<Parameter, Double> values) {
        double[][] columns = new double[Parameter.values().length][];
        for (Parameter parameter : Parameter.values()) {
            columns[parameter.ordinal()] = new double[] {values.getOrDefault(parameter, 0.0)};
        }
        return of(columns);
    }

    private static void require(Parameter parameter, double[] column) {
        for (double value : column) {
            if (!parameter.allows(value)) {
                throw new IllegalArgumentException(parameter.column() + " must be from "
                        + parameter.least() + " to " + parameter.most() + ", got " + value);
            }
        }
    }

    public int count() {
        return count;
    }

    public double value(Parameter parameter, int subject) {
        return values[parameter.ordinal()][subject];
    }

    /// At most `wanted` of them, evenly spread over the order they stand in.
    Subjects spread(int wanted) {
        if (wanted >= count) {
            return this;
        }
        double[][] some = new double[values.length][wanted];
        for (int i = 0; i < wanted; i++) {
            int from = (int) ((2L * i + 1) * count / (2L * wanted));
            for (int p = 0; p < values.length; p++) {
                some[p][i] = values[p][from];
            }
        }
        return new Subjects(some, wanted);
    }
}
