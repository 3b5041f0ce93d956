package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/// What resources and files that are wrong are told.
class HostileFhirTest {
    private static final String JSON = "; allowed is a FHIR R4 Bundle in JSON, or NDJSON";
    private static final String TOTAL = "; allowed is a whole number from 0 to 27";
    private static final String DATE =
            "; allowed is a date YYYY-MM-DD, or one with time and offset, from 1900 to 2199";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // value of the Observation           | where                 | got
                "'valueQuantity':{'value':28}         | valueQuantity.value   | 28",
                "'valueQuantity':{'value':-1}         | valueQuantity.value   | -1",
                "'valueQuantity':{'value':5.5}        | valueQuantity.value   | 5.5",
                "'valueQuantity':{'value':1e999}      | valueQuantity.value   | 1E+999",
                "'valueQuantity':{}                   | valueQuantity.value   | nothing",
                "'valueQuantity':{'value':5,'comparator':'<'}|valueQuantity.value| 5 as a bound",
                "'valueInteger':99                    | valueInteger          | 99",
                "'valueString':'ten'                  | valueInteger          | nothing",
            })
    void aTotal(String value, String where, String got) {
        assertThat(problems(Fhir.bundle(Fhir.PATIENT, Fhir.total("2026-01-05", value))))
                .containsExactly(
                        "f.json, line 3, entry[1] Observation." + where + ": got " + got + TOTAL);
    }

    @Test
    void aValueOfTheWrongType() {
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT,
                        Fhir.total("2026-01-05", "'valueQuantity':{'value':'abc'}"),
                        Fhir.total("2026-01-06", "'valueQuantity':[7]"),
                        Fhir.total("2026-01-07", 7).replace("'final'", "{'x':1}"))))
                .containsExactly(
                        "f.json, line 3, entry[1] Observation.valueQuantity.value: got a text;"
                                + " allowed is a number",
                        "f.json, line 4, entry[2] Observation.valueQuantity: got a list;"
                                + " allowed is an object",
                        "f.json, line 4, entry[2] Observation.valueInteger: got nothing" + TOTAL,
                        "f.json, line 5, entry[3] Observation.status: got an object;"
                                + " allowed is a text");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-02-30",
        "2026-02",
        "2026",
        "05.01.2026",
        "2026-01-05T10:00:00",
        "1899-12-31",
        "2026-01-05T25:00:00Z",
        "+12026-01-05T10:00:00Z"
    })
    void aDate(String date) {
        assertThat(problems(Fhir.bundle(Fhir.PATIENT, Fhir.total(date, 3))))
                .containsExactly("f.json, line 3, entry[1] Observation.effectiveDateTime: got "
                        + date + DATE);
    }

    @Test
    void membersThatAreMissing() {
        assertThat(problems(Fhir.bundle(
                        "{'resourceType':'Patient'}".replace("}", ",'id':''}"),
                        "{'resourceType':'Observation','status':'final','code':{'coding':"
                                + "[{'system':'http://loinc.org','code':'44261-6'}]},"
                                + "'valueInteger':3}")))
                .containsExactly(
                        "f.json, line 2, entry[0] Patient.id: got nothing;"
                                + " allowed is an id of 1 to 100 characters",
                        "f.json, line 3, entry[1] Observation.effectiveDateTime: got nothing;"
                                + " allowed is a text");
    }

    @Test
    void aReferenceToNoPatient() {
        String elsewhere = "{'resourceType':'Bundle','entry':[\n"
                + "{'fullUrl':'https://one.example/Patient/a','resource':" + Fhir.PATIENT + "},\n"
                + "{'resource':" + Fhir.total("2026-01-05", 3) + "}]}";
        String allowed = ": got a reference to no Patient;"
                + " allowed is a reference to a Patient of the input";
        for (String reference : List.of(
                "Patient/b", "urn:uuid:9", "#a", "Group/a", "https://two.example/Patient/a")) {
            String text =
                    Fhir.json(elsewhere.replace("Patient/a'},'code'", reference + "'},'code'"));
            assertThat(problems(text))
                    .containsExactly("f.json, line 3, entry[1] Observation.subject" + allowed);
        }
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT, Fhir.total("2026-01-05", 3).replace("reference", "display"))))
                .containsExactly("f.json, line 3, entry[1] Observation.subject.reference:"
                        + " got nothing; allowed is a reference to a Patient of the input");
    }

    @Test
    void twoPatientsWithOneIdentifierAreRefusedWithoutSayingIt() {
        String identifier = "'identifier':[{'system':'urn:mrn','value':'Jane-1'}]";
        assertThat(problems(Fhir.ndjson(
                        "{'resourceType':'Patient','id':'a'," + identifier + "}",
                        "{'resourceType':'Patient','id':'b'," + identifier + "}")))
                .containsExactly("f.json, line 2, Patient.identifier: got an identifier of a"
                        + " second Patient, system urn:mrn; allowed is identifiers of one Patient"
                        + " only, this one is on line 1 of f.json");
    }

    @Test
    void anIdUsedTwice() {
        assertThat(problems(Fhir.ndjson(
                        "{'resourceType':'Patient','id':'a','gender':'male'}",
                        "{'resourceType':'Patient','id':'a','gender':'female'}")))
                .containsExactly("f.json, line 2, Patient.id: got a second Patient with other"
                        + " content; allowed is one Patient an id, as on line 1 of f.json");
        assertThat(problems(Fhir.json("{'resourceType':'Bundle','entry':[\n"
                        + "{'fullUrl':'https://one.example/Patient/a','resource':" + Fhir.PATIENT
                        + "},\n{'fullUrl':'https://two.example/Patient/a','resource':"
                        + Fhir.PATIENT + "}]}")))
                .containsExactly("f.json, line 3, entry[1] Patient.id: got a second Patient with"
                        + " other content; allowed is one Patient an id, as on line 2 of f.json");
        String ownKey = "'identifier':[{'system':'urn:evenkeel:patient','value':'K'}]";
        assertThat(problems(Fhir.ndjson(
                        Fhir.PATIENT,
                        "{'resourceType':'Patient','id':'a'," + ownKey.replace("K", "b") + "}")))
                .singleElement()
                .asString()
                .startsWith("f.json, line 2, Patient.id: got a second Patient");
        String total = Fhir.total("2026-01-05", 3).replace("'status'", "'id':'o','status'");
        assertThat(problems(Fhir.ndjson(Fhir.PATIENT, total, total.replace("-05", "-06"))))
                .containsExactly("f.json, line 3, Observation.id: got an id used before;"
                        + " allowed is one resource an id, as on line 2 of f.json");
    }

    @Test
    void twoTotalsOnADay() {
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT, Fhir.total("2026-01-05", 3), Fhir.total("2026-01-05", 4))))
                .containsExactly("f.json, line 4, entry[2] Observation: got 4;"
                        + " allowed is one score a day, and line 3 of f.json has 3 on date"
                        + " 2026-01-05");
    }

    /// It makes no row, so its answer about self-harm is told with the problem.
    @Test
    void anAnswerAboutSelfHarmIsToldWhereThereIsNoTotal() {
        assertThat(problems(
                        Fhir.bundle(Fhir.PATIENT, Fhir.response("2026-01-05", "1111----3", ""))))
                .singleElement()
                .asString()
                .contains("4 of 9 items are unanswered", "item 9, about self-harm, was answered 3");
    }

    @Test
    void responsesThatCannotBeScored() {
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT,
                        Fhir.response("2026-01-05", "11111----", ""),
                        Fhir.response("2026-01-06", "111111114", ""),
                        Fhir.response("2026-01-07", "111111111", "," + Fhir.item("44261-6", "8")),
                        Fhir.response("2026-01-08", "", "{'linkId':'q9'}")
                                .replace(
                                        "'item'",
                                        "'questionnaire':"
                                                + "'http://loinc.org/vs/44249-1','item'"))))
                .containsExactly(
                        "f.json, line 3, entry[1] QuestionnaireResponse.item: got 4 of 9 items are"
                                + " unanswered; allowed are at most 1; allowed is answers that"
                                + " make a total, or the total itself",
                        "f.json, line 4, entry[2] QuestionnaireResponse.item[8].answer[0]: got 4;"
                                + " allowed is an answer of the instrument",
                        "f.json, line 5, entry[3] QuestionnaireResponse.item[9].answer[0]: got a"
                                + " total of 8; allowed is the sum of the answers, 9",
                        "f.json, line 6, entry[4] QuestionnaireResponse.item.linkId: got no link"
                                + " id of the instrument; allowed is link ids that end in the"
                                + " LOINC codes of its items");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // dose                          | problem
                "'value':1,'code':'mL'           | unit: got mL; allowed is mg or mg/kg",
                "'value':0.5,'unit':'g'          | unit: got g; allowed is mg or mg/kg",
                "'value':0,'code':'mg'           | value: got 0; allowed is a number from 0.01 to"
                        + " 10000",
                "'value':101,'code':'mg/kg'      | value: got 101; allowed is a number from 0.001"
                        + " to 100",
                "'value':'5','code':'mg'         | value: got a text; allowed is a number",
            })
    void aDose(String dose, String problem) {
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT,
                        Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{'dose':{" + dose + "}}"))))
                .containsExactly(
                        "f.json, line 3, entry[1] MedicationAdministration.dosage.dose." + problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // medication                                   | problem
                "'medicationCodeableConcept':{'text':'arketamine'} | medicationCodeableConcept: got"
                        + " arketamine; allowed is words that name either ketamine or esketamine",
                "'medicationCodeableConcept':{'text':'ketamine or Spravato'}"
                        + "| medicationCodeableConcept: got ketamine or Spravato; allowed is words"
                        + " that name either ketamine or esketamine",
                "'medicationReference':{'reference':'Medication/1'}"
                        + "| medicationReference: got Medication/1; allowed is the drug as a"
                        + " concept, or a reference to a Medication of the input",
                "'medicationReference':{'reference':'#1'} | medicationReference: got #1; allowed is"
                        + " the drug as a concept, or a reference to a Medication of the input",
                "'note':[] | medicationReference: got nothing; allowed is the drug as a concept, or"
                        + " a reference to a Medication of the input",
                "'medicationReference':{'reference':'Medication/1'},'status':'unknown'"
                        + "| status: got unknown; allowed is a status that tells whether it was"
                        + " given: completed, in-progress, on-hold, stopped, not-done or"
                        + " entered-in-error",
            })
    void aTreatmentThatMayHaveBeenKetamine(String members, String problem) {
        String given = members.contains("'status'")
                ? Fhir.given(members).replace("'status':'completed',", "")
                : Fhir.given(members);
        assertThat(problems(Fhir.bundle(Fhir.PATIENT, given)))
                .containsExactly("f.json, line 3, entry[1] MedicationAdministration." + problem);
    }

    /// Too few answers for a total, where one of them is about self-harm or the whole claims to be
    /// a PHQ-9.
    @Test
    void aResponseWithTooFewAnswers() {
        String claimed = Fhir.response("2026-01-05", "22-------", "")
                .replace("'status'", "'questionnaire':'http://loinc.org/q/44249-1','status'");
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT, Fhir.response("2026-01-05", "22------1", ""), claimed)))
                .hasSize(2)
                .allSatisfy(words -> assertThat(words)
                        .contains("QuestionnaireResponse.item: got ")
                        .contains("; allowed is answers that make a total, or the total itself"));
    }

    @Test
    void twoMedicationsOfOneId() {
        String medication = "{'resourceType':'Medication','id':'k','code':{'text':'Ketamine'}}";
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT, medication, medication, medication.replace("Ket", "Esket"))))
                .containsExactly("f.json, line 5, entry[3] Medication.id: got an id used before;"
                        + " allowed is one resource an id, as on line 3 of f.json");
    }

    @Test
    void filesThatAreNotFhir() {
        assertThat(problems("")).containsExactly("f.json: got an empty file" + JSON);
        assertThat(problems(" \n")).containsExactly("f.json: got an empty file" + JSON);
        assertThat(problems("patient,day,score\n"))
                .containsExactly("f.json, line 1: got what is not JSON" + JSON);
        assertThat(problems("<Bundle/>"))
                .containsExactly("f.json, line 1: got what is not JSON" + JSON);
        assertThat(problems("[1,2]"))
                .containsExactly("f.json, line 1: got JSON without a resource" + JSON);
        assertThat(problems("{\"a\":1}"))
                .containsExactly("f.json, line 1: got an object without resourceType" + JSON);
        assertThat(problems("{\"resourceType\":\"Questionnaire\"}"))
                .containsExactly(
                        "f.json: got no Patient; allowed is at least one Patient resource");
        assertThat(problems("{\"resourceType\":\"Bundle\",\"entry\":[]}"))
                .containsExactly(
                        "f.json: got no Patient; allowed is at least one Patient resource");
        assertThat(problems("PK\u0003\u0004 zip"))
                .containsExactly("f.json, line 1: got what is not JSON" + JSON);
    }

    @Test
    void jsonThatBreaksOff() {
        String whole = Fhir.bundle(Fhir.PATIENT, Fhir.total("2026-01-05", 3));
        assertThat(problems(whole.substring(0, whole.length() / 2)))
                .containsExactly("f.json, line 3, entry[1]: got the end of the file inside a"
                        + " resource" + JSON);
        String firstLine = Fhir.ndjson(Fhir.PATIENT) + "\n";
        assertThat(problems(firstLine + "{\"resourceType\":\"Observation\",,}"))
                .containsExactly("f.json, line 2: got what is not JSON" + JSON);
        assertThat(problems(firstLine + "{\"resourceType\":\"Observation\",\"x\":NaN}"))
                .containsExactly("f.json, line 2: got what is not JSON" + JSON);
    }

    @Test
    void anEveryCutOfAFileIsRefusedOrReadButNeverCrashes() {
        String whole = Fhir.bundle(Fhir.PATIENT, Fhir.response("2026-01-05", "111111111", ""));
        for (int length = 0; length < whole.length(); length++) {
            assertThat(Fhir.read(whole.substring(0, length))).isInstanceOf(Reading.Rejected.class);
        }
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] bytes = Fhir.ndjson("{'resourceType':'Patient','id':'Müller'}")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Text.problems(FhirCourses.read(
                        Text.source("f.json", bytes), Instruments.PHQ9, ZoneOffset.UTC)))
                .containsExactly("f.json, line 1: got what is not JSON" + JSON);
    }

    @Test
    void bombs() {
        String limits = ": got JSON beyond the limits; allowed is up to 100 levels, numbers of 100"
                + " digits, resources of 1000000 characters";
        String deep = "{\"resourceType\":\"Encounter\",\"x\":" + "[".repeat(100_000);
        assertThat(problems(deep)).containsExactly("f.json, line 1" + limits);
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT,
                        Fhir.total("2026-01-05", "'valueInteger':" + "9".repeat(500)))))
                .containsExactly("f.json, line 3, entry[1]" + limits);
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT, Fhir.total("2026-01-05", "'valueInteger':1e99999999999"))))
                .containsExactly("f.json, line 3, entry[1]" + limits);
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT.replace("}", ",'photo':['" + "x".repeat(2_000_000) + "']}"))))
                .containsExactly("f.json, line 2, entry[0]" + limits);
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT.replace("}", ",'photo':[" + "1,".repeat(2_000_000) + "1]}"))))
                .containsExactly("f.json, line 2, entry[0]" + limits);
    }

    @Test
    void aMemberGivenTwice() {
        assertThat(problems(Fhir.bundle(
                        Fhir.PATIENT,
                        Fhir.total("2026-01-05", "'valueInteger':3,'valueInteger':23"))))
                .containsExactly("f.json, line 3, entry[1]: got the same member twice;"
                        + " allowed is each member once");
    }

    @Test
    void twentyProblemsAreShownAndTheRestCounted() {
        String bad = Fhir.total("2026-01-05", 99);
        assertThat(problems(Fhir.ndjson(Fhir.PATIENT, (bad + "\n").repeat(5_000))))
                .hasSize(21)
                .last()
                .isEqualTo("and 980 more; reading stopped there");
    }

    @Test
    void foldersAndFilesThatAreNotThere(@TempDir Path folder) throws IOException {
        assertThat(problems(folder))
                .containsExactly(folder + ": got a folder without .ndjson or .json files;"
                        + " allowed is a Bundle, an NDJSON file or a folder of those");
        Path absent = folder.resolve("absent");
        assertThat(problems(absent))
                .containsExactly(absent + ": got no such file; allowed is a file");
        Files.createDirectory(folder.resolve("x.json"));
        assertThat(problems(folder))
                .containsExactly(folder.resolve("x.json") + ": got a folder; allowed is a file");
    }

    private static List<String> problems(String text) {
        return Text.problems(Fhir.read(text));
    }

    private static List<String> problems(Path path) {
        return Text.problems(FhirCourses.read(path, Instruments.PHQ9, ZoneOffset.UTC));
    }
}
