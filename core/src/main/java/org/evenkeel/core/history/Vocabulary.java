package org.evenkeel.core.history;

import java.util.Map;
import java.util.Optional;

/// What a chart may speak of: the measurements, questions and treatments that content names.
///
/// @param quantities by id
/// @param questions what is asked, by id
/// @param treatments names for people, by id
public record Vocabulary(
        Map<String, Quantity> quantities,
        Map<String, String> questions,
        Map<String, String> treatments) {

    public Vocabulary {
        quantities = Map.copyOf(quantities);
        questions = Map.copyOf(questions);
        treatments = Map.copyOf(treatments);
    }

    /// A measurement.
    ///
    /// @param title name for people
    /// @param unit UCUM code
    /// @param loinc code, where there is one
    public record Quantity(String title, String unit, Optional<String> loinc) {}
}
