package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.units.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// What well-formed resources mean.
class FhirCoursesTest {
    @Test
    void totalsAndAdministrationsOfABundle() {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.total("2026-01-12", 9),
                Fhir.total("2026-01-05", "'valueInteger':18"),
                Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{" + Fhir.snomedRoute("47625008")
                        + ",'dose':{'value':0.50,'code':'mg/kg'}}"),
                Fhir.given(Fhir.rxnorm("2119365") + ",'dosage':{" + Fhir.snomedRoute("46713006")
                        + ",'dose':{'value':84,'unit':'mg'}}")));
        assertThat(Text.print(Text.cohort(reading)))
                .isEqualTo("a 2026-01-05:18 2026-01-12:9 2026-01-05:KETAMINE:IV 0.50mg/kg"
                        + " 2026-01-05:ESKETAMINE:IN 84mg\n");
        assertThat(Text.notes(reading)).isEmpty();
    }

    @Test
    void ndjsonInAnyOrderAndAFolderOfIt(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("Observation.ndjson"),
                Fhir.ndjson(Fhir.total("2026-01-05", 18), Fhir.total("2026-01-12", 9)) + "\n");
        Files.writeString(folder.resolve("Patient.ndjson"), Fhir.ndjson(Fhir.PATIENT) + "\n");
        Files.writeString(folder.resolve("notes.txt"), "not FHIR");
        Reading reading = FhirCourses.read(folder, Instruments.PHQ9, ZoneOffset.UTC);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:18 2026-01-12:9\n");
    }

    @Test
    void theTypeNeedNotComeFirst() {
        Reading reading = Fhir.read(Fhir.json("{'entry':[{'resource':{'id':'a','gender':'female',"
                + "'birthDate':'1980-02-29','resourceType':'Patient'},'fullUrl':'urn:uuid:1'}],"
                + "'resourceType':'Bundle'}"));
        PatientCourse patient = Text.cohort(reading).patients().getFirst();
        assertThat(patient.patient()).isEqualTo("a");
        assertThat(patient.covariates().orElseThrow().sex()).hasValue(Sex.FEMALE);
        assertThat(patient.covariates().orElseThrow().birthYear()).hasValue(1980);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Patient/a, urn:uuid:7",
        "urn:uuid:7, urn:uuid:7",
        "Patient/a/_history/3, urn:uuid:7",
        "https://one.example/fhir/Patient/a, https://one.example/fhir/Patient/a",
        "Patient/a, https://one.example/fhir/Patient/a",
        "https://one.example/fhir/Patient/a, urn:uuid:7",
    })
    void referencesToAPatient(String reference, String fullUrl) {
        String bundle = Fhir.json("{'resourceType':'Bundle','entry':[{'resource':"
                + Fhir.total("2026-01-05", 18).replace("Patient/a", reference)
                + "},{'fullUrl':'" + fullUrl + "','resource':" + Fhir.PATIENT + "}]}");
        assertThat(Text.print(Text.cohort(Fhir.read(bundle)))).isEqualTo("a 2026-01-05:18\n");
    }

    @ParameterizedTest(name = "{0} seen from {1}")
    @CsvSource({
        "2026-01-05,                       Asia/Tokyo,       2026-01-05",
        "2026-01-05T23:30:00Z,             UTC,              2026-01-05",
        "2026-01-05T23:30:00Z,             Asia/Tokyo,       2026-01-06",
        "2026-01-05T03:30:00.123Z,         America/New_York, 2026-01-04",
        "2026-01-05T23:30:00-05:00,        UTC,              2026-01-05",
        "2026-01-05T00:10:00+09:00,        UTC,              2026-01-05",
        "2026-07-05T23:30:00+00:00,        Europe/London,    2026-07-06",
    })
    void theDateOfATime(String time, String zone, String date) {
        Reading reading = FhirCourses.read(
                Text.source("f.json", Fhir.bundle(Fhir.PATIENT, Fhir.total(time, 3))),
                Instruments.PHQ9,
                ZoneId.of(zone));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a " + date + ":3\n");
    }

    @Test
    void answersGiveTheTotalAndTheRiskItem() {
        assertThat(read(Fhir.response("2026-01-05", "123012302", ""))).isEqualTo("14!2");
        assertThat(read(Fhir.response("2026-01-05", "123012302", "," + Fhir.item("44261-6", "14"))))
                .isEqualTo("14!2");
        assertThat(read(Fhir.response("2026-01-05", "--------1", "," + Fhir.item("44261-6", "20"))))
                .isEqualTo("20!1");
        assertThat(read(Fhir.response("2026-01-05", "-22222220", ""))).isEqualTo("16!0");
        assertThat(read(Fhir.response("2026-01-05", "22222222-", ""))).isEqualTo("18");
    }

    @Test
    void aShorterQuestionnaireWithTheSameItemsIsNotThisOne() {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.response("2026-01-05", "22-------", ""),
                Fhir.response("2026-01-12", "123012302", "")));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-12:14!2\n");
        assertThat(Text.notes(reading))
                .containsExactly(
                        "f.json: QuestionnaireResponses of a form of two items left out: 1");
    }

    @Test
    void answersByLoincCodeAndInsideGroups() {
        String coded = Fhir.response("2026-01-05", "111111110", "")
                .replace("'valueInteger':1", "'valueCoding':{'code':'LA6569-3'}")
                .replace("'item':[", "'item':[{'linkId':'group','item':[");
        String grouped = coded.substring(0, coded.length() - "]}".length()) + "]}]}";
        assertThat(read(grouped)).isEqualTo("8!0");
    }

    @Test
    void anObservationOfTheSameTotalIsMergedWithTheResponse() {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.total("2026-01-05T10:00:00Z", 14),
                Fhir.response("2026-01-05", "123012302", "")));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:14!2\n");
    }

    @Test
    void whatDoesNotHoldIsLeftOutAndCounted() {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.total("2026-01-05", 18).replace("final", "entered-in-error"),
                Fhir.total("2026-01-06", 18).replace("final", "preliminary"),
                Fhir.total("2026-01-06", "'dataAbsentReason':{}"),
                Fhir.total("2026-01-06", 99).replace("44261-6", "8302-2"),
                Fhir.given(Fhir.rxnorm("6130")).replace("completed", "not-done"),
                Fhir.given(Fhir.rxnorm("1191")),
                Fhir.given("'medicationCodeableConcept':{'text':'Aspirin 100 mg'}"),
                Fhir.given("'medicationReference':{'reference':'M/1','display':'Aspirin'}"),
                Fhir.given("'medicationReference':{'reference':'Medication/1'}")
                        .replace("completed", "not-done"),
                Fhir.response("2026-01-05", "111111111", "").replace("4", "5"),
                "{'resourceType':'Encounter'}",
                "{'resourceType':'Encounter'}",
                "{'resourceType':'Claim','item':[{'deep':[1,2,{'x':null}]}]}"));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a\n");
        assertThat(Text.notes(reading))
                .containsExactly(
                        "f.json: resources not used: Claim 1, Encounter 2",
                        "f.json: Observations left out, status entered-in-error: 1",
                        "f.json: Observations left out, status preliminary: 1",
                        "f.json: Observations without a value left out: 1",
                        "f.json: Observations with other codes left out: 1",
                        "f.json: MedicationAdministrations left out, status not-done: 2",
                        "f.json: MedicationAdministrations left out, the drug is not named in"
                                + " them: 1",
                        "f.json: MedicationAdministrations of other drugs left out: 2",
                        "f.json: QuestionnaireResponses of other questionnaires left out: 1");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // medication text                | dosage                    | read as
                "Ketamine 50 MG/ML                | 'text':'IV infusion'      | KETAMINE:IV",
                "ketamine hydrochloride           | 'route':{'text':'Intramuscular'}| KETAMINE:IM",
                "Esketamine 28 MG Nasal Spray     | 'text':'two devices'      | ESKETAMINE:IN",
                "S-Ketamine                       | 'text':'subcutaneous'     | ESKETAMINE:SC",
                "Ketamine Oral Solution           | 'text':''                 | KETAMINE:PO",
                "Ketamine lozenge                 | 'text':'Sublingual route (qualifier value)'"
                        + "| KETAMINE:SL",
                "Ketamine                         | 'text':'oral or intravenous' | KETAMINE:IV",
                "Esketamine                       | 'text':''                 | ESKETAMINE:IN",
            })
    void drugsAndRoutesInWords(String text, String dosage, String expected) {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.given("'medicationCodeableConcept':{'text':'" + text + "'},'dosage':{" + dosage
                        + "}")));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:" + expected + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "(S)-ketamine             | ESKETAMINE:IN",
                "S(+)-Ketamin 25 mg/ml    | ESKETAMINE:IN",
                "S-(+)-ketamine           | ESKETAMINE:IN",
                "s ketamine               | ESKETAMINE:IN",
                "2 vial(s) ketamine       | KETAMINE:IV",
                "Infusion(S)-Ketamin      | ESKETAMINE:IN",
                "Ketanest® S              | ESKETAMINE:IN",
                "Spravato 28 mg           | ESKETAMINE:IN",
                "Esketaminhydrochlorid    | ESKETAMINE:IN",
                "Ketamine-HCl 50 mg/mL    | KETAMINE:IV",
                "(R,S)-ketamine           | KETAMINE:IV",
                "rac-ketamine             | KETAMINE:IV",
                "Kétamine                 | KETAMINE:IV",
                "the patient's ketamine   | KETAMINE:IV",
                "KETALAR                  | KETAMINE:IV",
            })
    void spellings(String text, String expected) {
        String given = Fhir.given(
                "'medicationCodeableConcept':{'text':'" + text.replace("'", "\\u0027") + "'}");
        assertThat(Text.print(Text.cohort(Fhir.read(Fhir.bundle(Fhir.PATIENT, given)))))
                .isEqualTo("a 2026-01-05:" + expected + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"stopped", "in-progress", "on-hold"})
    void whatWasBegunIsATreatmentOfUnknownDose(String status) {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{" + Fhir.snomedRoute("47625008")
                                + ",'dose':{'value':35,'code':'mg'}}")
                        .replace("completed", status)));
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:KETAMINE:IV\n");
        assertThat(Text.notes(reading))
                .containsExactly(
                        "f.json: treatments not given to the end, read as of unknown dose: 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Medication/k,                                    urn:uuid:7",
        "Medication/k/_history/2,                         urn:uuid:7",
        "urn:uuid:7,                                      urn:uuid:7",
        "https://one.example/fhir/Medication/k, https://one.example/fhir/Medication/k",
        "Medication/k,                          https://one.example/fhir/Medication/k",
    })
    void theDrugOfAMedicationBesideIt(String reference, String fullUrl) {
        String given = "{'resource':"
                + Fhir.given("'medicationReference':{'reference':'" + reference
                        + "','display':'vial 7'},'dosage':{'dose':{'value':1,'code':'mg/kg'}}")
                + "}";
        String medication = "{'fullUrl':'" + fullUrl + "','resource':{'resourceType':'Medication',"
                + "'id':'k','ingredient':[{'itemCodeableConcept':{'text':'Ketamine, intramuscular'"
                + "}}]}}";
        for (String entries : List.of(given + "," + medication, medication + "," + given)) {
            String bundle = Fhir.json("{'resourceType':'Bundle','entry':[{'resource':"
                    + Fhir.PATIENT + "}," + entries + "]}");
            assertThat(Text.print(Text.cohort(Fhir.read(bundle))))
                    .isEqualTo("a 2026-01-05:KETAMINE:IM 1mg/kg\n");
        }
    }

    @Test
    void assumptionsAreNoted() {
        Reading reading = Fhir.read(Fhir.bundle(
                Fhir.PATIENT,
                Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{'dose':{'value':0.5}}"),
                Fhir.response("2026-01-05", "-22222220", "")));
        assertThat(Text.notes(reading))
                .containsExactly(
                        "f.json: treatments without a route, read as IV: 1",
                        "f.json: treatments without a dose in mg or mg/kg, read as of unknown"
                                + " dose: 1",
                        "f.json: totals estimated because answers are missing: 1");
    }

    @Test
    void theSameResourceInTwoBundlesCountsOnce(@TempDir Path folder) throws IOException {
        String given = Fhir.given("'id':'m1'," + Fhir.rxnorm("6130") + ",'dosage':{"
                + Fhir.snomedRoute("47625008") + ",'dose':{'value':1,'code':'mg/kg'}}");
        String bundle = Fhir.bundle(Fhir.PATIENT, given).replace("urn:uuid:0", "urn:uuid:a");
        Files.writeString(folder.resolve("1.json"), bundle);
        Files.writeString(folder.resolve("2.json"), bundle);
        Reading reading = FhirCourses.read(folder, Instruments.PHQ9, ZoneOffset.UTC);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:KETAMINE:IV 1mg/kg\n");
    }

    @Test
    void instrumentsWithoutLoincHaveALocalCode() {
        String total = Fhir.total("2026-01-05", 44)
                .replace("http://loinc.org", "urn:evenkeel:instrument")
                .replace("44261-6", "madrs");
        Reading reading = FhirCourses.read(
                Text.source("f.json", Fhir.bundle(Fhir.PATIENT, total)),
                Instruments.MADRS,
                ZoneOffset.UTC);
        assertThat(Text.print(Text.cohort(reading))).isEqualTo("a 2026-01-05:44\n");
    }

    /// The score and risk item of a lone response.
    private static String read(String response) {
        Reading reading = Fhir.read(Fhir.bundle(Fhir.PATIENT, response));
        return Text.print(Text.cohort(reading)).replace("a 2026-01-05:", "").strip();
    }
}
