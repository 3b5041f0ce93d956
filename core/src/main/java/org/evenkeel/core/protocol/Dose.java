package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Mg;

import java.util.Optional;

/// What a dose rule answers for one visit.
public sealed interface Dose {
    /// An amount to give.
    ///
    /// @param amount the amount, rounded to what can be drawn up
    /// @param note what the prescriber must know beside it
    record Amount(Mg amount, Optional<String> note) implements Dose {}

    /// No amount can be given.
    ///
    /// @param reason what is missing, or why the rule does not hold
    record Unknown(String reason) implements Dose {}
}
