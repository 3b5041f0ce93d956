package org.evenkeel.exchange;

import org.evenkeel.core.instrument.Instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Reads courses from FHIR R4: the front door for a Bundle, an NDJSON file, or a folder of either.
///
/// Patient, QuestionnaireResponse, Observation, MedicationAdministration and the Medications it
/// refers to are read, all other resources counted. What each may hold stands in
/// docs/reference/files.md.
public final class FhirCourses {
    private static final String WANTED_FILES = "a Bundle, an NDJSON file or a folder of those";

    private FhirCourses() {}

    /// Reads a file, or all `.ndjson` files of a folder, or all its `.json` files where it has no
    /// `.ndjson`: exporters put a list of the files, in JSON, beside their NDJSON.
    ///
    /// @param zone where times in UTC get their date
    public static Reading read(Path path, Instrument instrument, ZoneId zone) {
        var findings = new Findings();
        var draft = new FhirDraft(instrument, zone, Witness.NONE, findings);
        for (Source source : sources(path, findings)) {
            ResourceStream.read(source, FhirDraft.WANTED, draft::add, findings);
        }
        return finish(path.toString(), draft, instrument, findings);
    }

    /// Reads one file, an upload for example.
    ///
    /// @param zone where times in UTC get their date
    public static Reading read(Source source, Instrument instrument, ZoneId zone) {
        return read(source, instrument, zone, Witness.NONE);
    }

    /// Reads one file and tells a witness of every Patient, rating and treatment.
    ///
    /// @param zone where times in UTC get their date
    public static Reading read(Source source, Instrument instrument, ZoneId zone, Witness witness) {
        var findings = new Findings();
        var draft = new FhirDraft(instrument, zone, witness, findings);
        ResourceStream.read(source, FhirDraft.WANTED, draft::add, findings);
        return finish(source.name(), draft, instrument, findings);
    }

    private static Reading finish(
            String input, FhirDraft draft, Instrument instrument, Findings findings) {
        Cohort cohort =
                draft.finish(input).finish(DayKind.CALENDAR_DATE, instrument.id(), findings);
        return findings.any() ? findings.rejected() : new Reading.Read(cohort, findings.notes());
    }

    private static List<Source> sources(Path path, Findings findings) {
        if (!Files.isDirectory(path)) {
            return List.of(Source.of(path));
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> all = files.sorted().toList();
            List<Path> ndjson = ending(all, ".ndjson");
            List<Path> wanted = ndjson.isEmpty() ? ending(all, ".json") : ndjson;
            if (wanted.isEmpty()) {
                findings.add(Problem.ofFile(
                        path.toString(), "a folder without .ndjson or .json files", WANTED_FILES));
            }
            return wanted.stream().map(Source::of).toList();
        } catch (IOException _) {
            findings.add(Problem.ofFile(
                    path.toString(), "a folder that cannot be listed", WANTED_FILES));
            return List.of();
        }
    }

    private static List<Path> ending(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }
}
