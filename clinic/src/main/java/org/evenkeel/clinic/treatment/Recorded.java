package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.web.Correction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A treatment as it was recorded.
///
/// @param id of the record
/// @param given what was given
/// @param by who recorded it
/// @param at when
/// @param correction what it corrects, where it does
/// @param withdrawn whether it only takes back what it names
public record Recorded(
        UUID id,
        TreatmentGiven given,
        UUID by,
        Instant at,
        Optional<Correction> correction,
        boolean withdrawn) {}
