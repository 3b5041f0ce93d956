package org.evenkeel.core.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a protocol treats and what stands behind it.
///
/// @param indication what it treats
/// @param labels how regulators stand to this use, the main one first
/// @param grade the strongest design behind it
/// @param evidence the same in one line, with N
public record Standing(String indication, List<Label> labels, Grade grade, String evidence) {
    public Standing {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a protocol must say its label status, got none");
        }
    }

    /// How a regulator stands to a use.
    ///
    /// @param status approved or not
    /// @param jurisdiction country code, `EU`, or empty for everywhere
    /// @param words the same for people
    public record Label(Status status, Optional<String> jurisdiction, String words) {}

    /// Whether a regulator has approved a use.
    public enum Status {
        APPROVED,
        OFF_LABEL,
        INVESTIGATIONAL
    }

    /// The strongest design behind a protocol, strongest first.
    public enum Grade {
        /// Trials that a regulator judged sufficient for its label.
        LABEL,
        /// At least one randomised trial of the schedule.
        RANDOMISED,
        /// A series or cohort without a comparison.
        COHORT,
        /// Single patients.
        CASE_REPORT,
        /// Habits of clinics, without a study that was opened.
        EXPERIENCE,
        /// Nothing.
        NONE
    }

    /// All label statuses in words.
    public String labelStatus() {
        return labels.stream().map(Label::words).collect(Collectors.joining("; "));
    }
}
