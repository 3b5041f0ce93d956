package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.patient.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Opening a record in an emergency, from the form to what the patient and the auditor read.
@ClinicTest
class EmergencyTest {
    private static final String REASON = "Found unconscious <b>in the waiting room</b>";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    /// HZ-03.
    @Test
    void withoutAFreshSecondFactorTheFormSendsToConfirmFirst() {
        HttpResponse<String> answer = therapist(false).visitor().get("/emergency");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/confirm?to=/emergency");
    }

    /// HZ-03.
    @Test
    void aRecordOpensForAnHourToLookAtAndThePatientAndTheAuditorReadIt() {
        Someone therapist = therapist(true);
        Patient patient = patient();
        String page = "/patients/" + patient.id();
        assertThat(therapist.visitor().get(page).statusCode()).isEqualTo(404);

        HttpResponse<String> answer = open(therapist, form(patient, REASON));

        assertThat(answer.statusCode()).isEqualTo(302);
        String seen = therapist.visitor().get(page).body();
        assertThat(seen)
                .contains("Opened in an emergency.")
                .doesNotContain("Enter a questionnaire");
        assertThat(therapist.visitor().get(page + "/questionnaires/phq-9").statusCode())
                .isEqualTo(404);

        assertThat(visitors.as(Role.PATIENT).get("/me").body())
                .contains("Opened in an emergency", "Found unconscious &lt;b&gt;");
        String list = visitors.as(Role.AUDITOR).get("/emergencies").body();
        assertThat(list)
                .contains("Found unconscious &lt;b&gt;", "I looked into it")
                .contains("No mail is set, so nobody is told");
        assertThat(marks(therapist.person(), "break-glass")).isOne();

        database.sql("update access.break_glass set at = at - interval '2 hours',"
                        + " until_at = until_at - interval '2 hours' where person_id = :person")
                .param("person", therapist.person().id())
                .update();
        assertThat(therapist.visitor().get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyOfAnotherClinicSeesThatOneRecordAndNoOther() {
        OtherClinic.Someone other = new OtherClinic(visitors, people, links, courses).prescriber();
        fresh(other.person());
        Patient patient = patient();
        UUID another = visitors.courses(visitors.person(Role.NURSE))
                .getLast()
                .patient()
                .id();

        open(new Someone(other.person(), other.visitor()), form(patient, REASON));

        HttpResponse<String> seen = other.visitor().get("/patients/" + patient.id());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains(patient.name().full());
        assertThat(other.visitor().get("/patients/" + another).statusCode()).isEqualTo(404);
        assertThat(other.visitor().get("/worklist").body())
                .doesNotContain(patient.name().full());
        assertThat(database.sql("""
                                select count(*) from audit.event
                                where actor_id = :actor and action = 'patient-view'
                                  and clinic_id = :clinic and outcome = 'done'
                                """)
                        .param("actor", other.person().id())
                        .param("clinic", patient.clinicId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theSameFormTwiceOpensOnceAndOneWithoutItsKeyOpensNothing() throws Exception {
        Someone therapist = therapist(true);
        Map<String, String> form = filled(therapist, form(patient(), REASON));

        AtOnce.both(() -> send(therapist, form), () -> send(therapist, form))
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(302));
        assertThat(send(therapist, form).statusCode()).isEqualTo(302);

        assertThat(marks(therapist.person(), "break-glass")).isOne();
        assertThat(marks(therapist.person(), "emergency-open")).isOne();
        form.remove("key");
        assertThat(send(therapist, form).statusCode()).isEqualTo(422);
        assertThat(database.sql("select count(*) from access.break_glass where person_id = :id")
                        .param("id", therapist.person().id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aWrongNameOrNoReasonOpensNothing() {
        Someone therapist = therapist(true);
        Map<String, String> wrong = form(patient(), REASON);
        wrong.put("given", "Nobody");
        HttpResponse<String> unknown = open(therapist, wrong);
        HttpResponse<String> silent = open(therapist, form(patient(), "because"));

        assertThat(unknown.body()).contains("Nobody here has exactly this name and date of birth");
        assertThat(silent.body()).contains("Say in 10 to 1000 characters why; it has 7.");
        assertThat(marks(therapist.person(), "break-glass")).isZero();
        assertThat(database.sql("""
                                select count(*) from audit.event
                                where actor_id = :actor and outcome = 'refused'
                                  and action = 'emergency-open'
                                """)
                        .param("actor", therapist.person().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    record Someone(Person person, Visitor visitor) {}

    private Someone therapist(boolean fresh) {
        Person person = new Person(
                UUID.randomUUID(),
                "Tam Test",
                Role.THERAPIST,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(person);
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(person.id()));
        if (fresh) {
            fresh(person);
        }
        return new Someone(person, visitor);
    }

    /// As if they had given a code just now.
    private void fresh(Person person) {
        database.sql("update identity.session set factor_at = :now where person_id = :person")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.id())
                .update();
    }

    private Patient patient() {
        Person own = visitors.person(Role.PATIENT);
        return visitors.courses(own, own.patientId().orElseThrow())
                .orElseThrow()
                .patient();
    }

    private static Map<String, String> form(Patient patient, String reason) {
        Map<String, String> form = new HashMap<>();
        form.put("given", patient.name().given().toUpperCase(Locale.ROOT));
        form.put("family", patient.name().family());
        form.put("born", patient.birthDate().orElseThrow().toString());
        form.put("reason", reason);
        return form;
    }

    private static HttpResponse<String> open(Someone someone, Map<String, String> form) {
        return send(someone, filled(someone, form));
    }

    private static Map<String, String> filled(Someone someone, Map<String, String> form) {
        Map<String, String> all = Visitor.hidden(someone.visitor().get("/emergency"), "/emergency");
        all.putAll(form);
        return all;
    }

    private static HttpResponse<String> send(Someone someone, Map<String, String> all) {
        return someone.visitor().post("/emergency", all);
    }

    private int marks(Person person, String action) {
        return database.sql("""
                        select count(*) from audit.event where actor_id = :actor and action = :a
                        """)
                .param("actor", person.id())
                .param("a", action)
                .query(Integer.class)
                .single();
    }
}
