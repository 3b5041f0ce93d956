package org.evenkeel.clinic.patient;

import java.util.UUID;

/// A patient and one thing another system calls them.
///
/// @param clinicId the clinic in which that holds
/// @param patientId the patient
/// @param identifier what they are called
public record Identified(UUID clinicId, UUID patientId, Identifier identifier) {}
