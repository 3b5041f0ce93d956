package org.evenkeel.exchange;

import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;

import java.util.Optional;

/// What FHIR resources say of the drug that was given.
sealed interface Medicine {
    /// Ketamine or esketamine.
    ///
    /// @param route the route that the medicine's own words name
    record Ours(Drug drug, Optional<Route> route) implements Medicine {}

    /// Another drug.
    record Other() implements Medicine {}

    /// A code that is not known, and no words.
    record Unnamed() implements Medicine {}

    /// Words that speak of ketamine and do not name one of the two drugs.
    record Unclear(String words) implements Medicine {}

    /// A reference that leads to no Medication of the input.
    record Nowhere(String reference) implements Medicine {}
}
