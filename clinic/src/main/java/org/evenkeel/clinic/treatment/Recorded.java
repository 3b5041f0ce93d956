package org.evenkeel.clinic.treatment;

import java.util.UUID;

/// A treatment as it was recorded.
///
/// @param id of the record
/// @param given what was given
/// @param by who recorded it
public record Recorded(UUID id, TreatmentGiven given, UUID by) {}
