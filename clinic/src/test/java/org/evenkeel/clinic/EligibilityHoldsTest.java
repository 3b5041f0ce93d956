package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.clinic.EligibilityScene.answer;
import static org.evenkeel.clinic.EligibilityScene.require;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Holds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What eligibility holds back after a decision, before a treatment and in lists.
@ClinicTest
class EligibilityHoldsTest {
    private static final String PROTOCOL = "ketamine-iv.adaptive";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

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
    Holds holds;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private EligibilityScene scene;

    @BeforeEach
    void aPatientOfWhomNothingIsKnown() {
        scene = new EligibilityScene(
                new OtherClinic(visitors, people, links, courses).prescriber(), content, database);
    }

    /// HZ-25.
    @Test
    void whatWasToldAgainstTreatingWithholdsUntilItIsAskedAgain() {
        scene.tellAll();
        require(scene.decide(Map.of("verdict", "TREAT")));
        assertThat(held(TODAY)).doesNotContain("eligibility-delirium");

        require(scene.note(answer("delirium", "yes")));

        for (LocalDate day :
                List.of(TODAY, TODAY.plusDays(30), TODAY.plusDays(31), TODAY.plusDays(300))) {
            assertThat(held(day)).as("on " + day).contains("eligibility-delirium");
            assertThat(listed(day)).as("in lists on " + day).contains("eligibility-delirium");
        }
        require(scene.note(answer("delirium", "no")));
        assertThat(held(TODAY.plusDays(31))).doesNotContain("eligibility-delirium");
        assertThat(listed(TODAY.plusDays(31))).doesNotContain("eligibility-delirium");
    }

    @Test
    void whatIsTooOldAndSpokeAgainstIsDecidedAgainstAsSomethingKnown() {
        scene.tellAll();
        database.sql("delete from history.fact where patient_id = :id and name = 'delirium'")
                .param("id", scene.patient)
                .update();
        Map<String, String> old = new HashMap<>(answer("delirium", "yes"));
        old.put("answers-day", "2026-10-01");
        require(scene.note(old));
        assertThat(scene.prescriber
                        .visitor()
                        .get(scene.page + "/eligibility/decision")
                        .body())
                .contains("It was so when it was last told.");

        require(scene.decide(
                Map.of("verdict", "TREAT", "against-contraindications/delirium", "over")));

        assertThat(held(TODAY)).doesNotContain("eligibility-delirium");
        assertThat(held(TODAY.plusDays(90))).doesNotContain("eligibility-delirium");

        require(scene.note(answer("delirium", "yes")));
        assertThat(held(TODAY)).contains("eligibility-delirium");
    }

