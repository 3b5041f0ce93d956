package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.CsvCourses;
import org.evenkeel.exchange.CsvFiles;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.FhirCourses;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.Reading;
import org.evenkeel.exchange.WantedInstrument;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads files to an upload, or says why not.
@Component
class UploadReader {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_ROWS = 100_000;

    private final ClinicContent content;
    private final InstantSource clock;

    UploadReader(ClinicContent content, InstantSource clock) {
        this.content = content;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Result {
        record Good(Upload upload) implements Result {}

        record Bad(Problems problems) implements Result {}
    }

    Result read(Person person, Sent sent) {
        Problems mismatches = mismatches(sent);
        if (mismatches.any()) {
            return new Result.Bad(mismatches);
        }
        Instrument instrument = content.forecastInstrument();
        RowCollector rows = new RowCollector();
        Reading reading = switch (sent) {
            case Sent.Fhir fhir ->
                FhirCourses.read(fhir.file(), instrument, person.clinic().zone(), rows);
            case Sent.Csv csv ->
                CsvCourses.read(
                        CsvFiles.of(csv.scores(), csv.treatments()),
                        new WantedInstrument(instrument, content::instrument),
                        rows);
        };
        return switch (reading) {
            case Reading.Rejected bad -> new Result.Bad(new Problems(bad.problems(), bad.count()));
            case Reading.Read good -> checked(person, sent, good, rows);
        };
    }

    private Result checked(Person person, Sent sent, Reading.Read good, RowCollector rows) {
        Cohort cohort = good.cohort();
        String file = sent.claims().getFirst().file().name();
        List<FilePatient> patients = rows.patients(cohort);
        int count = patients.stream().mapToInt(FilePatient::rows).sum();
        if (patients.isEmpty()) {
            return bad(new Problem(
                    file,
                    0,
                    "",
                    "nothing to import",
                    "at least one " + Words.instrument(ClinicContent.FORECAST_BY)
                            + " total, or one treatment with ketamine or esketamine"));
        }
        if (cohort.days() == DayKind.STUDY_DAY) {
            return bad(new Problem(
                    file, 1, "day", "days of a study", "a column date: a clinic needs dates"));
        }
        if (count > MOST_ROWS) {
            return bad(new Problem(
                    file,
                    0,
                    "",
                    count + " scores and treatments",
                    "up to " + MOST_ROWS + " at once: part the file by patients"));
        }
        return new Result.Good(new Upload(
                UUID.randomUUID(),
                person.id(),
                clock.instant().plus(KEPT),
                patients,
                good.notes()));
    }

    private static Problems mismatches(Sent sent) {
        List<Problem> found = new ArrayList<>();
        for (Sent.Claim claim : sent.claims()) {
            try {
                claim.as().mismatch(claim.file()).ifPresent(found::add);
            } catch (IOException _) {
                found.add(new Problem(
                        claim.file().name(), 0, "", "an error while reading", "a whole file"));
            }
        }
        return Problems.of(found);
    }

    private static Result bad(Problem problem) {
        return new Result.Bad(Problems.of(problem));
    }
}
