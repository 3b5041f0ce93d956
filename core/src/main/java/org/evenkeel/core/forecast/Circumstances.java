package org.evenkeel.core.forecast;

import java.util.Optional;

/// What else is going on in a patient's treatment, each where it is known.
///
/// @param antidepressant whether an oral antidepressant is taken
/// @param psychotherapy whether psychotherapy is under way
/// @param benzodiazepine whether a benzodiazepine is taken
public record Circumstances(
        Optional<Boolean> antidepressant,
        Optional<Boolean> psychotherapy,
        Optional<Boolean> benzodiazepine) {

    /// Nothing is known.
    public static final Circumstances UNKNOWN =
            new Circumstances(Optional.empty(), Optional.empty(), Optional.empty());
}
