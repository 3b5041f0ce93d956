package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.instrument.InstrumentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/// Files come in whole or not at all, and never before someone has seen what they hold.
@ClinicTest
class ImportTest {
    private static final Path SYNTHEA =
            Path.of("..", "exchange", "src/test/resources/org/evenkeel/exchange/synthea");
    private static final InstrumentId PHQ_9 = new InstrumentId("phq-9");
    private static final String SCORES = """
            patient,date,instrument,score,risk_item
            P1,2026-09-01,phq-9,18,
            P1,2026-10-01,phq-9,7,1
            P2,2026-10-02,PHQ-9,12,0
            """;
    private static final String TREATMENTS = """
            patient,date,drug,route,dose_mg,weight_kg
            P1,2026-09-03,ketamine,IV,35,70
            P1,2026-09-06,ketamine,IV,35,70
            P3,2026-09-06,ketamine,IV,40.5,81
            """;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    OtherClinic clinics;
    Someone someone;

    @BeforeEach
    void freshClinic() {
        clinics = new OtherClinic(visitors, people, links, courses);
        someone = clinics.prescriber();
    }

    @Test
    void aFileIsShownBeforeItIsSaved() {
        HttpResponse<String> sent = someone.sendCsv(SCORES, TREATMENTS);

        assertThat(sent.statusCode()).isEqualTo(302);
        String preview = someone.follow(sent).body();
        assertThat(preview).contains("Nothing is saved yet", "P1", "P2", "P3", "Save all of it");
        assertThat(preview).contains("One new score has an answer above 0");
        assertThat(someone.patients()).isEmpty();

        HttpResponse<String> saved = someone.confirm(sent);

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(someone.follow(saved).body()).contains("The import is saved");
        assertThat(someone.patients()).hasSize(3);
        Snapshot first = patient("P1");
        assertThat(first.protocol().value()).isEqualTo("ketamine-iv.adaptive");
        assertThat(first.responses()).hasSize(2);
        assertThat(first.treatments()).hasSize(2);
        assertThat(riskFlags()).isEqualTo(1);
        assertThat(patient("P3").responses()).isEmpty();
    }

    @Test
    void confirmedTwiceItIsSavedOnce() {
        HttpResponse<String> sent = someone.sendCsv(SCORES, TREATMENTS);
        String path = Someone.path(sent);
        var fields = Visitor.hidden(someone.visitor().get(path), path);
        fields.put("protocol", "ketamine-iv.messer2010");

        assertThat(someone.visitor().post(path, fields).statusCode()).isEqualTo(302);
        assertThat(someone.visitor().post(path, fields).statusCode()).isEqualTo(302);

        assertThat(someone.patients()).hasSize(3);
        assertThat(patient("P2").protocol().value()).isEqualTo("ketamine-iv.messer2010");
        assertThat(someone.visitor().get(path).body()).contains("The import is saved");
    }

    @Test
    void whatIsHereAlreadyIsLeftAsItIs() {
        someone.confirm(someone.sendCsv(SCORES, TREATMENTS));

        String same = someone.follow(someone.sendCsv(SCORES, TREATMENTS)).body();
        assertThat(same).contains("there is nothing to save").doesNotContain("Save all of it");

        HttpResponse<String> more = someone.sendCsv(SCORES + "P1,2026-10-20,phq-9,9,0\n");
        assertThat(someone.follow(more).body()).contains("here already");
        someone.confirm(more);
        assertThat(someone.patients()).hasSize(3);
        assertThat(patient("P1").responses()).hasSize(3);
    }

