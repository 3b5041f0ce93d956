package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.Eligibility;
import org.evenkeel.clinic.eligibility.Standing;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.history.Entry;
import org.evenkeel.clinic.history.Facts;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.core.protocol.ProtocolId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From a history to a signed decision and to what holds a treatment back.
@ClinicTest
class EligibilityTest {
    private static final ProtocolId PROTOCOL = new ProtocolId("ketamine-iv.adaptive");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Pattern CORRECT = Pattern.compile("correct=([0-9a-f-]{36})");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    Histories histories;

    @Autowired
    Eligibility eligibility;

    @Autowired
    EligibilityContent content;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private EligibilityScene scene;

    @BeforeEach
    void aPatientOfWhomNothingIsKnown() {
        scene = new EligibilityScene(
                new OtherClinic(visitors, people, links, courses).prescriber(), content, database);
    }

    @Test
    void ofSomebodyUnknownThePageAsksAndATreatmentNeedsAReason() {
        assertThat(scene.prescriber.visitor().get(scene.page + "/eligibility").body())
                .contains("Not enough is known yet", "Nobody has decided yet.")
                .contains("Was there ever bleeding into the brain?", "unverified");

        HttpResponse<String> silent = scene.treat(Map.of());
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Nobody has signed that this patient may be treated.");

        assertThat(scene.treat(Map.of("hold-reason", "decided on paper")).statusCode())
                .isEqualTo(302);
        assertThat(scene.prescriber
                        .visitor()
                        .get(scene.page + "/treatments/new")
                        .body())
                .contains("Recorded although something was open", "decided on paper");
        assertThat(scene.count("treatment.hold_answer")).isOne();
    }

    /// HZ-46.
    @Test
    void aReasonAnswersOnlyWhatWasOpenWhenItWasAskedFor() {
        Map<String, String> form = scene.treatment(Map.of("hold-reason", "decided on paper"));
        scene.tellAll();
        assertThat(scene.decide(Map.of("verdict", "TREAT")).statusCode()).isEqualTo(302);
        database.sql("""
                        update eligibility.decision set day = :day - 1, valid_until = :day
                        where patient_id = :id
                        """).param("day", TODAY).param("id", scene.patient).update();
        String to = scene.page + "/treatments";

        HttpResponse<String> asked = scene.prescriber.visitor().post(to, form);

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("Something else is open now: read it above, and say why.")
                .contains("Decide anew whether this patient may be treated.");
        assertThat(scene.count("treatment.administration")).isZero();

        form.putAll(Visitor.hidden(asked, to));
        assertThat(scene.prescriber.visitor().post(to, form).statusCode()).isEqualTo(302);
        assertThat(database.sql("select code from treatment.hold_answer where patient_id = :id")
                        .param("id", scene.patient)
                        .query(String.class)
                        .list())
                .contains("eligibility-lapsed")
                .doesNotContain("eligibility-undecided");
    }

