package org.evenkeel.core.units;

import java.math.BigDecimal;

/// The one check all amounts share.
final class Positive {
    private Positive() {}

    static void require(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be above 0, got " + value);
        }
    }
}
