package org.evenkeel.core.course;

import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.util.Optional;

/// One treatment given.
///
/// @param day the day it was given; its benefit starts the next day
/// @param drug the drug
/// @param route the route
/// @param dose the amount, where known
/// @param weight the body weight it was dosed by, where known
/// @param dosePerKg the amount per kilogram, where known
public record Administration(
        int day,
        Drug drug,
        Route route,
        Optional<Mg> dose,
        Optional<Kg> weight,
        Optional<MgPerKg> dosePerKg) {

    public Administration {
        if (dosePerKg.isEmpty() && dose.isPresent() && weight.isPresent()) {
            dosePerKg = Optional.of(MgPerKg.of(dose.get(), weight.get()));
        }
    }

    /// A treatment whose dose is known per kilogram only.
    public static Administration perKg(int day, Drug drug, Route route, MgPerKg dosePerKg) {
        return new Administration(
                day, drug, route, Optional.empty(), Optional.empty(), Optional.of(dosePerKg));
    }
}
