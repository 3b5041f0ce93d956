package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.Optional;

/// When a dose is not begun, is held or stopped, or the course ends.
///
/// @param id its id, in kebab-case
/// @param moment when it is asked
/// @param trigger what makes it act
/// @param sustainedSeconds how long it must last before it acts; empty where once is enough
/// @param action what is done
/// @param againMinutes after how many minutes it is asked again, where it is
/// @param words the rule in words, and where it comes from
public record HoldRule(
        String id,
        Moment moment,
        Trigger trigger,
        Optional<Cited<Integer>> sustainedSeconds,
        Action action,
        Optional<Cited<Integer>> againMinutes,
        Cited<String> words) {

    /// When a rule is asked.
    public enum Moment {
        /// Before a dose.
        BEFORE,
        /// While a dose acts.
        DURING,
        /// Between visits.
        COURSE
    }

    /// What is done.
    public enum Action {
        /// Measure again after rest; a clinician decides with a reason.
        RECHECK,
        DO_NOT_START,
        /// Hold the dose and decide.
        PAUSE,
        STOP,
        /// Stop, and call for help.
        EMERGENCY,
        /// End the course and review.
        STOP_COURSE
    }
}
