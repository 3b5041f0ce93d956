package org.evenkeel.clinic.signature;

import java.util.Optional;
import java.util.UUID;

/// Whose record a signature is in.
public sealed interface Subject {
    /// One patient's.
    record OfPatient(UUID patientId) implements Subject {}

    /// The clinic's own; it is in no patient's record.
    record OfClinic() implements Subject {}

    /// The patient, where there is one.
    default Optional<UUID> patient() {
        return switch (this) {
            case OfPatient(UUID patientId) -> Optional.of(patientId);
            case OfClinic() -> Optional.empty();
        };
    }

    /// Reads what [#patient()] gives.
    static Subject of(Optional<UUID> patient) {
        return patient.<Subject>map(OfPatient::new).orElseGet(OfClinic::new);
    }
}
