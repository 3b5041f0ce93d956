package org.evenkeel.core.units;

import java.math.BigDecimal;
import java.math.MathContext;

/// A dose in milligrams per kilogram of body weight, above zero.
public record MgPerKg(BigDecimal value) {
    public MgPerKg {
        Positive.require("dose in mg/kg", value);
    }

    /// The dose for a body weight, unrounded.
    public Mg forWeight(Kg weight) {
        return new Mg(value.multiply(weight.value()));
    }

    /// The dose per kilogram that an amount was for a body weight.
    public static MgPerKg of(Mg amount, Kg weight) {
        return new MgPerKg(amount.value().divide(weight.value(), MathContext.DECIMAL64));
    }
}
