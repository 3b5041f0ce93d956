package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.numerics.Selection;

import java.util.Arrays;

/// Sorts concentrations of one analyte at one time into classes, so that those near a
/// wanted quantile can be kept and the others only counted.
///
/// Classes are numbered upwards; the odd ones hold the quantiles. A value's class is
/// looked up by the leading bits of its `double`, which ascend with the value: one look-up
/// for all quantiles.
final class Sieve {
    /// Sign, exponent and nine bits of the mantissa: steps below 0.2 %.
    private static final int SHIFT = 43;

    private static final int LARGEST = 1 << 12;

    /// How far a pilot's quantile is looked around: it is missed one time in 16,000.
    private static final double STANDARD_ERRORS = 4;

    private final int shift;
    private final int base;
    private final byte[] classes;
    private final int[] classOfChance;

    private Sieve(int shift, int base, byte[] classes, int[] classOfChance) {
        this.shift = shift;
        this.base = base;
        this.classes = classes;
        this.classOfChance = classOfChance;
    }

    /// A sieve that keeps everything.
    static Sieve all(int chances) {
        int[] classOfChance = new int[chances];
        Arrays.fill(classOfChance, 1);
        return new Sieve(Long.SIZE - 1, 0, new byte[] {1}, classOfChance);
    }

    /// Where the quantiles of all subjects lie when these are the values of some, in any
    /// order; they are reordered.
    ///
    /// @param chances which quantiles, ascending; at most 50
    static Sieve around(double[] some, double[] chances) {
        long[] lows = new long[chances.length];
        long[] highs = new long[chances.length];
        for (int c = 0; c < chances.length; c++) {
            double place = (some.length - 1) * chances[c];
            double error =
                    STANDARD_ERRORS * Math.sqrt(some.length * chances[c] * (1 - chances[c])) + 2;
            lows[c] = bits(some, (int) Math.floor(place - error));
            highs[c] = bits(some, (int) Math.ceil(place + error));
        }
        return meshed(lows, highs);
    }

    /// The bits of the value at a rank; of the first or last where there is none.
    private static long bits(double[] some, int rank) {
        int near = Math.clamp(rank, 0, some.length - 1);
        return Double.doubleToRawLongBits(Selection.nth(some, some.length, near));
    }

    private static Sieve meshed(long[] lows, long[] highs) {
        int shift = SHIFT;
        while ((highs[highs.length - 1] >>> shift) - (lows[0] >>> shift) > LARGEST) {
            shift++;
        }
        int base = (int) (lows[0] >>> shift);
        byte[] classes = new byte[(int) (highs[highs.length - 1] >>> shift) - base + 1];
        int[] classOfChance = new int[lows.length];
        int current = 1;
        int next = 0;
        for (int c = 0; c < lows.length; c++) {
            int from = (int) (lows[c] >>> shift) - base;
            int to = (int) (highs[c] >>> shift) - base;
            if (from > next) {
                // A gap: its values are counted in the even class between.
                Arrays.fill(classes, next, from, (byte) (current + 1));
                current += 2;
            }
            if (to >= next) {
                Arrays.fill(classes, Math.max(from, next), to + 1, (byte) current);
                next = to + 1;
            }
            classOfChance[c] = current;
        }
        return new Sieve(shift, base, classes, classOfChance);
    }

    /// The share of all values that the class of a median holds, about.
    static double widestShare(int pilot) {
        return STANDARD_ERRORS / Math.sqrt(pilot);
    }

    /// One more than the highest class.
    int count() {
        return classes[classes.length - 1] + 2;
    }

    /// The class of a value of at least 0.
    int of(double value) {
        int place = (int) (Double.doubleToRawLongBits(value) >>> shift) - base;
        if (place < 0) {
            return 0;
        }
        return place < classes.length ? classes[place] : classes[classes.length - 1] + 1;
    }

    /// The class that a quantile lies in, unless the pilot was wrong.
    int ofChance(int chance) {
        return classOfChance[chance];
    }
}
