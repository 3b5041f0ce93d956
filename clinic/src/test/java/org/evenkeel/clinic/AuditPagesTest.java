package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the auditor and the patient see of who did what.
@ClinicTest
class AuditPagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    @Test
    void whatWasDoneIsSealedSoonAfterwardsAndThePageSaysHowFar() throws Exception {
        visitors.as(Role.PRESCRIBER).get("/worklist");

        untilAllIsSealed();

        String page = visitors.as(Role.AUDITOR).get("/audit").body();
        assertThat(page).containsPattern("Sealed up to No\\. [1-9]\\d*, anchored up to No\\. \\d+");
        assertThat(page).contains("looked at the worklist", name(Role.PRESCRIBER));
    }

    @Test
    void theListIsNarrowedToAPatientAPersonAnActionAndDays() {
        List<Snapshot> courses = visitors.courses(visitors.person(Role.PRESCRIBER));
        UUID one = courses.get(5).patient().id();
        UUID other = courses.get(6).patient().id();
        visitors.as(Role.PRESCRIBER).get("/patients/" + one);
        visitors.as(Role.NURSE).get("/patients/" + one);
        visitors.as(Role.NURSE).get("/patients/" + other);

        String ofOne = rows("?patient=" + one);
        assertThat(ofOne)
                .contains(">prescriber<", ">nurse<", name(Role.NURSE))
                .doesNotContain(start(other));
        String byNurse =
                rows("?patient=" + one + "&who=" + visitors.person(Role.NURSE).id());
        assertThat(byNurse).contains(">nurse<").doesNotContain(">prescriber<");
        assertThat(rows("?what=worklist-view&patient=" + one)).isEmpty();
        assertThat(rows("?patient=" + one + "&from=2026-11-21&until=2026-11-21"))
                .isNotEmpty();
        assertThat(rows("?patient=" + one + "&until=2026-11-20")).isEmpty();
        // Others may have been denied something of this patient meanwhile.
        assertThat(rows("?patient=" + one + "&outcome=done")).contains(">done<");
        assertThat(rows("?patient=" + one + "&outcome=denied")).doesNotContain(">done<");
    }

    @Test
    void aFieldThatCannotBeReadIsSaid() {
        var answer = visitors.as(Role.AUDITOR).get("/audit?patient=Jane&from=2026-02-30");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter the whole id", "Choose a day that exists");
        for (String slipped : List.of(
                "from=0026-11-14",
                "until=%2B999999999-12-31",
                "from=-999999999-01-01",
                "until=9999-12-31")) {
            var told = visitors.as(Role.AUDITOR).get("/audit?" + slipped);
            assertThat(told.statusCode()).as(slipped).isEqualTo(422);
            assertThat(told.body()).contains("Choose a day that exists");
        }
        assertThat(visitors.as(Role.AUDITOR)
                        .get("/audit/export/csv?patient=Jane")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void exportsHoldTheSameAndAreThemselvesRecorded() {
        UUID patient = visitors.courses(visitors.person(Role.PRESCRIBER))
                .get(7)
                .patient()
                .id();
        visitors.as(Role.NURSE).get("/patients/" + patient);

        String csv = visitors.as(Role.AUDITOR)
                .get("/audit/export/csv?patient=" + patient)
                .body();
        JsonNode json = JsonMapper.shared()
                .readTree(visitors.as(Role.AUDITOR)
                        .get("/audit/export/json?patient=" + patient)
                        .body());

        assertThat(csv.lines().findFirst())
                .contains("number,at,person,name,role,action,object_kind,object,outcome,event");
        assertThat(csv).contains(",Noor Demo,nurse,patient-view,patient," + patient + ",done,");
        assertThat(json.get(0).get("action").asString()).isEqualTo("patient-view");
        assertThat(json.size()).isEqualTo((int) csv.lines().count() - 1);
        assertThat(rows("?what=audit-export")).contains("took the audit out as a file");
    }

    @Test
    void aTextThatASpreadsheetWouldReckonWithIsGuarded() {
        Person auditor = visitors.person(Role.AUDITOR);
        UUID sly = UUID.randomUUID();
        owner.sql("insert into access.person (id, name) values (:id, '=1+1,\"x')")
                .param("id", sly)
                .update();
        owner.sql("""
                        insert into access.membership (id, person_id, clinic_id, role, from_at)
                        values (gen_random_uuid(), :id, :clinic, 'nurse', now())
                        """).param("id", sly).param("clinic", auditor.clinicId()).update();
        owner.sql("""
                        insert into audit.event (clinic_id, at, actor_id, role, action,
                            object_kind, object_id, outcome)
                        values (:clinic, now(), :id, 'nurse', 'patient-view', 'patient', :id,
                            'done')
                        """).param("id", sly).param("clinic", auditor.clinicId()).update();

        assertThat(visitors.as(Role.AUDITOR).get("/audit/export/csv?who=" + sly).body())
                .contains(",\"'=1+1,\"\"x\",nurse,");
        owner.sql("delete from access.membership where person_id = :id")
                .param("id", sly)
                .update();
        owner.sql("delete from access.person where id = :id").param("id", sly).update();
    }

    @Test
    void aPatientSeesWhoLookedAndNothingOfAForecast() {
        Person nurse = visitors.person(Role.NURSE);
        // A patient nobody else has looked at.
        UUID id = visitors.courses(nurse).get(77).patient().id();
        Person patient = new Person(
                UUID.randomUUID(), "Pat Seventy", Role.PATIENT, nurse.clinic(), Optional.of(id));
        people.add(patient);
        Visitor own = visitors.stranger();
        own.get("/enter/" + links.issue(patient.id()));
        visitors.as(Role.NURSE).get("/patients/" + id);
        for (int days = 7; days < 12; days++) {
            visitors.as(Role.NURSE).get("/patients/" + id + "/waiting?days=" + days);
        }
        visitors.as(Role.THERAPIST).get("/worklist");

        String page = own.get("/me/looks").body();

        String main = page.substring(page.indexOf("<main"));
        assertThat(main)
                .containsPattern(
                        "Noor Demo</td><td>nurse</td><td>looked at your record, \\d+ times")
                .doesNotContain("waiting", "why", "forecast", "proposal", "Theo Demo");
        assertThat(visitors.as(Role.PATIENT).get("/me").body()).contains("href=\"/me/looks\"");
        assertThat(rows("?patient=" + id)).contains(">a patient<", "Noor Demo");
        for (String address : List.of("/audit", "/audit/export/csv", "/audit/export/json")) {
            assertThat(visitors.as(Role.AUDITOR).get(address + "?patient=" + id).body())
                    .as(address)
                    .doesNotContain("Pat Seventy");
        }
        lookOften(patient, 600);
        assertThat(own.get("/me/looks").body()).contains("Noor Demo").doesNotContain("Nobody has");
        assertThat(visitors.as(Role.NURSE).get("/me/looks").statusCode()).isEqualTo(404);
    }

    /// Somebody opens their own record many times.
    private void lookOften(Person patient, int times) {
        owner.sql("""
                        insert into audit.event (clinic_id, at, actor_id, role, action, object_kind,
                            object_id, outcome)
                        select :clinic, now(), :person, 'patient', 'own-record-view', 'patient',
                            :patient, 'done'
                        from generate_series(1, :times)
                        """)
                .param("clinic", patient.clinicId())
                .param("person", patient.id())
                .param("patient", patient.patientId().orElseThrow())
                .param("times", times)
                .update();
    }

    /// Other tests have added people to the same clinic.
    private String name(Role role) {
        return visitors.person(role).name();
    }

    private void untilAllIsSealed() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (owner.sql("""
                        select exists (select from audit.event e where not exists (
                            select from audit.seal s where s.event = e.number))
                        """).query(Boolean.class).single()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /// The rows of the list; empty where there is none.
    private String rows(String query) {
        String page = visitors.as(Role.AUDITOR).get("/audit" + query).body();
        int from = page.indexOf("<tbody>");
        return from < 0 ? "" : page.substring(from, page.indexOf("</tbody>"));
    }

    private static String start(UUID id) {
        return id.toString().substring(0, 8);
    }
}
