package org.evenkeel.clinic.fhir;

/// How much an import brings, or brought.
public record Tally(Pair patients, Pair scores, Pair treatments) {

    /// How many of a kind.
    ///
    /// @param added new to the clinic
    /// @param known in the clinic before
    public record Pair(int added, int known) {}
}
