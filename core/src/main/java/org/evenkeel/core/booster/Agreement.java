package org.evenkeel.core.booster;

/// Something agreed with a patient about the coming weeks, with the rule that ends it set
/// beforehand. It never moves a date by itself.
public sealed interface Agreement {
    /// The day it begins; what comes after it counts.
    int from();

    /// Its last day.
    int until();

    /// What ends it before.
    StopRule rule();

    /// Another interval between treatments is tried.
    ///
    /// @param from the day it begins
    /// @param until its last day
    /// @param usualDays the interval so far
    /// @param triedDays the interval tried
    /// @param rule what stops it
    record Stretch(int from, int until, int usualDays, int triedDays, StopRule rule)
            implements Agreement {
        public Stretch {
            requireOrder(from, until);
            if (usualDays < 1 || triedDays < 1) {
                throw new IllegalArgumentException(
                        "intervals must be at least 1 day, got " + usualDays + " and " + triedDays);
            }
        }
    }

    /// A time without treatment, watched by questionnaires.
    ///
    /// @param from the day it begins
    /// @param until its last day
    /// @param watch how it is watched
    /// @param rule what leads back to treatment; a score that reaches the line counts once
    ///     the next one confirms it
    record TreatmentFree(int from, int until, Watch watch, StopRule rule) implements Agreement {
        public TreatmentFree {
            requireOrder(from, until);
        }
    }

    /// How a time without treatment is watched.
    ///
    /// @param askEveryDays days from one questionnaire to the next
    /// @param confirmDays days until the next one after a score that reaches the line
    /// @param returnRisk chance of being unwell on the day of the next questionnaire above
    ///     which the way back is met
    record Watch(int askEveryDays, int confirmDays, double returnRisk) {
        public Watch {
            if (askEveryDays < 1 || confirmDays < 1) {
                throw new IllegalArgumentException("questionnaires must be at least 1 day apart, "
                        + "got " + askEveryDays + " and " + confirmDays);
            }
            if (!(returnRisk > 0 && returnRisk < 1)) {
                throw new IllegalArgumentException("the risk that leads back must lie between 0 "
                        + "and 1, got " + returnRisk);
            }
        }
    }

    private static void requireOrder(int from, int until) {
        if (until <= from) {
            throw new IllegalArgumentException(
                    "an agreement must end after it begins, got " + from + " to " + until);
        }
    }
}
