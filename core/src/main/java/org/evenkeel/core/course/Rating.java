package org.evenkeel.core.course;

import java.util.OptionalInt;

/// A total score of the course's instrument on a day.
///
/// @param day the day it was given
/// @param score the total
/// @param riskItem the answer to the self-harm item, where the answers are known
public record Rating(int day, int score, OptionalInt riskItem) {

    /// A total whose single answers are not known.
    public static Rating of(int day, int score) {
        return new Rating(day, score, OptionalInt.empty());
    }
}
