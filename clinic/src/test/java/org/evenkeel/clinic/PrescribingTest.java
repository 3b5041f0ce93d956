package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.treatment.Departures;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.evenkeel.knowledge.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A plan is drawn up, refused where something is missing, signed, and puts the patient on its
/// protocol.
@ClinicTest
class PrescribingTest {
    private static final String PROTOCOL = "ketamine-iv.murrough2013";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Engine engine;

    @Autowired
    Departures departures;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private Person prescriber;
    private Visitor visitor;
    private UUID patient;
    private String path;

    @BeforeEach
    void somebody() {
        prescriber = new Person(
                UUID.randomUUID(),
                "Petra Prescriber",
                Role.PRESCRIBER,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(prescriber);
        visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(prescriber.id()));
        fresh();
        patient = visitors.courses(prescriber).get(70).patient().id();
        path = "/patients/" + patient + "/plan";
        database.sql("delete from eligibility.decision where patient_id = :patient")
                .param("patient", patient)
                .update();
    }

    @Test
    void aPlanWithAllItNeedsIsSignedAndTheCourseStandsOnItsVersion() {
        eligible(PROTOCOL);
        int before = enrolments();

        assertThat(location(draft(PROTOCOL, 0))).endsWith("/plan/sign");
        HttpResponse<String> page = visitor.get(path + "/sign");
        assertThat(page.body())
                .contains("Week 1", "40 mg", "I prescribe this plan", "holds through")
                .contains("80 kg, weighed today");
        assertThat(location(sign(page))).endsWith("/plan");

        assertThat(enrolments()).isEqualTo(before + 1);
        String version = Catalogue.shipped().protocols().stream()
                .filter(each -> each.id().value().equals(PROTOCOL))
                .findFirst()
                .orElseThrow()
                .version();
        assertThat(database.sql("""
                                select protocol || ' ' || version from treatment.enrolment
                                where patient_id = :patient order by number desc limit 1
                                """)
                        .param("patient", patient)
                        .query(String.class)
                        .single())
                .isEqualTo(PROTOCOL + " " + version);
        assertThat(bytes())
                .contains("\"protocol\":\"" + PROTOCOL + "\"", "\"version\":\"" + version + "\"")
                .contains("\"content\":\"", "\"weight-kg\":\"80\"", "\"first-dose\":\"40 mg")
                .contains("\"meaning\":\"I prescribe this plan", "\"eligibility\":\"Signed by");
        assertThat(visitor.get(path).body()).contains("first dose 40 mg", "SHA-256");
        assertThat(marks("plan-sign")).isPositive();
        assertThat(marks("sign-plan-prescribed")).isPositive();

        aNewCourseBegan();

        int after = enrolments();
        visitor.post(path + "/sign", Visitor.hidden(page, path + "/sign"));
        assertThat(enrolments()).as("sent again").isEqualTo(after);
    }

    /// What was given before the plan counts towards the forecast and to nothing of the plan.
    private void aNewCourseBegan() {
        LocalDate today = prescriber.today(clock);
        Snapshot now = visitors.courses(prescriber).get(70);
        assertThat(now.patient().id()).isEqualTo(patient);
        assertThat(now.treatments()).isNotEmpty();
        assertThat(now.courseFrom()).hasValue(today.plusDays(1));
        assertThat(visitors.courses(prescriber, patient).orElseThrow().courseFrom())
                .isEqualTo(now.courseFrom());
        assertThat(engine.answer(now, prescriber.clinic(), today).proposal().reasons())
                .extracting(Reason::code)
                .contains(ReasonCode.NO_TREATMENT_YET);
        assertThat(Visitors.inClinic(
                        prescriber.clinicId(), () -> departures.of(prescriber, patient)))
                .isEmpty();
    }

