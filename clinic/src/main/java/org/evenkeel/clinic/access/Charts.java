package org.evenkeel.clinic.access;

import java.util.Optional;
import java.util.UUID;

/// Tells which patients a clinic has. The module that keeps patients answers.
public interface Charts {
    /// Whether a clinic has a patient.
    boolean has(UUID clinicId, UUID patientId);

    /// The name of a clinic's patient.
    Optional<String> nameOf(UUID clinicId, UUID patientId);
}
