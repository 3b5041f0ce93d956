package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A dose verified by a second person: what is signed, by whom, and what is refused.
@ClinicTest
class SignatureTest {
    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Treatments treatments;

    @Autowired
    Signatures signatures;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient application;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private Someone recorder;
    private Someone witness;
    private UUID patient;
    private String path;

    record Someone(Person person, Visitor visitor) {}

    @BeforeEach
    void aDoseIsRecorded() {
        recorder = nurse("Rea Recorder");
        witness = nurse("Wim Witness");
        patient = visitors.courses(recorder.person()).get(20).patient().id();
        path = "/patients/" + patient + "/doses";
        LocalDate today = recorder.person().today(clock);
        Acting.inClinic(recorder.person().clinicId())
                .run(() -> treatments.append(
                        recorder.person().actor(),
                        List.of(new TreatmentGiven(
                                patient,
                                today,
                                new Administration(
                                        (int) today.toEpochDay(),
                                        Drug.KETAMINE,
                                        Route.IV,
                                        Optional.of(new Mg(new BigDecimal("40.5"))),
                                        Optional.of(new Kg(new BigDecimal("81"))),
                                        Optional.empty()),
                                Optional.of(40)))));
    }

    @Test
    void aSecondPersonSignsAndThePageShowsNameTimesMeaningAndHash() {
        HttpResponse<String> answer = sign(witness, dose());

        assertThat(answer.statusCode()).isEqualTo(302);
        String hash =
                database.sql("""
                        select encode(sha256(content), 'hex') from signature.signature
                        where object_id = :dose
                        """).param("dose", dose()).query(String.class).single();
        assertThat(witness.visitor().get(path).body())
                .contains("Wim Witness, nurse", "I compared the dose given", " UTC", hash)
                .contains(recorder.person().clinic().zone().getId());
        assertThat(content())
                .contains("\"dose-mg\":\"40.5\"", "\"name\":\"Wim Witness\"")
                .contains("\"factors\":\"code link\"");
        // Canonical: the names of the fields are in order.
        assertThat(content()).startsWith("{\"clinic\":").containsSubsequence("\"id\"", "\"zone\"");
        assertThat(marks("sign-dose-verified", "done")).isOne();
    }

    @Test
    void aSignatureDoesNotCountForTheDoseThatStandsInItsPlace() {
        UUID wrong = dose();
        sign(witness, wrong);
        String form = "/patients/" + patient + "/treatments";
        Map<String, String> correction =
                Visitor.hidden(recorder.visitor().get(form + "/new?correct=" + wrong), form);
        correction.putAll(Map.of("drug", "KETAMINE", "route", "IV", "dose", "40", "weight", "81"));
        correction.putAll(Map.of("reason", "40.5 typed for 40", "minutes", "40"));
        correction.put("day", recorder.person().today(clock).toString());
        assertThat(recorder.visitor().post(form, correction).statusCode()).isEqualTo(302);

        UUID right = database.sql("select id from treatment.administration where replaces = :id")
                .param("id", wrong)
                .query(UUID.class)
                .single();
        assertThat(witness.visitor().get(path).body())
                .contains("value=\"" + right + "\"")
                .doesNotContain(wrong.toString(), "SHA-256");
        assertThat(sign(witness, wrong).statusCode()).isEqualTo(422);
        assertThat(sign(witness, right).statusCode()).isEqualTo(302);
    }

    /// HZ-16.
    @Test
    void whoRecordedItCannotBeTheirOwnWitness() {
        HttpResponse<String> answer = sign(recorder, dose());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("You recorded this dose");
        assertThat(signatures()).isZero();
        assertThat(marks("sign-dose-verified", "refused")).isOne();
    }

    @Test
    void theSameSignatureSentAgainAddsNothing() {
        sign(witness, dose());
        sign(witness, dose());

        assertThat(signatures()).isOne();
    }