    @Test
    void anotherScoreOfTheSameDayIsAProblem() {
        someone.confirm(someone.sendCsv(SCORES));

        HttpResponse<String> refused =
                someone.sendCsv("patient,date,score\nP4,2026-10-01,3\nP1,2026-09-01,17\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("One problem: nothing was saved", "17 on 1 Sep 2026");
        assertThat(text(refused)).contains("<td class=\"num\">3</td>", "it differs");
        assertThat(refused.body()).doesNotContain("Save all of it");
        assertThat(someone.patients()).hasSize(2);
    }

    @Test
    void aSelfHarmAnswerIsNeverTakenForKnown() {
        someone.confirm(someone.sendCsv("patient,date,score\nP1,2026-09-01,17\n"));

        HttpResponse<String> refused =
                someone.sendCsv("patient,date,score,risk_item\nP1,2026-09-01,17,2\n");

        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            P1,2026-11-22,phq-9,5   | date        | dated 22 Nov 2026; allowed up to 21 Nov 2026
            P1,2026-02-30,phq-9,5   | date        | 2026-02-30
            P1,2026-10-02,phq-99,5  | instrument  | phq-99
            P1,2026-10-02,phq-9,28  | score       | 28
            P1,2026-10-02,phq-9,5.5 | score       | 5.5
            ,2026-10-02,phq-9,5     | patient     | nothing
            """)
    void everyWrongRowIsNamed(String row, String column, String value) {
        HttpResponse<String> refused =
                someone.sendCsv("patient,date,instrument,score\nP0,2026-10-01,phq-9,5\n" + row);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("<code>" + column + "</code>", "scores.csv");
        assertThat(refused.body()).contains(value.split(";")[0], "<td class=\"num\">3</td>");
        assertThat(someone.patients()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            P1,2026-11-22,ketamine,IV,35,70  | dated 22 Nov 2026
            P1,2026-10-02,ketamine,IV,140,70 | That makes 2 mg/kg
            P1,2026-10-02,ketamine,IV,0.5,70 | looks like mg per kg
            P1,2026-10-02,propofol,IV,35,70  | propofol
            P1,2026-10-02,ketamine,IX,35,70  | IX
            """)
    void everyWrongTreatmentIsNamed(String row, String sentence) {
        HttpResponse<String> refused = someone.sendCsv(
                "patient,date,score\nP1,2026-10-01,5\n",
                "patient,date,drug,route,dose_mg,weight_kg\n" + row + "\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("treatments.csv", sentence);
        assertThat(someone.patients()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fhir   | empty.json   | ''                           | an empty file
            fhir   | picture.json | '\u0089PNG\r\n'              | a PNG picture
            fhir   | page.json    | '<!DOCTYPE html><html>'      | a web page or XML
            fhir   | archive.json | 'PK\u0003\u0004rest'         | a ZIP archive
            fhir   | words.json   | 'hello'                      | what is not JSON
            fhir   | cut.json     | '{"resourceType":"Patient","id' | the end of the file
            fhir   | list.json    | '[1,2]'                      | JSON without a resource
            fhir   | none.json    | '{"resourceType":"Bundle","entry":[]}' | at least one Patient
            scores | empty.csv    | ''                           | an empty file
            scores | bundle.csv   | '{"resourceType":"Bundle"}'  | JSON
            scores | page.csv     | '<html>'                     | a web page or XML
            scores | sheet.csv    | 'PK\u0003\u0004rest'         | a spreadsheet
            scores | header.csv   | 'a,b'                        | date
            scores | semis.csv    | 'patient;date;score'         | commas
            """)
    void aFileThatIsNotWhatItSaysIsTold(
            String field, String name, String content, String sentence) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> refused =
                someone.visitor().upload("/import", someone.form().file(field, name, bytes));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains(sentence, name, "nothing was saved");
    }

    @Test
    void studyDaysCannotBeImported() {
        HttpResponse<String> refused = someone.sendCsv("patient,day,score\nP1,0,5\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("days of a study", "a clinic needs dates");
    }

    @Test
    void aFormWithoutFileSaysSo() {
        HttpResponse<String> none = someone.visitor()
                .post("/import", Visitor.hidden(someone.visitor().get("/import"), "/import"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose a file first.");

        HttpResponse<String> treatmentsAlone = someone.visitor()
                .upload("/import", someone.form().file("treatments", "t.csv", TREATMENTS));
        assertThat(treatmentsAlone.statusCode()).isEqualTo(422);
        assertThat(treatmentsAlone.body()).contains("Choose the scores as well");
    }

    @ParameterizedTest
    @CsvSource({"20", "21", "45"})
    void whatIsTooLargeIsRefusedInWords(int megabytes) {
        byte[] bytes = new byte[megabytes * 1024 * 1024 + 1];
        HttpResponse<String> refused = someone.sendFhir("large.json", bytes);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("This file is too large", "up to 20 MB", "Leave");
    }

    @Test
    void aBundleOfSyntheaComesInWithNames() throws IOException {
        byte[] bundle = Files.readAllBytes(SYNTHEA.resolve("bundle.json"));

        HttpResponse<String> sent = someone.sendFhir("bundle.json", bundle);
        assertThat(someone.follow(sent).body()).contains("Marcela739 Nolan344");
        someone.confirm(sent);

        assertThat(someone.patients())
                .extracting(snapshot -> snapshot.patient().name().family())
                .containsExactly("Nolan344");
        assertThat(someone.patients()).allSatisfy(snapshot -> {
            assertThat(snapshot.patient().birthDate()).isPresent();
            assertThat(snapshot.treatments()).isNotEmpty();
        });
        assertThat(someone.follow(someone.sendFhir("again.json", bundle)).body())
                .contains("there is nothing to save");
    }

    @Test
    void linesOfSyntheaComeIn() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String type : List.of("Patient", "Observation", "MedicationAdministration")) {
            lines.append(Files.readString(SYNTHEA.resolve("ndjson/" + type + ".ndjson")));
        }
        someone.confirm(
                someone.sendFhir("bulk.ndjson", lines.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(someone.patients()).isNotEmpty();
    }

    /// HZ-37.
    @Test
    void twoPatientsWithOneIdentifierAreAProblem() {
        HttpResponse<String> refused = someone.sendFhir("twins.json", bundle("""
                {"resourceType":"Patient","id":"a","identifier":[{"system":"s","value":"1"}]}
                """, """
                {"resourceType":"Patient","id":"b","identifier":[{"system":"s","value":"1"}]}
                """));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("an identifier of a second Patient");
    }

    /// HZ-37.
    @Test
    void anotherBirthDateShowsThatAnIdentifierIsWrong() {
        someone.confirm(someone.sendFhir("one.json", patientBornOn("1980-02-03", 5)));

        HttpResponse<String> refused = someone.sendFhir("two.json", patientBornOn("1981-02-03", 5));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("another birth date").doesNotContain("1980");
    }

    @Test
    void whatAFileSaysIsNeverMarkup() {
        String evil = "<script>alert(1)</script>";
        HttpResponse<String> sent =
                someone.sendCsv("patient,date,score\n\"" + evil + "\",2026-10-01,5\n");

        assertThat(someone.follow(sent).body()).doesNotContain(evil).contains("&lt;script&gt;");
        someone.confirm(sent);
        assertThat(someone.visitor().get("/worklist").body()).doesNotContain(evil);

        HttpResponse<String> refused = someone.visitor()
                .upload(
                        "/import",
                        someone.form()
                                .file("scores", "<img src=x>.csv", "patient,date,score\nP,x<b>,5"));
        assertThat(refused.body()).doesNotContain("<img src=x>", "x<b>");
    }

    @Test
    void aFailureInTheMiddleSavesNothing() throws SQLException {
        HttpResponse<String> sent = someone.sendCsv(SCORES, TREATMENTS);
        asOwner("create function treatment.fail() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the test says no'; end $$");
        asOwner("create trigger fail before insert on treatment.administration"
                + " for each row execute function treatment.fail()");
        try {
            assertThat(someone.confirm(sent).statusCode()).isEqualTo(503);
        } finally {
            asOwner("drop function treatment.fail cascade");
        }
        assertThat(someone.patients()).isEmpty();
        assertThat(riskFlags()).isZero();

        assertThat(someone.confirm(sent).statusCode()).isEqualTo(302);
        assertThat(someone.patients()).hasSize(3);
    }

    @Test
    void anUploadIsItsOwnersAlone() {
        String path = Someone.path(someone.sendCsv(SCORES));
        Someone colleague = clinics.someone(someone.person().clinic(), Role.PRESCRIBER);
        Someone stranger = clinics.prescriber();

        for (Someone other : List.of(colleague, stranger)) {
            assertThat(other.visitor().get(path).statusCode()).isEqualTo(410);
            var fields = Visitor.hidden(other.visitor().get("/import"), "/import");
            fields.put("protocol", "ketamine-iv.adaptive");
            assertThat(other.visitor().post(path, fields).statusCode()).isEqualTo(410);
            assertThat(other.patients()).isEmpty();
        }
    }

    @Test
    void anUnknownProtocolSavesNothing() {
        String path = Someone.path(someone.sendCsv(SCORES));
        var fields = Visitor.hidden(someone.visitor().get(path), path);

        assertThat(someone.visitor().post(path, fields).statusCode()).isEqualTo(422);
        fields.put("protocol", "made-up");
        assertThat(someone.visitor().post(path, fields).statusCode()).isEqualTo(422);
        assertThat(someone.patients()).isEmpty();
    }

    @Test
    void whoMayImportAndWhoMayNot() {
        assertThat(visitors.as(Role.MANAGER).get("/import").statusCode()).isEqualTo(200);
        for (Role role : List.of(Role.NURSE, Role.FRONT_DESK, Role.AUDITOR, Role.PATIENT)) {
            assertThat(visitors.as(role).get("/import").statusCode()).isEqualTo(404);
        }
        FormWithFiles withoutToken = new FormWithFiles().file("scores", "s.csv", SCORES);
        assertThat(someone.visitor().upload("/import", withoutToken).statusCode())
                .isEqualTo(403);
        assertThat(visitors.stranger().upload("/import", withoutToken).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theAuditSaysWhoImportedWhom() {
        someone.confirm(someone.sendCsv(SCORES));

        List<String> acts = database.sql(
                        "select action from audit.event where clinic_id = :clinic order by number")
                .param("clinic", someone.person().clinicId())
                .query(String.class)
                .list();
        assertThat(acts)
                .containsSubsequence(
                        "import-upload",
                        "import-view",
                        "patient-import",
                        "patient-import",
                        "import-save");
    }

    @Test
    void whatGoesOutComesInTheSame() {
        someone.confirm(someone.sendCsv(SCORES, TREATMENTS));
        Snapshot original = patient("P1");
        UUID id = original.patient().id();
        HttpResponse<String> fhir = someone.visitor().get("/patients/" + id + "/export/fhir");
        HttpResponse<String> scores = someone.visitor().get("/patients/" + id + "/export/scores");
        HttpResponse<String> given =
                someone.visitor().get("/patients/" + id + "/export/treatments");

        Someone byFhir = clinics.prescriber();
        byFhir.confirm(byFhir.sendFhir("c.json", fhir.body().getBytes(StandardCharsets.UTF_8)));
        Someone byCsv = clinics.prescriber();
        byCsv.confirm(byCsv.sendCsv(scores.body(), given.body()));

        assertThat(course(byFhir.patients().getFirst())).isEqualTo(course(original));
        assertThat(course(byCsv.patients().getFirst())).isEqualTo(course(original));
        assertThat(someone.follow(someone.sendCsv(scores.body(), given.body())).body())
                .contains("there is nothing to save");
    }

    @Test
    void anExportIsAnAttachmentWithoutANameForPrescribersAlone() {
        String patient = "/patients/" + demoPatient().id() + "/export/";
        for (String kind : List.of("fhir", "scores", "treatments")) {
            HttpResponse<String> file = visitors.as(Role.PRESCRIBER).get(patient + kind);
            assertThat(file.statusCode()).isEqualTo(200);
            String disposition =
                    file.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(disposition).startsWith("attachment; filename=");
            assertThat(disposition + file.body())
                    .doesNotContain(demoPatient().name().family());
            for (Role role : List.of(Role.MANAGER, Role.NURSE, Role.FRONT_DESK, Role.PATIENT)) {
                assertThat(visitors.as(role).get(patient + kind).statusCode()).isEqualTo(404);
            }
            assertThat(someone.visitor().get(patient + kind).statusCode()).isEqualTo(404);
        }
        assertThat(visitors.as(Role.PRESCRIBER)
                        .get("/patients/" + demoPatient().id())
                        .body())
                .contains(patient + "fhir");
    }

    private Patient demoPatient() {
        return visitors.courses(visitors.person(Role.PRESCRIBER)).getFirst().patient();
    }

    private static Course course(Snapshot snapshot) {
        return snapshot.course(PHQ_9);
    }

    private Snapshot patient(String key) {
        return someone.patients().stream()
                .filter(snapshot -> snapshot.patient().name().family().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private int riskFlags() {
        return database.sql("select count(*) from prom.risk_flag where clinic_id = :clinic")
                .param("clinic", someone.person().clinicId())
                .query(Integer.class)
                .single();
    }

    private static byte[] patientBornOn(String day, int score) {
        return bundle("""
                {"resourceType":"Patient","id":"a","birthDate":"%s",
                 "identifier":[{"system":"urn:x","value":"1"}]}""".formatted(day), """
                {"resourceType":"Observation","id":"o","status":"final",
                 "subject":{"reference":"Patient/a"},"effectiveDateTime":"2026-10-01",
                 "code":{"coding":[{"system":"http://loinc.org","code":"44261-6"}]},
                 "valueInteger":%d}""".formatted(score));
    }

    private static byte[] bundle(String... resources) {
        String entries = String.join("},{\"resource\":", resources);
        return ("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + entries + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A page's text as far as characters are escaped in it.
    private static String text(HttpResponse<String> page) {
        return page.body().replace("&#34;", "\"").replace("&#39;", "'");
    }

    private static void asOwner(String sql) throws SQLException {
        var owner = TestDatabase.logins().owner();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
