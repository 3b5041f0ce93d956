package org.evenkeel.core.pharmacokinetics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Any linear compartments and flows between them, for published models with more parts
/// than [Exposure] has.
///
/// Amounts go from event to event by the exponential of the matrix of flows. It is found
/// from a matrix without negative entries (uniformisation: `exp(Mh) = exp(-sh)·exp((M +
/// sI)h)`), halved until its series is short and squared again, so that nothing is
/// subtracted and no rates need to differ.
public final class Network {
    /// Where a flow goes that leaves the body.
    public static final int OUT = -1;

    private static final int TERMS = 20;

    /// Units in an hour, each 3 nanoseconds: steps that differ by less are one.
    private static final double FINEST = 0x1p40;

    /// Entries by the compartment gained in, then the one lost from, per hour.
    private final double[][] gains;

    /// A flow that is proportional to the amount where it comes from.
    ///
    /// @param from a compartment
    /// @param to a compartment, or [#OUT]
    /// @param rate per hour
    public record Flow(int from, int to, double rate) {}

    /// An amount put into a compartment at an even rate.
    ///
    /// @param compartment where
    /// @param hour when it begins
    /// @param mg how much
    /// @param hours how long it takes; 0 for at once
    public record Input(int compartment, double hour, double mg, double hours) {
        double end() {
            return hour + hours;
        }

        boolean isRunning(double from, double to) {
            return hours > 0 && hour <= from && end() >= to;
        }
    }

    public Network(int compartments, List<Flow> flows) {
        gains = new double[compartments][compartments];
        flows.forEach(this::with);
    }

    /// Adds a flow.
    Network with(Flow flow) {
        gains[flow.from][flow.from] -= flow.rate;
        return flow.to == OUT ? this : echoing(flow);
    }

    /// Adds a flow that takes nothing away where it comes from.
    Network echoing(Flow flow) {
        gains[flow.to][flow.from] += flow.rate;
        return this;
    }

    /// The amounts in mg at ascending hours: for each hour, one for each compartment.
    public double[][] amounts(List<Input> inputs, double[] hours) {
        TreeSet<Double> moments = new TreeSet<>();
        for (Input input : inputs) {
            moments.add(input.hour);
            moments.add(input.end());
        }
        for (double hour : hours) {
            moments.add(hour);
        }
        Map<Step, double[][]> known = new HashMap<>();
        double[][] found = new double[hours.length][];
        double[] state = new double[gains.length];
        double here = moments.first();
        int next = 0;
        for (double moment : moments) {
            List<Input> running = running(inputs, here, moment);
            double length = moment - here;
            state = after(
                    state,
                    known.computeIfAbsent(
                            new Step(Math.round(length * FINEST), running),
                            _ -> exponential(fed(running), length)));
            for (Input input : inputs) {
                state[input.compartment] += input.hours == 0 && input.hour == moment ? input.mg : 0;
            }
            while (next < hours.length && hours[next] == moment) {
                found[next++] = state.clone();
            }
            here = moment;
        }
        return found;
    }

    /// Steps that are alike: those of even times differ by rounding alone.
    ///
    /// @param length in units that are too short to matter
    private record Step(long length, List<Input> running) {}

    private static List<Input> running(List<Input> inputs, double from, double to) {
        return inputs.stream().filter(input -> input.isRunning(from, to)).toList();
    }

    /// The flows with a further column for what comes from outside.
    private double[][] fed(List<Input> running) {
        int size = gains.length;
        double[][] matrix = new double[size + 1][size + 1];
        for (int i = 0; i < size; i++) {
            System.arraycopy(gains[i], 0, matrix[i], 0, size);
        }
        for (Input input : running) {
            matrix[input.compartment][size] += input.mg / input.hours;
        }
        return matrix;
    }

    private static double[] after(double[] state, double[][] step) {
        int size = state.length;
        double[] later = new double[size];
        for (int i = 0; i < size; i++) {
            later[i] = step[i][size];
            for (int j = 0; j < size; j++) {
                later[i] += step[i][j] * state[j];
            }
        }
        return later;
    }

    /// The exponential of `matrix` times `h`, for a matrix that is negative on its
    /// diagonal at most.
    private static double[][] exponential(double[][] matrix, double h) {
        double shift = 0;
        for (int i = 0; i < matrix.length; i++) {
            shift = Math.max(shift, -matrix[i][i]);
        }
        int halvings = Math.max(0, Math.getExponent(shift * h) + 1);
        double part = Math.scalb(h, -halvings);
        double[][] term = identity(matrix.length);
        double[][] sum = identity(matrix.length);
        double[][] shifted = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            shifted[i] = matrix[i].clone();
            shifted[i][i] += shift;
        }
        for (int n = 1; n <= TERMS; n++) {
            term = product(term, shifted, part / n);
            add(sum, term);
        }
        double[][] power = product(sum, identity(matrix.length), Math.exp(-shift * part));
        for (int i = 0; i < halvings; i++) {
            power = product(power, power, 1);
        }
        return power;
    }

    private static void add(double[][] sum, double[][] more) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += more[i][j];
            }
        }
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] product(double[][] a, double[][] b, double factor) {
        int size = a.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                product[i][j] = factor * entry(a[i], b, j);
            }
        }
        return product;
    }

    private static double entry(double[] row, double[][] b, int column) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * b[k][column];
        }
        return sum;
    }
}
