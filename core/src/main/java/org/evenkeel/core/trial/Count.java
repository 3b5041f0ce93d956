package org.evenkeel.core.trial;

/// What is counted over the patients of a policy.
enum Count {
    PATIENTS,
    /// days followed
    DAYS,
    UNWELL_DAYS,
    /// treatments of maintenance; those of the first series are the same for all
    TREATMENTS,
    /// runs of at least 14 unwell days
    RELAPSES,
    /// treatments without which the next 14 days would have been well all the same
    UNNEEDED,
    NON_RESPONDER_DAYS,
    NON_RESPONDER_TREATMENTS,
    /// days of people who would have stayed well to the end without any treatment
    STABLE_DAYS,
    STABLE_TREATMENTS,
    /// times the planner was asked
    DECISIONS,
    ASKED,
    WITHHELD
}
