package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Sex;
import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Two patients that Synthea made, as `src/test/synthea/README.md` says; synthetic, all of it.
class SyntheaTest {
    @Test
    void aTransactionBundle() throws URISyntaxException {
        Reading reading = read("bundle.json");
        PatientCourse patient = onlyPatient(reading);
        assertThat(Text.print(Text.cohort(reading)))
                .startsWith("8b7f3c3b-ae58-1ef1-d5a7-865717daa15d 2025-02-07:18 2025-02-14:18"
                        + " 2025-02-18:12 2025-02-21:9 2025-02-25:10 2025-02-28:14"
                        + " 2025-03-04:15 2025-04-06:11");
        assertThat(patient.covariates().orElseThrow().sex()).hasValue(Sex.FEMALE);
        assertThat(patient.course().ratings()).hasSize(17);
        assertThat(patient.course().administrations())
                .hasSize(16)
                .extracting(Administration::drug, Administration::route)
                .containsOnly(tuple(Drug.KETAMINE, Route.IV));
        assertThat(notes(reading))
                .containsExactly(
                        "resources not used: Claim 1, Condition 1, DiagnosticReport 1,"
                                + " DocumentReference 1, Encounter 1, ExplanationOfBenefit 1,"
                                + " Immunization 1, MedicationRequest 1",
                        "treatments without a dose in mg or mg/kg, read as of unknown dose: 16");
    }

    @Test
    void aFolderOfNdjson() throws URISyntaxException {
        Reading reading = read("ndjson");
        PatientCourse patient = onlyPatient(reading);
        assertThat(Text.print(Text.cohort(reading)))
                .startsWith("2453f668-ace3-aa4b-3b97-e17a185bbf92 2025-02-02:18 2025-02-09:18"
                        + " 2025-02-12:11");
        assertThat(patient.course().ratings()).hasSize(17);
        assertThat(patient.course().administrations())
                .hasSize(16)
                .extracting(Administration::drug, Administration::route)
                .containsOnly(tuple(Drug.ESKETAMINE, Route.IN));
        assertThat(notes(reading))
                .containsExactly(
                        "resources not used: Condition 1, Encounter 1",
                        "treatments without a dose in mg or mg/kg, read as of unknown dose: 16");
    }

    private static List<String> notes(Reading reading) {
        return ((Reading.Read) reading).notes().stream().map(Note::text).toList();
    }

    private static PatientCourse onlyPatient(Reading reading) {
        assertThat(Text.cohort(reading).patients()).hasSize(1);
        return Text.cohort(reading).patients().getFirst();
    }

    private static Reading read(String name) throws URISyntaxException {
        Path path = Path.of(Objects.requireNonNull(SyntheaTest.class.getResource("synthea/" + name))
                .toURI());
        return FhirCourses.read(path, Instruments.PHQ9, ZoneOffset.UTC);
    }
}
