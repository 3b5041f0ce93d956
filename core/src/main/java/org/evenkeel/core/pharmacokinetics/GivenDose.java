package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.protocol.Route;

/// A dose given to one person.
///
/// @param hour when it begins
/// @param route the way it is given
/// @param mg how much, at least 0
/// @param hours how long an infusion into a vein runs, at an even rate; 0 for every other dose
public record GivenDose(double hour, Route route, double mg, double hours) {
    public GivenDose {
        if (!(Math.abs(hour) <= Dose.MOST)) {
            throw new IllegalArgumentException(
                    "hour of a dose must be from -1e6 to 1e6, got " + hour);
        }
        if (!(mg >= 0 && mg <= Dose.MOST)) {
            throw new IllegalArgumentException("dose must be from 0 to 1e6 mg, got " + mg);
        }
        if (!(hours >= 0 && hours <= (route == Route.IV ? Dose.MOST : 0))) {
            throw new IllegalArgumentException("duration of a dose must be from 0 to 1e6 h, and 0"
                    + " where it does not run into a vein, got " + hours);
        }
    }
}
