package org.evenkeel.clinic.prom;

import org.evenkeel.clinic.web.Correction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An answered questionnaire as it was recorded.
///
/// @param id of the record
/// @param response what was answered
/// @param by who recorded it
/// @param at when
/// @param correction what it corrects, where it does
/// @param withdrawn whether it only takes back what it names
public record RecordedResponse(
        UUID id,
        Response response,
        UUID by,
        Instant at,
        Optional<Correction> correction,
        boolean withdrawn) {}
