package org.evenkeel.core.safety;

import java.util.Locale;

/// Every reason a finding or a proposal may give. Written in kebab-case outside.
public enum ReasonCode {
    // what withholds a proposal
    /// a full series brought no response
    NO_RESPONSE_AFTER_SERIES,
    /// a clinician has put treatment on hold
    ON_HOLD,
    /// a monitored time without treatment is agreed
    TREATMENT_FREE,

    // what becomes a question to the clinician
    /// the latest answer to the self-harm item is above "not at all"
    SELF_HARM_ITEM,
    /// no score, or none recent enough
    NO_RECENT_SCORE,
    /// the forecast does not reach as far as the protocol allows
    BEYOND_HORIZON,
    /// no treatment has been given yet
    NO_TREATMENT_YET,
    /// the protocol's dated series is still running
    SERIES_NOT_COMPLETE,
    /// the protocol says nothing about what follows its series
    NO_MAINTENANCE_PHASE,
    /// the latest treatment was another drug or route than the protocol's
    DIFFERENT_TREATMENT,
    /// intervals between treatments get shorter
    INTERVAL_SHRINK,
    /// the dose per kilogram has grown
    DOSE_CREEP,
    /// the dose per kilogram is above the limit
    DOSE_ABOVE_LIMIT,
    /// too many treatments in a short time
    SESSION_COUNT,
    /// treatments improve less than they used to
    EFFECT_LOSS,
    /// treatments last less long than they used to
    DURATION_LOSS,
    /// well for long, or treating no longer pays: stopping is worth talking about
    CONSIDER_STOPPING,
    /// a planned stretch meets the rule set to stop it
    STRETCH_STOP,
    /// a planned stretch is over
    STRETCH_COMPLETE,
    /// a time without treatment is over
    TREATMENT_FREE_COMPLETE,

    // what dates a treatment
    /// the way back from a time without treatment is met
    TREATMENT_FREE_RETURN,
    /// the longest interval whose chance of being unwell is within the limit
    RISK_WITHIN_LIMIT,
    /// the longest interval the protocol allows is reached before the limit
    LONGEST_INTERVAL,
    /// the chance is above the limit even at the shortest interval the protocol allows
    SHORTEST_INTERVAL,
    /// the treatment should already have been given
    OVERDUE,
    /// the interval with the least expected cost
    LEAST_COST,
    /// the protocol limits how fast the interval may change
    STEP_RULE,
    /// the interval may not get longer before more visits in a row are stable
    NOT_YET_LONGER,
    /// scores warn, confirmed: the interval is to get shorter
    EARLY_WARNING,
    /// another interval is being tried, by a plan
    STRETCH_RUNNING,

    /// the protocol has a published table for the next interval, which the date does not go by
    INTERVAL_TABLE,

    // what stands behind the numbers
    /// how severe, how much benefit, how fast it fades
    FADING_BENEFIT,
    /// few scores of the patient's own: the answer leans on the population
    POPULATION_BASIS;

    /// The code as it is written outside, for example `interval-shrink`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
