package org.evenkeel.clinic.audit;

import java.util.UUID;

/// What was done or looked at.
///
/// @param action kebab-case, for example `treatment-record`
/// @param objectKind kind of the thing acted on, for example `patient`
/// @param objectId its id
public record Act(String action, String objectKind, UUID objectId) {

    /// An act on a patient.
    public static Act onPatient(String action, UUID patientId) {
        return new Act(action, "patient", patientId);
    }
}
