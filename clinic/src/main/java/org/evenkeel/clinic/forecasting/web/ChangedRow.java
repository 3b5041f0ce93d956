package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
        Stream<Change> treatments = ever.treatments().stream()
                .flatMap(each -> each.correction().stream()
                        .map(correction -> change(ever, each, correction)));
        Stream<Change> answers = ever.answers().stream()
                .flatMap(each -> each.correction().stream()
                        .map(correction -> change(ever, each, correction)));
        return Stream.concat(treatments, answers)
                .sorted(Comparator.comparing(Change::at).reversed())
                .map(change -> change.row(ever))
                .toList();
    }

    private static Change change(Recordings.Ever ever, Recorded each, Correction correction) {
        return new Change(
                ever.treatment(correction.of())
                        .map(before -> before.given().words())
                        .orElse(""),
                each.withdrawn() ? "" : each.given().words(),
                each.at(),
                each.by(),
                correction.reason());
    }

    private static Change change(
            Recordings.Ever ever, RecordedResponse each, Correction correction) {
        return new Change(
                ever.answer(correction.of())
                        .map(before -> before.response().words())
                        .orElse(""),
                each.withdrawn() ? "" : each.response().words(),
                each.at(),
                each.by(),
                correction.reason());
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
