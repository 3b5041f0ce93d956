package org.evenkeel.clinic.patient;

import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;

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

    /// What a dose rule may need to know of the patient on a day.
    ///
    /// @param weight what they weigh, where it is known
    public Body body(Optional<Kg> weight, LocalDate on) {
        return new Body(
                weight,
                heightCm.map(Cm::new),
                switch (sex) {
                    case FEMALE -> Optional.of(org.evenkeel.core.units.Sex.FEMALE);
                    case MALE -> Optional.of(org.evenkeel.core.units.Sex.MALE);
                    case OTHER, UNKNOWN -> Optional.empty();
                },
                age(on));
    }

    @Override
    public String toString() {
        return "patient " + id;
    }
}
