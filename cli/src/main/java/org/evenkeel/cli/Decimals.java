package org.evenkeel.cli;

/// Numbers with a fixed count of decimals, written without the cost of a formatter: a forecast of
/// a large cohort writes hundreds of thousands of them.
final class Decimals {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /// Appends `value`, rounded half up, with `decimals` (0 to 6) digits after the point.
    static void append(StringBuilder to, double value, int decimals) {
        long scale = POWERS[decimals];
        long scaled = Math.round(Math.abs(value) * scale);
        if (value < 0 && scaled > 0) {
            to.append('-');
        }
        to.append(scaled / scale);
        if (decimals > 0) {
            to.append('.');
            String fraction = Long.toString(scaled % scale);
            to.repeat('0', decimals - fraction.length()).append(fraction);
        }
    }
}
