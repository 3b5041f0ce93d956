package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Sex;

import java.util.Optional;

/// What a dose rule may need to know about a patient; any of it may be unknown.
///
/// @param weight weight on the scale
/// @param height height
/// @param sex sex, for formulas of ideal weight
/// @param age age in whole years
public record Body(
        Optional<Kg> weight, Optional<Cm> height, Optional<Sex> sex, Optional<Integer> age) {

    /// A patient nothing is known about.
    public static final Body UNKNOWN =
            new Body(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// The same patient at another weight; at the weight known before where it is empty.
    public Body weighing(Optional<Kg> now) {
        return new Body(now.or(() -> weight), height, sex, age);
    }
}
