package org.evenkeel.cli;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.CsvCourses;
import org.evenkeel.exchange.CsvFiles;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.FhirCourses;
import org.evenkeel.exchange.PatientCourse;
import org.evenkeel.exchange.Reading;
import org.evenkeel.exchange.Source;
import org.evenkeel.exchange.WantedInstrument;
import org.evenkeel.knowledge.Catalogue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What `forecast` and `propose` share: reading courses, days, instrument and prior.
final class Cohorts {
    private static final String DEFAULT_INSTRUMENT = "phq-9";

    private Cohorts() {}

    /// Declares the options that say where courses come from.
    static Options declare(Options options) {
        return options.option("--scores", "FILE", "scores.csv: patient, day or date, score")
                .option("--treatments", "FILE", "treatments.csv: patient, day or date, dose")
                .option("--patients", "FILE", "patients.csv: what else is known of a patient")
                .option("--fhir", "PATH", "a FHIR R4 Bundle or NDJSON, in place of CSV files")
                .option("--as-of", "DAY", "last day that is looked at")
                .option("--instrument", "ID", "instrument of the scores (phq-9)")
                .option("--prior", "FILE", "a population prior in place of the shipped one");
    }

    /// The instrument asked for.
    static Instrument instrument(Arguments arguments) throws Refusal {
        String given = arguments.text("--instrument").orElse(DEFAULT_INSTRUMENT);
        if (given.isBlank()) {
            throw Refusal.usage("--instrument: its value is blank; there are " + instrumentIds());
        }
        InstrumentId id = new InstrumentId(given);
        return Catalogue.shipped()
                .instrument(id)
                .orElseThrow(() -> Refusal.usage("--instrument: '" + given
                        + "' is not known; there are " + instrumentIds()));
    }

    private static String instrumentIds() {
        return String.join(
                ", ",
                Catalogue.shipped().instrumentIds().stream()
                        .map(InstrumentId::value)
                        .toList());
    }

    /// The prior asked for, stated for the instrument.
    static Prior prior(Arguments arguments, Instrument instrument) throws Refusal {
        Optional<Path> file = arguments.path("--prior");
        return file.isEmpty()
                ? Catalogue.shipped().prior(instrument)
                : PriorFiles.read(file.get(), instrument);
    }

    /// Reads the courses; every problem of every file is told at once.
    static Cohort read(Arguments arguments, Instrument instrument, Console console) throws Refusal {
        var wanted = new WantedInstrument(instrument, id -> Catalogue.shipped().instrument(id));
        Optional<Path> fhir = arguments.path("--fhir");
        Optional<Path> scores = arguments.path("--scores");
        if (fhir.isPresent() == scores.isPresent()) {
            throw Refusal.usage("name the courses by --scores FILE (with --treatments FILE) or by "
                    + "--fhir PATH, one of the two");
        }
        if (fhir.isPresent()) {
            for (String other : List.of("--treatments", "--patients")) {
                if (arguments.has(other)) {
                    arguments.problem(other + " goes with --scores; --fhir brings its own");
                }
            }
            arguments.refuseIfWrong();
            return read(FhirCourses.read(fhir.get(), instrument, ZoneOffset.UTC), console);
        }
        CsvFiles files = CsvFiles.of(
                Source.of(scores.orElseThrow()), arguments.path("--treatments").map(Source::of));
        CsvFiles all = arguments
                .path("--patients")
                .map(patients -> files.withPatients(Source.of(patients)))
                .orElse(files);
        return read(CsvCourses.read(all, wanted), console);
    }

    /// Reads planned treatments, whose days are of the kind the courses have.
    static Cohort planned(Path file, Instrument instrument, DayKind days, Console console)
            throws Refusal {
        var wanted = new WantedInstrument(instrument, id -> Catalogue.shipped().instrument(id));
        return read(CsvCourses.read(CsvFiles.treatments(Source.of(file), days), wanted), console);
    }

    private static Cohort read(Reading reading, Console console) throws Refusal {
        return switch (reading) {
            case Reading.Read(Cohort cohort, var notes) -> {
                notes.forEach(note -> console.say("note: " + note.words()));
                yield cohort;
            }
            case Reading.Rejected rejected ->
                throw Refusal.usage(String.join("\n", rejected.words()));
        };
    }

    /// A day written as the files write days.
    static int day(Arguments arguments, String option, String meaning, DayKind kind)
            throws Refusal {
        String given = arguments.required(option, meaning);
        arguments.refuseIfWrong();
        return day(option, given, kind);
    }

    static int day(String option, String given, DayKind kind) throws Refusal {
        OptionalInt day = kind.parse(given.strip());
        return day.orElseThrow(() -> Refusal.usage(option + ": '" + given + "' is not "
                + kind.allowed() + " (the files are by " + kind.column() + ")"));
    }

    /// Says how many treatments lie after the as-of day and so were not looked at.
    static void sayWhatIsLater(Cohort cohort, int asOf, Console console) {
        long later = 0;
        for (PatientCourse each : cohort.patients()) {
            List<Administration> given = each.course().administrations();
            later += given.stream().filter(one -> one.day() > asOf).count();
        }
        if (later > 0) {
            console.say("note: " + later + (later == 1 ? " treatment lies" : " treatments lie")
                    + " after " + cohort.days().print(asOf) + " and did not count");
        }
    }
}
