package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.course.Administration;

import java.time.LocalDate;
import java.util.Locale;
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

    /// All of it in words, for example `14 Nov 2026: ketamine IV, 35 mg, at 70 kg, over 40 min`.
    public String words() {
        return Words.day(on) + ": " + what.drug().name().toLowerCase(Locale.ROOT) + " "
                + what.route()
                + what.dose()
                        .map(dose -> ", " + Words.amount(dose.value()) + " mg")
                        .orElse("")
                + perKg()
                + what.weight()
                        .map(kg -> ", at " + Words.amount(kg.value()) + " kg")
                        .orElse("")
                + minutes.map(length -> ", over " + length + " min").orElse("");
    }

    /// Where nothing else says how much.
    private String perKg() {
        return what.dosePerKg()
                .filter(_ -> what.dose().isEmpty())
                .map(dose -> ", " + Words.amount(dose.value()) + " mg/kg")
                .orElse("");
    }
}
