package org.evenkeel.core.safety;

import org.evenkeel.core.units.EvidenceTag;

/// Something in a course that bears on the next treatment.
///
/// @param reason what it is, in words and numbers
/// @param effect what it does to a proposal
/// @param tag how far its limit has been followed to a source
/// @param source where its limit comes from
public record Finding(Reason reason, Effect effect, EvidenceTag tag, String source) {

    /// What a finding does to a proposal, strongest first.
    public enum Effect {
        /// no date is proposed
        WITHHOLD,
        /// the clinician is asked instead
        ASK,
        /// the clinician is asked instead where the proposal would shorten the interval: a sign
        /// that treatment works less is never answered by more of it without a word
        ASK_IF_SHORTER,
        /// it is shown beside the proposal
        NOTE
    }
}
