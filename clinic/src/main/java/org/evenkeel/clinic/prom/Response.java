package org.evenkeel.clinic.prom;

import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /// All of it in words, for example `14 Nov 2026: PHQ-9, total 9, self-harm item 0, answers 1 1
    /// 1 1 1 1 1 2 0`.
    public String words() {
        OptionalInt risk = rating.riskItem();
        String single = answers.stream()
                .map(answer -> answer == UNANSWERED ? "–" : answer.toString())
                .collect(Collectors.joining(" "));
        return Words.day(on) + ": " + Words.instrument(instrument) + ", total " + rating.score()
                + (risk.isPresent() ? ", self-harm item " + risk.getAsInt() : "")
                + (single.isEmpty() ? "" : ", answers " + single);
    }
}
