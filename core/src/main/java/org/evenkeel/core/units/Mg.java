package org.evenkeel.core.units;

import java.math.BigDecimal;

/// An amount of drug in milligrams, above zero.
public record Mg(BigDecimal value) {
    public Mg {
        Positive.require("amount in mg", value);
    }
}
