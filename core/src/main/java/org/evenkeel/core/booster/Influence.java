package org.evenkeel.core.booster;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the answer would be if one thing had not been known: one score or one treatment left out
/// and all the rest fitted anew.
///
/// @param fact what is left out
/// @param unwellWithout chance of being unwell on the explained day without it; empty where
///     there would be no forecast at all
/// @param dayWithout the day that would be proposed without it; empty where none would be, or for a
///     treatment, because a day is counted from the latest one
public record Influence(Fact fact, OptionalDouble unwellWithout, OptionalInt dayWithout) {

    /// One thing that is known.
    public sealed interface Fact {
        /// The day it happened.
        int day();
    }

    /// A score.
    public record Answered(int day, int score) implements Fact {}

    /// A treatment.
    public record Treated(int day) implements Fact {}

    /// By how much it moved a chance: above 0 it raised it. Without a forecast there is no end
    /// to it.
    public double moved(double unwell) {
        return unwellWithout.isPresent()
                ? unwell - unwellWithout.getAsDouble()
                : Double.POSITIVE_INFINITY;
    }
}
