package org.evenkeel.core.pharmacokinetics;

/// A dose into the central compartment, given to every subject by body weight.
///
/// @param hour when it begins
/// @param mgPerKg how much, at least 0
/// @param hours how long the infusion runs, at an even rate; 0 for a bolus
public record Dose(double hour, double mgPerKg, double hours) {
    /// The largest hour, dose or duration: more than a century.
    public static final double MOST = 1e6;

    public Dose {
        if (!(Math.abs(hour) <= MOST)) {
            throw new IllegalArgumentException(
                    "hour of a dose must be from -1e6 to 1e6, got " + hour);
        }
        if (!(mgPerKg >= 0 && mgPerKg <= MOST)) {
            throw new IllegalArgumentException("dose must be from 0 to 1e6 mg/kg, got " + mgPerKg);
        }
        if (!(hours >= 0 && hours <= MOST)) {
            throw new IllegalArgumentException(
                    "duration of a dose must be from 0 to 1e6 h, got " + hours);
        }
    }

    /// Whether it is given at once.
    boolean isBolus() {
        return hours == 0;
    }
}
