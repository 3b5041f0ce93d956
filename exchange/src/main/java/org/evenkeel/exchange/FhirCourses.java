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
/// Patient, QuestionnaireResponse, Observation and MedicationAdministration are read, all other
/// resources counted. What each may hold stands in docs/reference/files.md.
public final class FhirCourses {
    private static final String WANTED_FILES = "a Bundle, an NDJSON file or a folder of those";

    private FhirCourses() {}

    /// Reads a file, or all `.ndjson` and `.json` files of a folder.
    ///
    /// @param zone where times in UTC get their date
    public static Reading read(Path path, Instrument instrument, ZoneId zone) {
        var findings = new Findings();
        var draft = new FhirDraft(instrument, zone, findings);
        for (Source source : sources(path, findings)) {
            ResourceStream.read(source, FhirDraft.WANTED, draft::add, findings);
        }
        return finish(path.toString(), draft, instrument, findings);
    }

    /// Reads one file, an upload for example.
    ///
    /// @param zone where times in UTC get their date
    public static Reading read(Source source, Instrument instrument, ZoneId zone) {
        var findings = new Findings();
        var draft = new FhirDraft(instrument, zone, findings);
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
            List<Source> sources =
                    files.filter(FhirCourses::isJson).sorted().map(Source::of).toList();
            if (sources.isEmpty()) {
                findings.add(Problem.ofFile(
                        path.toString(), "a folder without .ndjson or .json files", WANTED_FILES));
            }
            return sources;
        } catch (IOException _) {
            findings.add(Problem.ofFile(
                    path.toString(), "a folder that cannot be listed", WANTED_FILES));
            return List.of();
        }
    }

    private static boolean isJson(Path file) {
        String name = file.toString();
        return name.endsWith(".ndjson") || name.endsWith(".json");
    }
}
