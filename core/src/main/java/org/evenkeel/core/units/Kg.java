package org.evenkeel.core.units;

import java.math.BigDecimal;

/// A body weight in kilograms, above zero.
public record Kg(BigDecimal value) {
    public Kg {
        Positive.require("weight in kg", value);
    }
}
