package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.web.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that was corrected or taken back.
///
/// @param before what stood
/// @param now what was put in its place; empty where it was only taken back
/// @param day when, as a day
/// @param time when, to the second
/// @param who by whom
/// @param reason why
public record ChangedRow(
        String before, String now, String day, String time, String who, String reason) {

    /// Everything of a patient that was, latest first.
    static List<ChangedRow> of(Recordings.Ever ever) {
        return rows(ever, each -> each.given().words(), each -> each.response().words());
    }

    /// The same for the patient, no closer than their page tells things otherwise. What was taken
    /// back may be another patient's: it is only named.
    static List<ChangedRow> toPatient(Recordings.Ever ever) {
        return rows(
                ever,
                each -> ever.isTakenBack(each.id())
                        ? "a treatment of " + Words.day(each.given().on())
                        : each.given().words(),
                each -> Words.instrument(each.response().instrument()) + " of "
                        + Words.day(each.response().on())
                        + (ever.isTakenBack(each.id())
                                ? ""
                                : ", total " + each.response().rating().score()));
    }

    private static List<ChangedRow> rows(
            Recordings.Ever ever,
            Function<Recorded, String> treatment,
            Function<RecordedResponse, String> answer) {
        Stream<Change> treatments = ever.treatments().stream()
                .flatMap(each -> each.correction().stream()
                        .map(correction -> new Change(
                                ever.treatment(correction.of()).map(treatment).orElse(""),
                                each.withdrawn() ? "" : treatment.apply(each),
                                each.at(),
                                each.by(),
                                correction.reason())));
        Stream<Change> answers = ever.answers().stream()
                .flatMap(each -> each.correction().stream()
                        .map(correction -> new Change(
                                ever.answer(correction.of()).map(answer).orElse(""),
                                each.withdrawn() ? "" : answer.apply(each),
                                each.at(),
                                each.by(),
                                correction.reason())));
        return Stream.concat(treatments, answers)
                .sorted(Comparator.comparing(Change::at).reversed())
                .map(change -> change.row(ever))
                .toList();
    }

    private record Change(String before, String now, Instant at, UUID by, String reason) {
        ChangedRow row(Recordings.Ever ever) {
            return new ChangedRow(
                    before,
                    now,
                    Words.day(LocalDate.ofInstant(at, ever.zone())),
                    Words.time(at, ever.zone()),
                    ever.names().getOrDefault(by, "somebody who has left"),
                    reason);
        }
    }
}