    @Test
    void anOldSecondFactorSendsToConfirmAndSignsNothing() {
        Map<String, String> form = form(witness, dose());
        factor(witness.person(), Duration.ofMinutes(6));

        HttpResponse<String> answer = witness.visitor().post(path, form);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/confirm?to=" + path);
        assertThat(signatures()).isZero();
    }

    /// HZ-15.
    @Test
    void aSignatureStaysAsItWas() {
        sign(witness, dose());

        assertThatThrownBy(() -> application
                        .sql("update signature.signature set name = 'Somebody Else'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("""
                                update signature.signature set content = content || '.'::bytea
                                where object_id = :dose
                                """).param("dose", dose()).update())
                .as("not even the owner can part bytes and hash")
                .isInstanceOf(DataAccessException.class);
    }

    /// HZ-15.
    @Test
    void aSignatureWhoseNameWasChangedBesideItsBytesSaysSo() {
        sign(witness, dose());
        assertThat(witness.visitor().get(path).body()).contains("Wim Witness");
        Map<String, String> changesAndBack = Map.of(
                "name = 'Somebody Else'", "name = 'Wim Witness'",
                "role = 'prescriber'", "role = 'nurse'",
                "at = at + interval '1 second'", "at = at - interval '1 second'",
                "meaning = 'plan-prescribed'", "meaning = 'dose-verified'",
                "factors = 'passkey'", "factors = 'code link'");
        assertThat(isIntact()).isTrue();
        changesAndBack.forEach((change, back) -> {
            setBeside(change);
            assertThat(isIntact()).as(change).isFalse();
            setBeside(back);
        });
        assertThat(isIntact()).isTrue();
    }

    private void setBeside(String change) {
        database.sql("update signature.signature set " + change + " where object_id = :dose")
                .param("dose", dose())
                .update();
    }

    private boolean isIntact() {
        UUID clinic = witness.person().clinicId();
        return Visitors.inClinic(clinic, () -> signatures.of(clinic, patient)).stream()
                .filter(each -> each.statement().objectId().equals(dose()))
                .findFirst()
                .orElseThrow()
                .intact();
    }

    private UUID dose() {
        return database.sql("""
                        select id from treatment.administration
                        where recorded_by = :by order by recorded_at desc limit 1
                        """)
                .param("by", recorder.person().id())
                .query(UUID.class)
                .single();
    }

    private String content() {
        return new String(
                database.sql("select content from signature.signature where object_id = :dose")
                        .param("dose", dose())
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private int signatures() {
        return database.sql("select count(*) from signature.signature where object_id = :dose")
                .param("dose", dose())
                .query(Integer.class)
                .single();
    }

    private int marks(String action, String outcome) {
        return database.sql("""
                        select count(*) from audit.event
                        where action = :action and outcome = :outcome and actor_id in (:both)
                        """)
                .param("action", action)
                .param("outcome", outcome)
                .param("both", List.of(recorder.person().id(), witness.person().id()))
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> sign(Someone someone, UUID dose) {
        return someone.visitor().post(path, form(someone, dose));
    }

    private Map<String, String> form(Someone someone, UUID dose) {
        Map<String, String> form = Visitor.hidden(someone.visitor().get("/nothing-here"), "/leave");
        form.put("dose", dose.toString());
        return form;
    }

    private Someone nurse(String name) {
        Person person = new Person(
                UUID.randomUUID(),
                name,
                Role.NURSE,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(person);
        Visitor visitor = visitors.stranger();
        visitor.get("/enter/" + links.issue(person.id()));
        factor(person, Duration.ZERO);
        return new Someone(person, visitor);
    }

    /// As if they had given a code some time ago.
    private void factor(Person person, Duration ago) {
        database.sql("""
                        update identity.session set factor_at = :at, factors = 'code link'
                        where person_id = :person
                        """)
                .param("at", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .param("person", person.id())
                .update();
    }
}