    @Test
    void whatKeepsAPositiveTestFromBeingContradictedIsNotTakenBack() {
        Map<String, String> before = new HashMap<>(answer("pregnancy-possible", "no"));
        before.put("answers-day", "2026-11-01");
        require(scene.note(before));
        Map<String, String> both = new HashMap<>(answer("pregnancy-test-positive", "yes"));
        both.put("answer-pregnancy-possible", "yes");
        require(scene.note(both));
        UUID possible =
                database.sql("""
                        select id from history.fact
                        where patient_id = :id and name = 'pregnancy-possible'
                        order by number desc limit 1
                        """).param("id", scene.patient).query(UUID.class).single();

        HttpResponse<String> refused = scene.note(Map.of(
                "kind", "answers", "corrects", "" + possible, "take-back", "on", "reason", "slip"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Without this a positive test would stand");
        Map<String, String> corrected = new HashMap<>(answer("pregnancy-possible", "no"));
        corrected.putAll(
                Map.of("corrects", "" + possible, "reason", "slip", "answers-day", "2026-11-02"));
        assertThat(scene.note(corrected).statusCode()).isEqualTo(422);
        assertThat(held(TODAY)).contains("eligibility-pregnancy");
    }

    @Test
    void aPositiveTestAndThatNobodyCanBecomePregnantAreNotBothNoted() {
        require(scene.note(answer("pregnancy-possible", "no")));
        int before = scene.count("history.fact");

        HttpResponse<String> refused = scene.note(answer("pregnancy-test-positive", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A positive test says that pregnancy is possible");
        assertThat(scene.count("history.fact")).isEqualTo(before);

        Map<String, String> both = new HashMap<>(answer("pregnancy-test-positive", "yes"));
        both.put("answer-pregnancy-possible", "yes");
        require(scene.note(both));
        assertThat(held(TODAY.plusDays(20))).contains("eligibility-pregnancy");
        assertThat(scene.note(answer("pregnancy-possible", "no")).body())
                .contains("The last pregnancy test was positive");
        require(scene.note(answer("pregnancy-test-positive", "no")));
        require(scene.note(answer("pregnancy-possible", "no")));
        assertThat(held(TODAY.plusDays(20))).doesNotContain("eligibility-pregnancy");
    }

    /// HZ-25.
    @Test
    void thatNobodyCanBecomePregnantIsAskedAgain() {
        scene.tellAll();
        require(scene.decide(Map.of("verdict", "TREAT")));

        assertThat(held(TODAY.plusDays(182))).doesNotContain("due-pregnancy-test");
        assertThat(held(TODAY.plusDays(183))).contains("due-pregnancy-test");
        assertThat(listed(TODAY.plusDays(183))).contains("due-pregnancy-test");
    }

    @Test
    void aReasonForWhatWasNotKnownSaysNothingAboutWhatIsKnownSince() {
        scene.tellAll();
        database.sql("delete from history.fact where patient_id = :id and name = 'unstable-heart'")
                .param("id", scene.patient)
                .update();
        require(scene.decide(Map.of(
                "verdict", "TREAT", "against-contraindications/unstable-heart", "trace pending")));
        assertThat(held(TODAY)).doesNotContain("eligibility-unstable-heart");

        require(scene.note(answer("unstable-heart", "yes")));

        assertThat(held(TODAY)).contains("eligibility-unstable-heart");
        assertThat(listed(TODAY)).contains("eligibility-unstable-heart");
    }

    @Test
    void aRuleThatWasChangedSinceWasNotDecidedAgainst() {
        scene.tellAll();
        require(scene.note(answer("psychosis", "yes")));
        require(scene.note(answer("porphyria", "yes")));
        require(scene.decide(Map.of(
                "verdict",
                "TREAT",
                "against-contraindications/psychosis",
                "years ago",
                "against-contraindications/porphyria",
                "excluded by a second test")));
        assertThat(held(TODAY)).doesNotContain("eligibility-psychosis", "eligibility-porphyria");

        LocalDate changed = LocalDate.of(2026, 12, 15);

        assertThat(held(changed))
                .contains("eligibility-psychosis")
                .doesNotContain("eligibility-porphyria");
        assertThat(listed(changed)).contains("eligibility-psychosis");
    }

    @Test
    void aMoveToAnotherProtocolDoesNotLiftThatAPatientIsNotToBeTreated() {
        require(scene.decide(Map.of("verdict", "NOT_TREAT", "reason", "no wish")));

        putOn("ketamine-iv.murrough2013");

        assertThat(held(TODAY)).contains("eligibility-refused");
        assertThat(listed(TODAY)).contains("eligibility-refused");
        HttpResponse<String> given = scene.treat(Map.of("hold-reason", "all the same"));
        assertThat(given.statusCode()).isEqualTo(422);
        assertThat(given.body()).contains("is not to be treated");
    }

    @Test
    void listsGoByTheDecisionOnTheProtocolThePatientIsOn() {
        scene.tellAll();
        require(scene.decide(Map.of("verdict", "TREAT")));
        String other = scene.page + "/eligibility/decision?protocol=ketamine-iv.murrough2013";
        Map<String, String> form = scene.filled(
                other,
                scene.page + "/eligibility/decision",
                Map.of("verdict", "NOT_TREAT", "reason", "no wish"));
        require(scene.prescriber.visitor().post(scene.page + "/eligibility/decision", form));

        putOn(PROTOCOL);
        assertThat(held(TODAY)).doesNotContain("eligibility-refused");
        assertThat(listed(TODAY)).doesNotContain("eligibility-refused");

        putOn("ketamine-iv.murrough2013");
        assertThat(held(TODAY)).contains("eligibility-refused");
        assertThat(listed(TODAY)).contains("eligibility-refused");
    }

    @Test
    void whoMayBeginIsNoReasonToStopOnceTheyHaveBegun() {
        scene.tellAll();
        require(scene.decide(Map.of("verdict", "TREAT")));
        database.sql("delete from history.fact where patient_id = :id and kind = 'diagnosis'")
                .param("id", scene.patient)
                .update();
        assertThat(held(TODAY)).contains("eligibility-depression");

        database.sql("""
                        insert into treatment.administration
                            (id, clinic_id, patient_id, given_on, drug, route, dose_mg, recorded_at,
                             recorded_by)
                        values (gen_random_uuid(), :clinic, :patient, :day, 'ketamine', 'IV', 35,
                                now(), :person)
                        """)
                .param("clinic", scene.clinic)
                .param("patient", scene.patient)
                .param("day", TODAY)
                .param("person", scene.prescriber.person().id())
                .update();

        assertThat(held(TODAY)).doesNotContain("eligibility-depression");
    }

    private void putOn(String protocol) {
        database.sql("""
                        insert into treatment.enrolment (id, clinic_id, patient_id, protocol,
                                                         version, from_day, at, actor_id, reason)
                        values (gen_random_uuid(), :clinic, :patient, :protocol, '1', :day, now(),
                                :person, 'moved')
                        """)
                .param("clinic", scene.clinic)
                .param("patient", scene.patient)
                .param("protocol", protocol)
                .param("day", TODAY)
                .param("person", scene.prescriber.person().id())
                .update();
    }

    private List<String> held(LocalDate day) {
        return Visitors.inClinic(scene.clinic, () -> holds.of(scene.clinic, scene.patient, day))
                .stream()
                .map(Hold::code)
                .toList();
    }

    private List<String> listed(LocalDate day) {
        return Visitors.inClinic(scene.clinic, () -> holds.of(scene.clinic, day))
                .getOrDefault(scene.patient, List.of())
                .stream()
                .map(Hold::code)
                .toList();
    }
}