    /// HZ-22.
    @Test
    void whatIsMissingIsNamedAndNothingStarts() {
        int before = enrolments();
        draft(PROTOCOL, 400);

        HttpResponse<String> page = visitor.get(path + "/sign");
        assertThat(page.body())
                .contains("Nobody has signed that this patient may be treated")
                .contains("The weight is 400 days old")
                .doesNotContain("Sign as");
        Map<String, String> form = Visitor.hidden(page, "/leave");
        form.put("seen", "0");
        assertThat(visitor.post(path + "/sign", form).statusCode()).isEqualTo(422);
        form.put("seen", seen());
        HttpResponse<String> refused = visitor.post(path + "/sign", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(enrolments()).isEqualTo(before);
    }

    /// HZ-22.
    @Test
    void aDecisionOnAnotherProtocolOrAnotherVersionAllowsNothing() {
        eligible("ketamine-iv.elektd2023");
        draft(PROTOCOL, 0);
        assertThat(visitor.get(path + "/sign").body())
                .contains("Nobody has signed that this patient may be treated by this protocol")
                .contains("another protocol, ketamine-iv.elektd2023 version 1")
                .doesNotContain("Sign as");

        String seen = seen();
        eligible(PROTOCOL, "0");
        int before = enrolments();
        HttpResponse<String> page = visitor.get(path + "/sign");
        assertThat(page.body())
                .contains("is for version 0 of this protocol; the plan is by version 1")
                .doesNotContain("Sign as");
        Map<String, String> form = Visitor.hidden(page, "/leave");
        form.put("seen", seen);
        assertThat(visitor.post(path + "/sign", form).statusCode()).isEqualTo(422);
        assertThat(enrolments()).isEqualTo(before);
    }

    /// HZ-28.
    @Test
    void withoutConsentToItsRouteNothingIsSigned() {
        eligible("esketamine-in.us-label");
        draft("esketamine-in.us-label", 0);

        assertThat(visitor.get(path + "/sign").body())
                .contains("agreed to another drug or route", path.replace("/plan", "/consents"))
                .doesNotContain("Sign as");
    }

    @Test
    void aProtocolForReferenceIsNeitherOfferedNorTaken() {
        String page = visitor.get(path).body();
        for (var protocol : Catalogue.shipped().protocols()) {
            assertThat(page.contains("value=\"" + protocol.id() + "\""))
                    .as(protocol.id().value())
                    .isEqualTo(protocol.mayEnrol());
            if (!protocol.mayEnrol()) {
                assertThat(draft(protocol.id().value(), 0).statusCode()).isEqualTo(422);
            }
        }
        HttpResponse<String> unknown = draft("no-such-protocol", 0);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("Choose one of the protocols of the list");
    }

    @Test
    void aCourseThatRunsIsMovedOnlyWithAReason() {
        Map<String, String> form = form(PROTOCOL, 0);
        form.put("reason", "");

        HttpResponse<String> refused = visitor.post(path, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A course runs already");
    }

    @Test
    void aPlanDrawnBeforeAnotherCourseBeganIsLookedAtAgain() {
        eligible(PROTOCOL);
        draft(PROTOCOL, 0);
        HttpResponse<String> page = visitor.get(path + "/sign");
        assertThat(page.body()).contains("It takes the place of the course that runs", "Sign as");
        database.sql("""
                        insert into treatment.enrolment (id, clinic_id, patient_id, protocol,
                                                         version, from_day, at, actor_id)
                        values (:id, :clinic, :patient, 'ketamine-iv.elektd2023', '1', :day, :at,
                                :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", prescriber.clinicId())
                .param("patient", patient)
                .param("day", prescriber.today(clock))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", prescriber.id())
                .update();
        int before = enrolments();

        assertThat(sign(page).statusCode()).isNotEqualTo(302);

        assertThat(enrolments()).isEqualTo(before);
        assertThat(visitor.get(path + "/sign").body()).contains("ketamine-iv.elektd2023");
        change("reason = ''");
        assertThat(visitor.get(path + "/sign").body())
                .contains("A course runs already: draw the plan up again")
                .doesNotContain("Sign as");
    }

    @Test
    void aPlanIsNotSignedAfterItsFirstDayNorByAWeightTooOldOnIt() {
        eligible(PROTOCOL);
        draft(PROTOCOL, 29);
        assertThat(visitor.get(path + "/sign").body())
                .contains("The weight will be 31 days old on the first day")
                .doesNotContain("Sign as");

        draft(PROTOCOL, 0);
        assertThat(visitor.get(path + "/sign").body()).contains("Sign as");
        change("first_day = date '" + prescriber.today(clock).minusDays(1) + "'");
        assertThat(visitor.get(path + "/sign").body())
                .contains("The first day has passed: draw the plan up again")
                .doesNotContain("Sign as");
    }

    /// As if it had been drawn up so, or days ago.
    private void change(String set) {
        database.sql("update prescribing.draft set " + set + " where patient_id = :patient")
                .param("patient", patient)
                .update();
    }

    private Map<String, String> form(String protocol, int weighedDaysAgo) {
        LocalDate today = prescriber.today(clock);
        Map<String, String> form = Visitor.hidden(visitor.get(path), path);
        form.put("protocol", protocol);
        form.put("first", today.plusDays(2).toString());
        form.put("weight", "80");
        form.put("weighed", today.minusDays(weighedDaysAgo).toString());
        form.put("reason", "the interval shrank");
        return form;
    }

    private HttpResponse<String> draft(String protocol, int weighedDaysAgo) {
        return visitor.post(path, form(protocol, weighedDaysAgo));
    }

    private HttpResponse<String> sign(HttpResponse<String> page) {
        return visitor.post(path + "/sign", Visitor.hidden(page, path + "/sign"));
    }

    /// The digest a page with a button would have carried.
    private String seen() {
        eligible(PROTOCOL);
        draft(PROTOCOL, 0);
        String seen = Visitor.hidden(visitor.get(path + "/sign"), path + "/sign")
                .getOrDefault("seen", "");
        database.sql("delete from eligibility.decision where patient_id = :patient")
                .param("patient", patient)
                .update();
        return seen;
    }

    private void fresh() {
        database.sql("""
                        update identity.session set factor_at = :now, factors = 'code link'
                        where person_id = :person
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", prescriber.id())
                .update();
    }

    /// As if a prescriber had decided so.
    private void eligible(String protocol) {
        eligible(protocol, "1");
    }

    private void eligible(String protocol, String version) {
        LocalDate today = prescriber.today(clock);
        database.sql("""
                        insert into eligibility.decision (clinic_id, id, patient_id, protocol,
                            version, verdict, conclusion, day, valid_until, jurisdiction, packs,
                            chart, reason, at, person_id, name)
                        values (:clinic, :id, :patient, :protocol, :version, 'treat', 'eligible',
                            :day, :until, 'US', 'a 1', 'none', '', :at, :person, 'Petra Prescriber')
                        """)
                .param("clinic", prescriber.clinicId())
                .param("id", UUID.randomUUID())
                .param("patient", patient)
                .param("protocol", protocol)
                .param("version", version)
                .param("day", today)
                .param("until", today.plusDays(90))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", prescriber.id())
                .update();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private int enrolments() {
        return database.sql("select count(*) from treatment.enrolment where patient_id = :patient")
                .param("patient", patient)
                .query(Integer.class)
                .single();
    }

    private String bytes() {
        return database.sql("""
                        select convert_from(s.content, 'UTF8') from signature.signature s
                        join prescribing.plan p on p.id = s.object_id
                        where s.patient_id = :patient order by p.number desc limit 1
                        """).param("patient", patient).query(String.class).single();
    }

    private int marks(String action) {
        return database.sql("""
                        select count(*) from audit.event
                        where action = :action and object_id = :patient and outcome = 'done'
                        """)
                .param("action", action)
                .param("patient", patient)
                .query(Integer.class)
                .single();
    }
}
