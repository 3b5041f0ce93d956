package org.evenkeel.clinic.forecasting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a clinician decided on a proposal.
///
/// @param patientId the patient
/// @param at when
/// @param by who
/// @param kind how
/// @param day the day booked; empty for a decline
/// @param reason their reason, where one was needed or given
/// @param factsHash what was known then, see [Snapshot#factsHash()]
public record Decision(
        UUID patientId,
        Instant at,
        UUID by,
        Kind kind,
        Optional<LocalDate> day,
        Optional<String> reason,
        String factsHash) {

    /// How a proposal is answered.
    public enum Kind {
        ACCEPT,
        MOVE,
        DECLINE;

        /// As it is stored and sent.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Reads a code.
        public static Optional<Kind> of(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
