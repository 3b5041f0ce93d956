package org.evenkeel.clinic.treatment;

import org.evenkeel.core.course.Administration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A treatment that was given.
///
/// @param patientId the patient
/// @param on the calendar day in the clinic's zone
/// @param what drug, route and amount; its day is the calendar day's epoch day
/// @param minutes how long it lasted, where it lasted
public record TreatmentGiven(
        UUID patientId, LocalDate on, Administration what, Optional<Integer> minutes) {

    public TreatmentGiven {
        if (what.day() != on.toEpochDay()) {
            throw new IllegalArgumentException(
                    "day " + what.day() + " is not the epoch day of " + on);
        }
    }
}
