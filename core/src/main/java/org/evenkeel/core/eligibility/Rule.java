package org.evenkeel.core.eligibility;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.units.Cited;

/// One rule of eligibility.
///
/// @param id its id within the pack, for example `aneurysm`
/// @param severity what it does when it is raised
/// @param sense whether its condition must be met, or must not
/// @param condition what is asked of the chart
/// @param words what it says, for people, with its evidence
/// @param overridable whether a prescriber may decide against it, with a reason
public record Rule(
        String id,
        Severity severity,
        Sense sense,
        Condition condition,
        Cited<String> words,
        boolean overridable) {

    /// What a rule does when it is raised.
    public enum Severity {
        /// Nobody is enrolled.
        BLOCK,
        /// A prescriber decides, with a reason.
        REVIEW,
        /// It is said.
        INFO
    }

    /// Which answer to its condition raises a rule.
    public enum Sense {
        /// It is raised unless the condition is met.
        REQUIRES,
        /// It is raised when the condition is met.
        EXCLUDES
    }
}
