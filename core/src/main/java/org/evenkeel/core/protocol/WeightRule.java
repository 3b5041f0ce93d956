package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;

/// Which body weight a dose is computed from.
public sealed interface WeightRule {
    /// The weight on the scale.
    record Actual() implements WeightRule {}

    /// The weight on the scale, but never more than a limit.
    ///
    /// @param most the weight above which the dose no longer grows
    record Capped(Cited<Kg> most) implements WeightRule {}

    /// Ideal weight from height and sex: `base + perInch * inches above fromHeight`.
    ///
    /// @param maleBase weight of men at `fromHeight`
    /// @param femaleBase weight of women at `fromHeight`
    /// @param perInch weight for each inch above it
    /// @param fromHeight height below which the rule does not hold
    /// @param toHeight height above which the rule does not hold
    record Ideal(
            Cited<Kg> maleBase,
            Cited<Kg> femaleBase,
            Cited<Kg> perInch,
            Cited<Cm> fromHeight,
            Cited<Cm> toHeight)
            implements WeightRule {}
}
