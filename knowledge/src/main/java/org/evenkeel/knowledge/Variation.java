package org.evenkeel.knowledge;

/// Coefficients of variation, in percent, of laws whose logarithm is normal.
final class Variation {
    private static final double PERCENT = 100;

    private Variation() {}

    /// The standard deviation of the logarithm.
    static double ofLogarithm(double percent) {
        double cv = percent / PERCENT;
        return Math.sqrt(Math.log1p(cv * cv));
    }
}
