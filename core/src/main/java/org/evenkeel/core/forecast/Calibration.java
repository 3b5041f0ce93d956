package org.evenkeel.core.forecast;

import java.util.ArrayList;
import java.util.List;

/// How forecasts stood against the answers that came.
///
/// Intervals are for shares of independent answers; those of one patient are somewhat
/// alike, so the true intervals are somewhat wider.
///
/// @param answers how many
/// @param inside share of answers within the band meant to hold 80 %
/// @param fifths share of answers in each fifth of their forecasts, from the best to the
///     worst; each is a fifth if forecasts are right
/// @param crps mean continuous ranked probability score, points
public record Calibration(int answers, Share inside, List<Share> fifths, double crps) {
    /// What the band is meant to hold.
    public static final double BAND = 0.8;

    private static final int FIFTHS = 5;

    /// Half the width of a 95 % interval in standard deviations.
    private static final double Z = 1.96;

    public Calibration {
        fifths = List.copyOf(fifths);
    }

    /// A share with its 95 % interval.
    public record Share(double value, double low, double high) {
        /// Wilson's interval.
        ///
        /// @param counted how many
        /// @param of of how many, at least one
        static Share of(int counted, int of) {
            double p = (double) counted / of;
            double z2 = Z * Z / of;
            double middle = (p + z2 / 2) / (1 + z2);
            double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / of + z2 / (4 * of));
            return new Share(p, Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /// Counts forecasts.
    ///
    /// @param scored at least one
    public static Calibration of(List<ScoredForecast> scored) {
        if (scored.isEmpty()) {
            throw new IllegalArgumentException("calibration needs at least one answer, got none");
        }
        int inside = 0;
        int[] counts = new int[FIFTHS];
        double crps = 0;
        for (ScoredForecast each : scored) {
            inside += each.inside() ? 1 : 0;
            counts[Math.min(FIFTHS - 1, (int) (each.pit() * FIFTHS))]++;
            crps += each.crps();
        }
        List<Share> fifths = new ArrayList<>();
        for (int count : counts) {
            fifths.add(Share.of(count, scored.size()));
        }
        return new Calibration(
                scored.size(), Share.of(inside, scored.size()), fifths, crps / scored.size());
    }
}
