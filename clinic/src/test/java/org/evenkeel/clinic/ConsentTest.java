package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Answer;
import org.evenkeel.core.consent.Label;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A patient agrees, in the clinic before a witness or signed in as themselves, and takes it back.
@ClinicTest
class ConsentTest {
    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    ConsentStandings standings;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient application;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private Person nurse;
    private UUID patient;
    private ConsentFlow staff;
    private ConsentFlow own;

    @BeforeEach
    void somebody() {
        nurse = person(Role.NURSE, Optional.empty());
        patient = visitors.courses(nurse).get(60).patient().id();
        staff = new ConsentFlow(visitor(nurse), "/patients/" + patient);
        Person self = person(Role.PATIENT, Optional.of(patient));
        own = new ConsentFlow(visitor(self), "/me");
    }

    private Person person(Role role, Optional<UUID> record) {
        Person person = new Person(
                UUID.randomUUID(),
                "Wanda Witness",
                role,
                visitors.person(Role.NURSE).clinic(),
                record);
        people.add(person);
        return person;
    }

    private Visitor visitor(Person person) {
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(person.id()));
        return visitor;
    }

    private void fresh() {
        database.sql("""
                        update identity.session set factor_at = :now, factors = 'code link'
                        where person_id = :person
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", nurse.id())
                .update();
    }

    @Test
    void inTheClinicAPatientReadsAnswersChoosesAndAWitnessSigns() {
        assertThat(staff.start(ConsentFlow.IV).statusCode()).isEqualTo(302);
        assertThat(staff.visitor().get(staff.base() + "/consent").body())
                .contains("off-label", "no drug agency has approved", "needs local legal review")
                .contains("Read aloud", "/assets/consent.js")
                // what the patient holds leads nowhere into the clinic
                .doesNotContain("/worklist");

        HttpResponse<String> wrong = staff.answer(ConsentFlow.IV, false);
        assertThat(wrong.statusCode()).isEqualTo(422);
        ConsentText text = ConsentFlow.text(ConsentFlow.IV);
        Answer first = text.questions().getFirst().answers().stream()
                .filter(answer -> !answer.right())
                .findFirst()
                .orElseThrow();
        assertThat(wrong.body()).contains(first.why());
        assertThat(location(staff.visitor().get(staff.base() + "/consent/choices")))
                .endsWith("/consent");

        assertThat(location(staff.answer(ConsentFlow.IV, true))).endsWith("/consent/choices");
        assertThat(location(staff.choose(ConsentFlow.choices("yes")))).endsWith("/consent/sign");
        assertThat(location(staff.visitor().get(staff.base() + "/consent/sign")))
                .as("a witness confirms first")
                .contains("/confirm?to=");
        fresh();
        assertThat(location(staff.sign())).endsWith("/consents");

        assertThat(tries()).isEqualTo(2);
        assertThat(staff.visitor().get(staff.base() + "/consents").body())
                .contains("Treatment may go on", "before a witness");
        assertThat(staff.visitor().get(staff.base() + "/consents/paper").body())
                .contains(
                        "<strong>Wanda Witness, nurse</strong>: I was there when the patient",
                        "Pat Example")
                .contains("answered rightly at try 2", "When may you drive after a session?");
        assertThat(signedBytes())
                .contains("\"agreed\":\"care research\"", "\"manner\":\"ketamine-iv.off-label\"")
                .contains("\"typed-name\":\"Pat Example\"");
        assertThat(marks("sign-consent-witnessed")).isPositive();
        assertThat(marks("consent-sign")).isPositive();
    }

    @Test
    void aPatientSignsForThemselvesWithTheirOwnWayOfSigningIn() {
        staff.start(ConsentFlow.IV);

        assertThat(own.visitor().get("/me/consents").body()).contains("Read and answer");
        own.answer(ConsentFlow.IV, true);
        own.choose(ConsentFlow.choices("no"));
        assertThat(location(own.sign())).endsWith("/me/consents");

        assertThat(own.visitor().get("/me/consents").body())
                .contains("signed in as themselves", "<strong>No</strong> · Research");
        assertThat(own.visitor().get("/me/consents/paper").body())
                .contains("I have read this, I could ask");
        assertThat(research()).doesNotContain(patient);
    }

    @Test
    void withoutCareThereIsNothingToSign() {
        staff.start(ConsentFlow.IV);
        staff.answer(ConsentFlow.IV, true);
        Map<String, String> choices = new HashMap<>(ConsentFlow.choices("yes"));
        choices.put("care", "no");
        choices.remove("contact");
        choices.put("typed-name", "");

        HttpResponse<String> refused = staff.choose(choices);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("there is nothing to sign", "Contact: choose yes or no.")
                .contains("Write your name here");
    }

    /// HZ-27.
    @Test
    void whatIsTakenBackCountsAtOnce() {
        staff.start(ConsentFlow.IV);
        staff.answer(ConsentFlow.IV, true);
        staff.choose(ConsentFlow.choices("yes"));
        fresh();
        staff.sign();
        assertThat(research()).contains(patient);
        assertThat(treatmentForm()).doesNotContain("Ask for consent before treating");

        assertThat(own.withdraw("research").statusCode()).isEqualTo(302);
        assertThat(research()).doesNotContain(patient);
        assertThat(treatmentForm()).doesNotContain("Ask for consent before treating");

        assertThat(own.withdraw("nothing").statusCode()).isEqualTo(422);
        assertThat(own.withdraw("care").statusCode()).isEqualTo(302);
        assertThat(treatmentForm()).contains("took their agreement back");
        assertThat(recordTreatment().statusCode()).isEqualTo(422);
        assertThat(marks("consent-withdraw")).isPositive();

        staff.start(ConsentFlow.IV);
        staff.answer(ConsentFlow.IV, true);
        staff.choose(ConsentFlow.choices("yes"));
        fresh();
        staff.sign();
        assertThat(treatmentForm()).doesNotContain("Ask for consent before treating");
    }

    /// HZ-28.
    @Test
    void anotherRouteIsAskedAgain() {
        staff.start("ketamine-im.off-label");
        staff.answer("ketamine-im.off-label", true);
        staff.choose(ConsentFlow.choices("yes"));
        fresh();
        staff.sign();
        own.withdraw("care");
        staff.start("ketamine-im.off-label");
        staff.answer("ketamine-im.off-label", true);
        staff.choose(ConsentFlow.choices("yes"));
        fresh();
        staff.sign();

        assertThat(treatmentForm()).contains("agreed to another drug or route");

        staff.start(ConsentFlow.IV);
        staff.answer(ConsentFlow.IV, true);
        staff.choose(ConsentFlow.choices("yes"));
        fresh();
        staff.sign();
        assertThat(treatmentForm()).doesNotContain("Ask for consent before treating");
    }

    @Test
    void aUseWithoutATextWithholdsAndLeavesOthersAsTheyAre() {
        UUID other = visitors.courses(nurse).get(71).patient().id();
        Map<UUID, Validity> found = Visitors.inClinic(
                nurse.clinicId(),
                () -> standings.of(
                        nurse.clinicId(),
                        Map.of(
                                patient,
                                new Manner(Drug.KETAMINE, Route.IN, Label.OFF_LABEL),
                                other,
                                new Manner(Drug.KETAMINE, Route.IV, Label.OFF_LABEL)),
                        nurse.today(clock)));

        assertThat(found.get(patient)).isEqualTo(Validity.withoutText());
        assertThat(found.get(other)).isInstanceOf(Validity.Holds.class);
    }

    @Test
    void whatWasAgreedStaysAsItWas() {
        for (String table :
                new String[] {"conversation", "attempt", "chosen", "consent", "withdrawal"}) {
            assertThatThrownBy(() ->
                            application.sql("delete from consent." + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> database.sql(
                                "update consent.conversation set content = content || '.'::bytea")
                        .update())
                .as("not even the owner can part text and digest")
                .isInstanceOf(DataAccessException.class);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Set<UUID> research() {
        return Visitors.inClinic(nurse.clinicId(), () -> standings.forResearch(nurse.clinicId()));
    }

    private String treatmentForm() {
        return staff.visitor().get(staff.base() + "/treatments/new").body();
    }

    private HttpResponse<String> recordTreatment() {
        Map<String, String> form = Visitor.hidden(
                staff.visitor().get(staff.base() + "/treatments/new"),
                staff.base() + "/treatments");
        form.put("day", nurse.today(clock).toString());
        form.put("drug", "KETAMINE");
        form.put("route", "IV");
        form.put("dose", "35");
        form.put("weight", "70");
        form.put("minutes", "40");
        form.put("hold-reason", "a test");
        return staff.visitor().post(staff.base() + "/treatments", form);
    }

    private int tries() {
        return database.sql("""
                        select count(*) from consent.attempt where conversation_id = (
                            select id from consent.conversation where patient_id = :patient
                            order by number desc limit 1)
                        """).param("patient", patient).query(Integer.class).single();
    }

    private String signedBytes() {
        return database.sql("""
                        select convert_from(s.content, 'UTF8') from signature.signature s
                        join consent.consent c on c.id = s.object_id
                        where s.patient_id = :patient order by c.number desc limit 1
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
