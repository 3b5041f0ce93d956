package org.evenkeel.core.units;

import java.math.BigDecimal;

/// A body height in centimetres, above zero.
public record Cm(BigDecimal value) {
    public Cm {
        Positive.require("height in cm", value);
    }
}
