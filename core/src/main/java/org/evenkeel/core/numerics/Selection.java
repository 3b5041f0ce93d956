package org.evenkeel.core.numerics;

import java.util.Arrays;

/// Order statistics without sorting.
public final class Selection {
    private static final int SMALL = 32;

    private Selection() {}

    /// The value that would stand at `rank`, from 0, if the first `count` values were
    /// sorted. They are reordered: no value before the rank is larger, none after it
    /// smaller. There may be no NaN among them.
    public static double nth(double[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        // Halving at best, by an unlucky pivot hardly at all: after so many rounds sorting is
        // safer.
        int rounds = 4 * (Integer.SIZE - Integer.numberOfLeadingZeros(count));
        while (high - low > SMALL && rounds-- > 0) {
            double pivot = pivot(values, low, high);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        Arrays.sort(values, low, high + 1);
        return values[rank];
    }

    /// The median of the first, middle and last value.
    private static double pivot(double[] values, int low, int high) {
        double a = values[low];
        double b = values[(low + high) >>> 1];
        double c = values[high];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
