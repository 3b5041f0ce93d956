package org.evenkeel.knowledge;

import org.evenkeel.core.eligibility.Resistance;

import java.util.List;

/// The definitions of treatment resistance of one file.
record Resistances(List<Resistance> all) {
    Resistances {
        all = List.copyOf(all);
    }
}
