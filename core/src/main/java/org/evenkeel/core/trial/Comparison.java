package org.evenkeel.core.trial;

import java.util.ArrayList;
import java.util.List;

/// The figures of a trial, each with its uncertainty.
///
/// An interval is the 95 % interval of the delete-a-block jackknife: it says how far the
/// figure would move with other patients of the same world, and nothing about how far the
/// world is from real patients.
///
/// @param rows one a policy
public record Comparison(List<Row> rows) {
    private static final double NINETY_FIVE = 1.959964;

    /// @param policy the policy
    /// @param tally all of its patients
    /// @param estimates every measure of it, in the order of [Measure]
    public record Row(Policy policy, Tally tally, List<Estimate> estimates) {
        public Row {
            estimates = List.copyOf(estimates);
        }

        /// The estimate of one measure.
        public Estimate of(Measure measure) {
            return estimates.get(measure.ordinal());
        }
    }

    /// A figure and its 95 % interval; all `NaN` where the figure has no meaning.
    public record Estimate(double value, double low, double high) {}

    public Comparison {
        rows = List.copyOf(rows);
    }

    /// From the tallies of all blocks.
    ///
    /// @param policies the trial's
    /// @param blocks for each block, a tally for each policy
    /// @param price of a treatment, in days unwell
    public static Comparison of(List<Policy> policies, List<List<Tally>> blocks, double price) {
        List<Tally> whole = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            Tally sum = new Tally();
            for (List<Tally> block : blocks) {
                sum = sum.plus(block.get(i));
            }
            whole.add(sum);
        }
        double[][] values = measured(policies, whole, price);
        double[][][] without = new double[blocks.size()][][];
        for (int b = 0; b < blocks.size(); b++) {
            List<Tally> rest = new ArrayList<>();
            for (int i = 0; i < policies.size(); i++) {
                rest.add(whole.get(i).minus(blocks.get(b).get(i)));
            }
            without[b] = measured(policies, rest, price);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            rows.add(new Row(policies.get(i), whole.get(i), estimates(values, without, i)));
        }
        return new Comparison(rows);
    }

    /// By policy and measure.
    private static double[][] measured(List<Policy> policies, List<Tally> tallies, double price) {
        Yardstick yardstick = Yardstick.of(price, policies, tallies);
        double[][] values = new double[policies.size()][Measure.values().length];
        for (int i = 0; i < values.length; i++) {
            for (Measure measure : Measure.values()) {
                values[i][measure.ordinal()] = measure.of(tallies.get(i), yardstick);
            }
        }
        return values;
    }

    private static List<Estimate> estimates(double[][] values, double[][][] without, int policy) {
        List<Estimate> estimates = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            double value = values[policy][measure.ordinal()];
            double half = NINETY_FIVE * jackknife(without, policy, measure.ordinal());
            estimates.add(new Estimate(value, value - half, value + half));
        }
        return estimates;
    }

    /// Standard error from the values that each block's absence leaves.
    private static double jackknife(double[][][] without, int policy, int measure) {
        int n = without.length;
        double mean = 0;
        for (double[][] each : without) {
            mean += each[policy][measure] / n;
        }
        double squares = 0;
        for (double[][] each : without) {
            squares += Math.pow(each[policy][measure] - mean, 2);
        }
        return Math.sqrt(squares * (n - 1) / n);
    }
}
