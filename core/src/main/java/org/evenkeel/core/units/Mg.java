package org.evenkeel.core.units;

import java.math.BigDecimal;

/// An amount of drug in milligrams, above zero.
public record Mg(BigDecimal value) {
    public Mg {
        Positive.require("amount in mg", value);
    }

    /// Whether both are the same amount, however many digits they were written with.
    public boolean isSameAs(Mg other) {
        return value.compareTo(other.value) == 0;
    }
}
