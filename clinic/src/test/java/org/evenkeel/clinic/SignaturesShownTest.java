package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.signature.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// Whatever people sign is shown in the same way: who, what it says, local time, UTC and hash.
@ClinicTest
class SignaturesShownTest {
    private static final String TODAY = "2026-11-21";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    EligibilityContent content;

    @Autowired
    Signatures signatures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private EligibilityScene scene;
    private Person person;

    /// What was signed and the page that shows it.
    private record Shown(UUID id, String path) {}

    @BeforeEach
    void aPrescriberHasAPatientWhoAgreed() {
        scene = new EligibilityScene(
                new OtherClinic(visitors, people, links, courses).prescriber(), content, database);
        person = scene.prescriber.person();
    }

    @Test
    void everyMeaningIsShownWithNameMeaningBothTimesAndHashOrWithAWarning() {
        Map<Meaning, Shown> all = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            all.put(meaning, signed(meaning));
        }

        all.forEach((meaning, shown) -> {
            String block = block(meaning, shown);
            String hash = hash(meaning, shown.id());
            assertThat(block)
                    .as(meaning.code())
                    .contains("Ola Other, prescriber", "Europe/Berlin", " UTC")
                    .containsSubsequence("<summary>", hash.substring(0, 12) + "…", hash, hash)
                    .doesNotContain("does not match");
        });

        Owner.update(
                "update signature.signature set role = 'nurse' where clinic_id = ?::uuid",
                scene.clinic.toString());
        all.forEach((meaning, shown) -> assertThat(block(meaning, shown))
                .as(meaning.code())
                .contains("does not match what was signed"));
    }

    /// One signature of its page, up to where the next one begins.
    private String block(Meaning meaning, Shown shown) {
        String page = scene.prescriber.visitor().get(shown.path()).body();
        return Arrays.stream(page.split("<div class=\"signature\">"))
                .skip(1)
                .filter(each -> each.contains(meaning.sentence()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(meaning + " is not on " + shown.path()))
                .replaceFirst("(?s)</div>.*", "");
    }

    private String hash(Meaning meaning, UUID id) {
        return database.sql("""
                        select encode(sha256(content), 'hex') from signature.signature
                        where object_id = :id and meaning = :meaning
                        """)
                .param("id", id)
                .param("meaning", meaning.code())
                .query(String.class)
                .single();
    }

    /// Signs a thing of each kind; limits and a consent before a witness the scene has signed.
    private Shown signed(Meaning meaning) {
        return switch (meaning) {
            case LIMITS_CONFIRMED -> new Shown(of("treatment.limits_confirmation"), "/limits");
            case CONSENT_WITNESSED -> consent();
            case CONSENT_GIVEN -> signed(meaning, "consent", consent());
            case DOSE_VERIFIED -> signed(meaning, "administration", dose());
            case PLAN_PRESCRIBED -> signed(meaning, "plan", plan());
            case PROTOCOL_MOVED -> signed(meaning, "enrolment", move());
            case ELIGIBILITY_DECIDED -> signed(meaning, "eligibility-decision", decision());
            case PROTOCOL_SIGNED -> signed(meaning, "protocol", protocol());
        };
    }

    private Shown signed(Meaning meaning, String kind, Shown shown) {
        Subject subject = meaning == Meaning.PROTOCOL_SIGNED
                ? new Subject.OfClinic()
                : new Subject.OfPatient(scene.patient);
        Visitors.inClinic(
                scene.clinic,
                () -> transactions.execute(_ -> {
                    signatures.sign(
                            person,
                            Proof.of("code", Factor.CODE),
                            new Statement(subject, kind, shown.id(), meaning, Map.of("a", "b")));
                    return shown;
                }));
        return shown;
    }

    private Shown consent() {
        UUID id = of("consent.consent");
        return new Shown(id, scene.page + "/consents/paper?consent=" + id);
    }

    private UUID of(String table) {
        return database.sql("select id from " + table + " where clinic_id = :clinic")
                .param("clinic", scene.clinic)
                .query(UUID.class)
                .single();
    }

    private Shown dose() {
        return inserted("/doses", """
                insert into treatment.administration (id, clinic_id, patient_id, given_on, drug,
                    route, dose_mg, recorded_at, recorded_by)
                values (:id, :clinic, :patient, :day::date, 'KETAMINE', 'IV', 35, now(), :other)
                """);
    }

    private Shown move() {
        return inserted("/protocol", """
                insert into treatment.enrolment (id, clinic_id, patient_id, protocol, version,
                    from_day, at, actor_id, reason)
                values (:id, :clinic, :patient, 'ketamine-iv.adaptive', '1', :day::date, now(),
                    :person, 'it suits better')
                """);
    }

    private Shown decision() {
        return inserted("/eligibility", """
                insert into eligibility.decision (clinic_id, id, patient_id, protocol, version,
                    verdict, conclusion, day, valid_until, jurisdiction, packs, chart, reason, at,
                    person_id, name)
                values (:clinic, :id, :patient, 'ketamine-iv.adaptive', '1', 'treat', 'eligible',
                    :day::date, :day::date + 90, 'US', 'a 1', repeat('0', 64), '', now(), :person,
                    'Ola Other')
                """);
    }

    private Shown plan() {
        return inserted("/plan", """
                with draft as (
                    insert into prescribing.draft (id, clinic_id, patient_id, protocol, first_day,
                        weight_kg, weighed_on, reason, at, by_person)
                    values (:id, :clinic, :patient, 'ketamine-iv.adaptive', :day::date, 70,
                        :day::date, '', now(), :person) returning id)
                insert into prescribing.plan (id, clinic_id, patient_id, version, digest,
                    first_dose, visits, name, at, by_person)
                select id, :clinic, :patient, '1', '', '35 mg', 'a visit', 'Ola Other', now(),
                    :person from draft
                """);
    }

    private Shown inserted(String page, String sql) {
        UUID id = UUID.randomUUID();
        Map<String, Object> values = Map.of(
                "id",
                id,
                "clinic",
                scene.clinic,
                "patient",
                scene.patient,
                "day",
                TODAY,
                "person",
                person.id(),
                "other",
                UUID.randomUUID());
        database.sql(sql).params(values).update();
        return new Shown(id, scene.page + page);
    }

    /// A protocol of the clinic's own, copied from one that ships.
    private Shown protocol() {
        String shipped = "/protocols/" + database.sql("""
                        select id from protocols.shipped
                        where protocol = 'ketamine-iv.murrough2013' limit 1
                        """).query(String.class).single();
        HttpResponse<String> copied = scene.form(shipped, shipped + "/copy", Map.of());
        String id = copied.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/protocols/([^/]+).*", "$1");
        return new Shown(UUID.fromString(id), "/protocols/" + id);
    }
}
