package org.evenkeel.core.safety;

import java.util.List;

/// A reason in words, with the numbers behind them.
///
/// @param code which reason
/// @param words one sentence for a clinician; names no patient and no date
/// @param figures the numbers the sentence rests on
public record Reason(ReasonCode code, String words, List<Figure> figures) {
    public Reason {
        figures = List.copyOf(figures);
    }

    /// A number by name, for example `limit` 0.2.
    public record Figure(String name, double value) {}
}
