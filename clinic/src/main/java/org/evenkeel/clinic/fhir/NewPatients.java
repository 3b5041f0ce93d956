package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.exchange.Demographics;

import java.util.Optional;
import java.util.UUID;

/// Patients as a file introduces them.
final class NewPatients {
    private static final String UNNAMED = "Patient";

    private NewPatients() {}

    static Patient patient(FilePatient from, UUID clinicId) {
        return new Patient(
                UUID.randomUUID(),
                clinicId,
                name(from),
                from.demographics().flatMap(Demographics::birthDate),
                from.demographics().map(who -> sex(who.gender())).orElse(Patient.Sex.UNKNOWN),
                Optional.empty());
    }

    /// The name of the file, or a neutral one with the file's key.
    static Patient.Name name(FilePatient from) {
        Optional<String> family = from.demographics().flatMap(Demographics::family);
        Optional<String> given = from.demographics().flatMap(Demographics::given);
        return new Patient.Name(given.orElse(UNNAMED), family.orElse(from.key()));
    }

    private static Patient.Sex sex(Demographics.Gender gender) {
        return switch (gender) {
            case FEMALE -> Patient.Sex.FEMALE;
            case MALE -> Patient.Sex.MALE;
            case OTHER -> Patient.Sex.OTHER;
            case UNKNOWN -> Patient.Sex.UNKNOWN;
        };
    }
}
