package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.units.Sex;
import org.evenkeel.exchange.Cohort;
import org.evenkeel.exchange.Covariates;
import org.evenkeel.exchange.CsvExport;
import org.evenkeel.exchange.DayKind;
import org.evenkeel.exchange.FhirExport;
import org.evenkeel.exchange.PatientCourse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Takes one patient's course out as a file. No name is in it: the patient is called by their id
/// here.
@Service
public class Exports {
    private final Courses courses;
    private final ClinicContent content;

    Exports(Courses courses, ClinicContent content) {
        this.courses = courses;
        this.content = content;
    }

    /// A file a course can be taken out as.
    public enum Format {
        FHIR,
        SCORES_CSV,
        TREATMENTS_CSV
    }

    /// The bytes of a file.
    @Transactional
    public byte[] of(Person person, UUID patientId, Format format) {
        Instrument instrument = content.forecastInstrument();
        Snapshot snapshot = courses.of(person, patientId).orElseThrow(NotThere::new);
        Cohort cohort = new Cohort(
                DayKind.CALENDAR_DATE,
                List.of(new PatientCourse(
                        patientId.toString(),
                        snapshot.course(instrument.id()),
                        Optional.of(covariates(snapshot.patient())))));
        try {
            return bytes(cohort, instrument, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Cohort cohort, Instrument instrument, Format format)
            throws IOException {
        StringWriter text = new StringWriter();
        switch (format) {
            case FHIR -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FhirExport.write(cohort, instrument, bytes);
                return bytes.toByteArray();
            }
            case SCORES_CSV -> CsvExport.FOR_SPREADSHEETS.writeScores(cohort, text);
            case TREATMENTS_CSV -> CsvExport.FOR_SPREADSHEETS.writeTreatments(cohort, text);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Covariates covariates(Patient patient) {
        Optional<Sex> sex = switch (patient.sex()) {
            case FEMALE -> Optional.of(Sex.FEMALE);
            case MALE -> Optional.of(Sex.MALE);
            case OTHER, UNKNOWN -> Optional.empty();
        };
        OptionalInt year =
                patient.birthDate().stream().mapToInt(date -> date.getYear()).findFirst();
        return Covariates.of(sex, year);
    }
}
