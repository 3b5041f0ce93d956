package org.evenkeel.core.forecast;

/// What a course so far says about a patient, or why it says too little.
public sealed interface Posterior permits Posterior.Refused, Fitted {

    /// No forecast, and why.
    ///
    /// @param reason kebab-case code, for example `no-recent-score`
    record Refused(String reason) implements Posterior {}

    /// Where an answer mainly comes from.
    enum Basis {
        /// the patient's own scores
        OWN,
        /// the population, for want of scores
        POPULATION
    }
}
