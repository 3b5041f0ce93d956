package org.evenkeel.core.protocol;

import java.util.Optional;

/// What a protocol is about. Not all of it is a treatment here: midazolam is what trials compare
/// with, so no course can hold a dose of it.
public enum Agent {
    KETAMINE(Optional.of(Drug.KETAMINE)),
    ESKETAMINE(Optional.of(Drug.ESKETAMINE)),
    MIDAZOLAM(Optional.empty());

    private final Optional<Drug> drug;

    Agent(Optional<Drug> drug) {
        this.drug = drug;
    }

    /// The drug as a course knows it; empty where it is no treatment.
    public Optional<Drug> drug() {
        return drug;
    }

    /// Whether a dose of a drug is a dose of it.
    public boolean is(Drug given) {
        return drug.filter(own -> own == given).isPresent();
    }
}
