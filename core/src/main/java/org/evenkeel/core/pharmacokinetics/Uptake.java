package org.evenkeel.core.pharmacokinetics;

/// How a dose that is not given into a vein comes to the blood: a share of it, by an even
/// rate constant that puts the peak in plasma where it was measured.
///
/// @param share of the dose, above 0 and at most 1
/// @param peakHours from the dose to the peak in plasma
public record Uptake(double share, double peakHours) {
    public Uptake {
        if (!(share > 0 && share <= 1 && peakHours > 0)) {
            throw new IllegalArgumentException("an uptake needs a share above 0 and at most 1 and"
                    + " a peak after 0 h, got " + share + " and " + peakHours);
        }
    }
}
