package org.evenkeel.clinic.treatment;

import java.time.LocalDate;
import java.util.UUID;

/// A day booked for the next treatment.
///
/// @param id its id
/// @param patientId the patient
/// @param on the calendar day in the clinic's zone
public record Appointment(UUID id, UUID patientId, LocalDate on) {}
