package org.evenkeel.clinic.prom;

import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A questionnaire answered.
///
/// @param patientId the patient
/// @param instrument the instrument
/// @param version version of its content file then
/// @param on the calendar day in the clinic's zone
/// @param rating total and self-harm item; its day is the calendar day's epoch day
/// @param answers the single answers in order, -1 where one is missing; empty where only the total
///     is known
public record Response(
        UUID patientId,
        InstrumentId instrument,
        String version,
        LocalDate on,
        Rating rating,
        List<Integer> answers) {

    /// Stands for an item that was not answered.
    public static final int UNANSWERED = -1;

    public Response {
        answers = List.copyOf(answers);
        if (rating.day() != on.toEpochDay()) {
            throw new IllegalArgumentException(
                    "day " + rating.day() + " is not the epoch day of " + on);
        }
    }
}
