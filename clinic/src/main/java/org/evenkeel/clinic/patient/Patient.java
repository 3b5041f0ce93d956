package org.evenkeel.clinic.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;

/// A patient's identity.
///
/// @param id random id, the one used in addresses
/// @param clinicId the clinic
/// @param name what they are called
/// @param birthDate where known
/// @param sex as registered
/// @param heightCm where known
public record Patient(
        UUID id,
        UUID clinicId,
        Name name,
        Optional<LocalDate> birthDate,
        Sex sex,
        Optional<BigDecimal> heightCm) {

    /// A person's name.
    public record Name(String given, String family) {
        /// For a page's heading.
        public String full() {
            return given + " " + family;
        }

        /// For a list in order of family name.
        public String listed() {
            return family + ", " + given;
        }
    }

    /// Sex as registered, in FHIR's four words.
    public enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    /// Age in whole years on a day.
    public Optional<Integer> age(LocalDate on) {
        return birthDate.map(born -> Period.between(born, on).getYears());
    }

    @Override
    public String toString() {
        return "patient " + id;
    }
}
