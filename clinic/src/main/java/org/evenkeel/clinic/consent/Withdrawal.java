package org.evenkeel.clinic.consent;

import org.evenkeel.core.consent.Choice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A choice taken back.
///
/// @param patientId whose
/// @param choice which
/// @param reason why, where it was said
/// @param at when
/// @param on the day in the clinic
/// @param by who entered it
/// @param after number of the consent it came after; 0 where there was none
public record Withdrawal(
        UUID patientId,
        Choice choice,
        String reason,
        Instant at,
        LocalDate on,
        UUID by,
        long after) {}
