package org.evenkeel.clinic.eligibility;

import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.protocol.ProtocolId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/// What a prescriber decided about a patient and a protocol, and signed.
///
/// @param id its id; the signature names it
/// @param patientId whose
/// @param protocol by which protocol
/// @param version its version then
/// @param verdict what was decided
/// @param basis what it rests on
/// @param validUntil first day it holds no more
/// @param reason why, in the prescriber's words; empty where none was needed
/// @param at when
/// @param personId who decided
/// @param name their printed name then
public record Decision(
        UUID id,
        UUID patientId,
        ProtocolId protocol,
        String version,
        Verdict verdict,
        Basis basis,
        LocalDate validUntil,
        String reason,
        Instant at,
        UUID personId,
        String name) {

    /// What was decided.
    public enum Verdict {
        TREAT,
        NOT_TREAT;

        /// As it is kept.
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Verdict of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// What a decision rests on.
    ///
    /// @param day the day the rules were asked for
    /// @param jurisdiction where
    /// @param packs each pack with its version, one a line
    /// @param chart hash of what was known
    /// @param conclusion what the rules said
    public record Basis(
            LocalDate day,
            String jurisdiction,
            String packs,
            String chart,
            Conclusion conclusion) {}
}