    /// HZ-24.
    @Test
    void whatIsNotKnownCannotBeDecidedAwayWhereNobodyMay() {
        HttpResponse<String> answer = scene.decide(Map.of("verdict", "TREAT", "reason", "because"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("While this stands nobody is treated: Aneurysmal vascular disease");
        assertThat(standing()).isInstanceOf(Standing.None.class);
    }

    @Test
    void aWholeHistoryIsDecidedAndSignedAndNothingHoldsTheTreatment() {
        scene.tellAll();
        assertThat(scene.prescriber.visitor().get(scene.page + "/eligibility").body())
                .contains("Nothing speaks against it", "resistant by this definition");

        assertThat(scene.decide(Map.of("verdict", "TREAT")).statusCode()).isEqualTo(302);

        assertThat(standing()).isInstanceOfSatisfying(Standing.Decided.class, decided -> {
            assertThat(decided.validUntil()).isEqualTo(TODAY.plusDays(365));
            assertThat(decided.decision().basis().packs()).contains("contraindications 1");
            assertThat(decided.decision().basis().chart())
                    .isEqualTo(Facts.hash(Visitors.inClinic(
                            scene.clinic,
                            () -> histories
                                    .chart(scene.clinic, scene.patient, TODAY)
                                    .orElseThrow())));
        });
        assertThat(database.sql("""
                                select convert_from(content, 'UTF8') from signature.signature
                                where patient_id = :id and object_kind = 'eligibility-decision'
                                """)
                        .param("id", scene.patient)
                        .query(String.class)
                        .single())
                .contains("\"verdict\":\"treat\"", "chart-sha256", "interactions 1");
        assertThat(scene.treat(Map.of()).body()).doesNotContain("Nobody has signed");
    }

    /// HZ-26.
    @Test
    void aDecisionRestsOnWhatWasShown() {
        scene.tellAll();
        Map<String, String> form = scene.decisionForm(Map.of("verdict", "TREAT"));
        scene.note(EligibilityScene.answer("family-psychosis", "yes"));

        HttpResponse<String> answer =
                scene.prescriber.visitor().post(scene.page + "/eligibility/decision", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Something has changed since this was shown");
        assertThat(standing()).isInstanceOf(Standing.None.class);
    }

    /// HZ-23.
    @Test
    void aRuleIsDecidedAgainstOnlyWithAReasonAndABlockRaisedLaterWithholds() {
        scene.tellAll();
        scene.note(EligibilityScene.answer("porphyria", "yes"));
        HttpResponse<String> silent = scene.decide(Map.of("verdict", "TREAT"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Say why the patient may be treated all the same");

        assertThat(scene.decide(Map.of(
                                "verdict",
                                "TREAT",
                                "against-contraindications/porphyria",
                                "excluded by a second test"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(scene.treat(Map.of()).body()).doesNotContain("porphyria");

        scene.note(EligibilityScene.answer("intracerebral-haemorrhage", "yes"));
        HttpResponse<String> withheld = scene.treat(Map.of("hold-reason", "all the same"));
        assertThat(withheld.statusCode()).isEqualTo(422);
        assertThat(withheld.body()).contains("Bleeding into the brain in the past");
        assertThat(scene.prescriber.visitor().get(scene.page).body()).contains("Withheld.");
    }

    @Test
    void whatWasDecidedLaterDidNotHoldBefore() {
        scene.decide(Map.of("verdict", "NOT_TREAT", "reason", "no wish"));

        HttpResponse<String> before =
                scene.treat(Map.of("day", "2026-11-20", "hold-reason", "given before"));

        assertThat(before.body()).doesNotContain("is not to be treated");
        assertThat(Visitors.<Standing>inClinic(
                        scene.clinic,
                        () -> eligibility.standing(
                                scene.clinic, scene.patient, PROTOCOL, TODAY.minusDays(1))))
                .isInstanceOf(Standing.None.class);
    }

    /// HZ-23.
    @Test
    void aDecisionAgainstTreatingWithholdsIt() {
        assertThat(scene.decide(Map.of("verdict", "NOT_TREAT", "reason", "no wish"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(standing()).isInstanceOf(Standing.Refused.class);
        assertThat(scene.treat(Map.of("hold-reason", "all the same")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSameFormsSentTwiceCountOnce() {
        scene.tellAll();
        Map<String, String> form = scene.decisionForm(Map.of("verdict", "TREAT"));
        for (int time = 0; time < 2; time++) {
            assertThat(scene.prescriber
                            .visitor()
                            .post(scene.page + "/eligibility/decision", form)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(scene.count("eligibility.decision")).isOne();

        int before = scene.count("history.fact");
        Map<String, String> noted = scene.filled(
                scene.page + "/history",
                scene.page + "/history",
                EligibilityScene.quantity("weight", "70"));
        scene.prescriber.visitor().post(scene.page + "/history", noted);
        scene.prescriber.visitor().post(scene.page + "/history", noted);
        assertThat(scene.count("history.fact")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "weight, 700, outside 30 to 250 kg: a point or a nought too far?",
        "weight, 154, looks like pounds for kilograms",
        "systolic, 20, outside 50 to 300 mmHg",
        "weight, -1, Enter a number above 0",
        "shoe-size, 43, Choose one of the list"
    })
    void whatABodyCannotHaveIsRefusedAndASlipIsAskedAbout(String what, String value, String words) {
        scene.note(EligibilityScene.quantity("weight", "70"));
        int before = scene.count("history.fact");

        HttpResponse<String> answer = scene.note(EligibilityScene.quantity(what, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(scene.count("history.fact")).isEqualTo(before);
    }

    @Test
    void aSlipThatIsNoneIsTakenWhenSomebodySaysSo() {
        scene.note(EligibilityScene.quantity("weight", "70"));
        Map<String, String> sure = new HashMap<>(EligibilityScene.quantity("weight", "154"));
        sure.put("quantity-sure", "on");

        assertThat(scene.note(sure).statusCode()).isEqualTo(302);
    }

    @Test
    void aCorrectionNamesWhatItReplacesAndTakingBackLeavesNothing() {
        scene.note(EligibilityScene.quantity("moca", "24"));
        Map<String, String> corrected = new HashMap<>(EligibilityScene.quantity("moca", "27"));
        corrected.put("corrects", correctable());
        assertThat(scene.note(corrected).statusCode()).as("without a reason").isEqualTo(422);
        corrected.put("reason", "misread");
        assertThat(scene.note(corrected).statusCode()).isEqualTo(302);
        assertThat(scene.prescriber.visitor().get(scene.page + "/history").body())
                .contains("27 points", "misread")
                .doesNotContain("24 points");
        assertThat(scene.note(corrected).body()).contains("corrected this in the meantime");

        Map<String, String> back = Map.of(
                "kind", "quantity",
                "corrects", correctable(),
                "take-back", "on",
                "reason", "another patient");
        assertThat(scene.note(back).statusCode()).isEqualTo(302);
        assertThat(Visitors.<List<Entry>>inClinic(
                        scene.clinic, () -> histories.standing(scene.clinic, scene.patient)))
                .isEmpty();
        assertThat(scene.count("history.fact")).isEqualTo(3);
    }

    @Test
    void aTherapistMayNoteAndNotDecideAndAManagerSeesWhomAChangeTouches() {
        assertThat(visitors.as(Role.THERAPIST).get(scene.page + "/history").statusCode())
                .isEqualTo(404);
        assertThat(visitors.as(Role.MANAGER).get("/rules").body())
                .contains("version 1 to 2", "version 1 to 3", "Something speaks against it");
        assertThat(visitors.as(Role.MANAGER).get("/rules").body()).doesNotContain("Go by these");
    }

    @Test
    void ofTwoWhoChooseRulesAtOnceTheSecondIsAskedToLookAgain() throws Exception {
        Map<String, String> one = scene.filled(
                "/rules", "/rules", Map.of("jurisdiction", "EU", "resistance", "trd.lifetime-two"));
        Map<String, String> other = scene.filled(
                "/rules", "/rules", Map.of("jurisdiction", "EU", "resistance", "trd.us-label"));

        assertThat(AtOnce.both(
                        () -> scene.prescriber.visitor().post("/rules", one),
                        () -> scene.prescriber.visitor().post("/rules", other)))
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(302, 422);
    }

    @Test
    void theClinicGoesByTheRulesOfItsPlace() {
        assertThat(scene.prescriber.visitor().get(scene.page + "/eligibility").body())
                .doesNotContain("Package leaflet of esketamine nasal spray, European Union");
        assertThat(scene.form(
                                "/rules",
                                "/rules",
                                Map.of("jurisdiction", "EU", "resistance", "trd.lifetime-two"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(scene.prescriber.visitor().get(scene.page + "/eligibility").body())
                .contains("Package leaflet of esketamine nasal spray, European Union")
                .contains("two trials ever");
    }

    private String correctable() {
        Matcher link = CORRECT.matcher(
                scene.prescriber.visitor().get(scene.page + "/history").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Standing standing() {
        return Visitors.inClinic(
                scene.clinic,
                () -> eligibility.standing(scene.clinic, scene.patient, PROTOCOL, TODAY));
    }
}
