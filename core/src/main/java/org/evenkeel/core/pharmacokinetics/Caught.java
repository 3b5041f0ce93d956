package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.numerics.Selection;

/// The concentrations near a quantile, and how many lie below them.
final class Caught {
    private final long below;
    private final long zeros;
    private final double[] values;

    /// @param below how many are smaller than all here
    /// @param zeros how many here are 0
    /// @param values the others here, in any order; they are reordered
    Caught(long below, long zeros, double[] values) {
        this.below = below;
        this.zeros = zeros;
        this.values = values;
    }

    /// Whether the values on both sides of a place in the sorted row are here.
    boolean holds(double position) {
        return position >= below && Math.ceil(position) < below + zeros + values.length;
    }

    /// The value at a place in the sorted row, between two values by their straight line.
    double quantile(double position) {
        long rank = (long) position;
        double value = value(rank);
        return rank == position ? value : value + (position - rank) * (value(rank + 1) - value);
    }

    private double value(long rank) {
        int place = (int) (rank - below - zeros);
        return place < 0 ? 0 : Selection.nth(values, values.length, place);
    }
}
