package org.evenkeel.clinic.history;

import org.evenkeel.clinic.web.Correction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A row of a history.
///
/// @param id its id
/// @param patientId whose
/// @param what what was noted
/// @param at when it was recorded
/// @param by who recorded it
/// @param correction what it corrects, where it does
public record Entry(
        UUID id,
        UUID patientId,
        Noted what,
        Instant at,
        UUID by,
        Optional<Correction> correction) {}
