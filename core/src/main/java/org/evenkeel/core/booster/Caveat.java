package org.evenkeel.core.booster;

/// Something an answer does not know about this patient, in words.
///
/// @param code which
/// @param words one sentence for a clinician
public record Caveat(Code code, String words) {

    /// Every caveat there is.
    public enum Code {
        /// few scores of the patient's own
        FEW_SCORES,
        /// no treatment was given yet
        NO_TREATMENT_SEEN,
        /// nothing was asked since the latest treatment
        NO_SCORE_SINCE_TREATMENT,
        /// the amount per kilogram of the latest treatment is not known
        DOSE_NOT_KNOWN,
        /// the latest body weight is old
        OLD_WEIGHT,
        /// figures that nobody has followed to a source
        UNVERIFIED_FIGURES
    }
}
