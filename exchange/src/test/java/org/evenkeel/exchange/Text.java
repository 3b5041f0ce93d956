package org.evenkeel.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Readings of files that stand in the test as text, and their results as text.
final class Text {
    private Text() {}

    static Source source(String name, String text) {
        return source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Source source(String name, byte[] bytes) {
        return Source.of(name, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
    }

    static Source scores(String text) {
        return source("scores.csv", text);
    }

    static Source treatments(String text) {
        return source("treatments.csv", text);
    }

    static Reading readScores(String text) {
        return read(CsvFiles.of(scores(text), Optional.empty()));
    }

    static Reading readTreatments(String text) {
        return read(CsvFiles.treatments(treatments(text), DayKind.STUDY_DAY));
    }

    static Reading read(CsvFiles files) {
        return CsvCourses.read(files, Instruments.WANTED);
    }

    /// The sentences of a reading that must have been refused.
    static List<String> problems(Reading reading) {
        return switch (reading) {
            case Reading.Rejected rejected -> rejected.words();
            case Reading.Read read -> throw new AssertionError("was read: " + read);
        };
    }

    /// The cohort of a reading that must have succeeded.
    static Cohort cohort(Reading reading) {
        return read(reading).cohort();
    }

    static List<String> notes(Reading reading) {
        return read(reading).notes().stream().map(Note::words).toList();
    }

    /// One line a patient: key, ratings as day:score, administrations as day:drug:route:doses.
    static String print(Cohort cohort) {
        var out = new StringBuilder();
        for (PatientCourse patient : cohort.patients()) {
            out.append(patient.patient());
            patient.course().ratings().forEach(rating -> {
                out.append(' ').append(cohort.days().print(rating.day()));
                out.append(':').append(rating.score());
                rating.riskItem().ifPresent(item -> out.append('!').append(item));
            });
            patient.course().administrations().forEach(given -> {
                out.append(' ').append(cohort.days().print(given.day()));
                out.append(':').append(given.drug()).append(':').append(given.route());
                given.dosePerKg()
                        .ifPresent(dose -> out.append(' ').append(dose.value()).append("mg/kg"));
                given.dose()
                        .ifPresent(dose -> out.append(' ').append(dose.value()).append("mg"));
                given.weight()
                        .ifPresent(
                                weight -> out.append(' ').append(weight.value()).append("kg"));
            });
            out.append('\n');
        }
        return out.toString();
    }

    private static Reading.Read read(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> read;
            case Reading.Rejected rejected ->
                throw new AssertionError(String.join("\n", rejected.words()));
        };
    }
}
