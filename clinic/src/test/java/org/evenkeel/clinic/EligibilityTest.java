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
import java.util.UUID;
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

    private OtherClinic.Someone prescriber;
    private UUID clinic;
    private UUID patient;
    private String page;

    @BeforeEach
    void aPatientOfWhomNothingIsKnown() {
        prescriber = new OtherClinic(visitors, people, links, courses).prescriber();
        clinic = prescriber.person().clinicId();
        prescriber.confirm(prescriber.sendCsv("patient,date,score\none,2026-11-01,16\n"));
        Owner.giveSecondFactor(prescriber.person().id());
        assertThat(form("/limits", "/limits", Map.of()).statusCode()).isEqualTo(302);
        patient = prescriber.patients().getFirst().patient().id();
        page = "/patients/" + patient;
        new ConsentFlow(prescriber.visitor(), page)
                .agree(ConsentFlow.text(ConsentFlow.IV).use());
    }

    @Test
    void ofSomebodyUnknownThePageAsksAndATreatmentNeedsAReason() {
        assertThat(prescriber.visitor().get(page + "/eligibility").body())
                .contains("Not enough is known yet", "Nobody has decided yet.")
                .contains("Was there ever bleeding into the brain?", "unverified");

        HttpResponse<String> silent = treat(Map.of());
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Nobody has signed that this patient may be treated.");

        assertThat(treat(Map.of("hold-reason", "decided on paper")).statusCode())
                .isEqualTo(302);
        assertThat(prescriber.visitor().get(page + "/treatments/new").body())
                .contains("Recorded although something was open", "decided on paper");
        assertThat(count("treatment.hold_answer")).isOne();
    }

    @Test
    void whatIsNotKnownCannotBeDecidedAwayWhereNobodyMay() {
        HttpResponse<String> answer = decide(Map.of("verdict", "TREAT", "reason", "because"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("While this stands nobody is treated: Aneurysmal vascular disease");
        assertThat(standing()).isInstanceOf(Standing.None.class);
    }

    @Test
    void aWholeHistoryIsDecidedAndSignedAndNothingHoldsTheTreatment() {
        tellAll();
        assertThat(prescriber.visitor().get(page + "/eligibility").body())
                .contains("Nothing speaks against it", "resistant by this definition");

        assertThat(decide(Map.of("verdict", "TREAT")).statusCode()).isEqualTo(302);

        assertThat(standing()).isInstanceOfSatisfying(Standing.Decided.class, decided -> {
            assertThat(decided.validUntil()).isEqualTo(TODAY.plusDays(365));
            assertThat(decided.decision().basis().packs()).contains("contraindications 1");
            assertThat(decided.decision().basis().chart())
                    .isEqualTo(Facts.hash(Visitors.inClinic(
                            clinic,
                            () -> histories.chart(clinic, patient, TODAY).orElseThrow())));
        });
        assertThat(database.sql("""
                                select convert_from(content, 'UTF8') from signature.signature
                                where patient_id = :id and object_kind = 'eligibility-decision'
                                """).param("id", patient).query(String.class).single())
                .contains("\"verdict\":\"treat\"", "chart-sha256", "interactions 1");
        assertThat(treat(Map.of()).body()).doesNotContain("Nobody has signed");
    }

    @Test
    void aDecisionRestsOnWhatWasShown() {
        tellAll();
        Map<String, String> form = decisionForm(Map.of("verdict", "TREAT"));
        note(answer("family-psychosis", "yes"));

        HttpResponse<String> answer =
                prescriber.visitor().post(page + "/eligibility/decision", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Something has changed since this was shown");
        assertThat(standing()).isInstanceOf(Standing.None.class);
    }

    @Test
    void aRuleIsDecidedAgainstOnlyWithAReasonAndABlockRaisedLaterWithholds() {
        tellAll();
        note(answer("porphyria", "yes"));
        HttpResponse<String> silent = decide(Map.of("verdict", "TREAT"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Say why the patient may be treated all the same");

        assertThat(decide(Map.of(
                                "verdict",
                                "TREAT",
                                "against-contraindications/porphyria",
                                "excluded by a second test"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(treat(Map.of()).body()).doesNotContain("porphyria");

        note(answer("intracerebral-haemorrhage", "yes"));
        HttpResponse<String> withheld = treat(Map.of("hold-reason", "all the same"));
        assertThat(withheld.statusCode()).isEqualTo(422);
        assertThat(withheld.body()).contains("Bleeding into the brain in the past");
        assertThat(prescriber.visitor().get(page).body()).contains("Withheld.");
    }

    @Test
    void whatWasDecidedLaterDidNotHoldBefore() {
        decide(Map.of("verdict", "NOT_TREAT", "reason", "no wish"));

        HttpResponse<String> before =
                treat(Map.of("day", "2026-11-20", "hold-reason", "given before"));

        assertThat(before.body()).doesNotContain("is not to be treated");
        assertThat(Visitors.<Standing>inClinic(
                        clinic,
                        () -> eligibility.standing(clinic, patient, PROTOCOL, TODAY.minusDays(1))))
                .isInstanceOf(Standing.None.class);
    }

    @Test
    void aDecisionAgainstTreatingWithholdsIt() {
        assertThat(decide(Map.of("verdict", "NOT_TREAT", "reason", "no wish")).statusCode())
                .isEqualTo(302);

        assertThat(standing()).isInstanceOf(Standing.Refused.class);
        assertThat(treat(Map.of("hold-reason", "all the same")).statusCode()).isEqualTo(422);
    }

    @Test
    void theSameFormsSentTwiceCountOnce() {
        tellAll();
        Map<String, String> form = decisionForm(Map.of("verdict", "TREAT"));
        for (int time = 0; time < 2; time++) {
            assertThat(prescriber
                            .visitor()
                            .post(page + "/eligibility/decision", form)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(count("eligibility.decision")).isOne();

        int before = count("history.fact");
        Map<String, String> noted =
                filled(page + "/history", page + "/history", quantity("weight", "70"));
        prescriber.visitor().post(page + "/history", noted);
        prescriber.visitor().post(page + "/history", noted);
        assertThat(count("history.fact")).isEqualTo(before + 1);
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
        note(quantity("weight", "70"));
        int before = count("history.fact");

        HttpResponse<String> answer = note(quantity(what, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(count("history.fact")).isEqualTo(before);
    }

    @Test
    void aSlipThatIsNoneIsTakenWhenSomebodySaysSo() {
        note(quantity("weight", "70"));
        Map<String, String> sure = new HashMap<>(quantity("weight", "154"));
        sure.put("quantity-sure", "on");

        assertThat(note(sure).statusCode()).isEqualTo(302);
    }

    @Test
    void aCorrectionNamesWhatItReplacesAndTakingBackLeavesNothing() {
        note(quantity("moca", "24"));
        Map<String, String> corrected = new HashMap<>(quantity("moca", "27"));
        corrected.put("corrects", correctable());
        assertThat(note(corrected).statusCode()).as("without a reason").isEqualTo(422);
        corrected.put("reason", "misread");
        assertThat(note(corrected).statusCode()).isEqualTo(302);
        assertThat(prescriber.visitor().get(page + "/history").body())
                .contains("27 points", "misread")
                .doesNotContain("24 points");
        assertThat(note(corrected).body()).contains("corrected this in the meantime");

        Map<String, String> back = Map.of(
                "kind", "quantity",
                "corrects", correctable(),
                "take-back", "on",
                "reason", "another patient");
        assertThat(note(back).statusCode()).isEqualTo(302);
        assertThat(Visitors.<List<Entry>>inClinic(
                        clinic, () -> histories.standing(clinic, patient)))
                .isEmpty();
        assertThat(count("history.fact")).isEqualTo(3);
    }

    @Test
    void aTherapistMayNoteAndNotDecideAndAManagerSeesWhomAChangeTouches() {
        assertThat(visitors.as(Role.THERAPIST).get(page + "/history").statusCode())
                .isEqualTo(404);
        assertThat(visitors.as(Role.MANAGER).get("/rules").body())
                .contains("version 1 to 2", "Something speaks against it");
        assertThat(visitors.as(Role.MANAGER).get("/rules").body()).doesNotContain("Go by these");
    }

    @Test
    void theClinicGoesByTheRulesOfItsPlace() {
        assertThat(prescriber.visitor().get(page + "/eligibility").body())
                .doesNotContain("Package leaflet of esketamine nasal spray, European Union");
        assertThat(form(
                                "/rules",
                                "/rules",
                                Map.of("jurisdiction", "EU", "resistance", "trd.lifetime-two"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(prescriber.visitor().get(page + "/eligibility").body())
                .contains("Package leaflet of esketamine nasal spray, European Union")
                .contains("two trials ever");
    }

    /// Everything the rules in force ask for, with nothing against.
    private void tellAll() {
        Map<String, String> all =
                new HashMap<>(Map.of("kind", "answers", "answers-day", "2026-11-21"));
        content.vocabulary()
                .questions()
                .keySet()
                .forEach(question -> all.put("answer-" + question, "no"));
        require(note(all));
        Map.of("egfr", "90", "bmi", "24", "moca", "28")
                .forEach((what, value) -> require(note(quantity(what, value))));
        for (String drug : List.of("sertraline", "venlafaxine")) {
            require(note(Map.of(
                    "kind", "trial",
                    "trial-ingredient", drug,
                    "trial-dose", "200",
                    "trial-weeks", "8",
                    "trial-adherence", "GOOD",
                    "trial-outcome", "NONE",
                    "trial-episode", "on",
                    "trial-day", "2026-03-01")));
        }
        require(note(Map.of(
                "kind", "diagnosis",
                "diagnosis-code", "f33.1",
                "diagnosis-RECURRENT", "on",
                "diagnosis-day", "2025-11-01")));
        for (String list : List.of("DIAGNOSES", "MEDICINES", "TRIALS")) {
            require(note(Map.of("kind", "whole", "whole-list", list, "whole-day", "2026-11-21")));
        }
        database.sql("update patient.patient set birth_date = '1980-01-01' where id = :id")
                .param("id", patient)
                .update();
    }

    private static Map<String, String> answer(String question, String says) {
        return Map.of("kind", "answers", "answers-day", "2026-11-21", "answer-" + question, says);
    }

    private static Map<String, String> quantity(String what, String value) {
        return Map.of(
                "kind",
                "quantity",
                "quantity-what",
                what,
                "quantity-value",
                value,
                "quantity-day",
                "2026-11-21");
    }

    private String correctable() {
        Matcher link =
                CORRECT.matcher(prescriber.visitor().get(page + "/history").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> note(Map<String, String> typed) {
        return form(page + "/history", page + "/history", typed);
    }

    private HttpResponse<String> decide(Map<String, String> typed) {
        return prescriber.visitor().post(page + "/eligibility/decision", decisionForm(typed));
    }

    private Map<String, String> decisionForm(Map<String, String> typed) {
        return filled(page + "/eligibility/decision", page + "/eligibility/decision", typed);
    }

    private HttpResponse<String> treat(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "day", "2026-11-21",
                "drug", "KETAMINE",
                "route", "IV",
                "dose", "35",
                "weight", "70",
                "minutes", "40"));
        all.putAll(typed);
        return form(page + "/treatments/new", page + "/treatments", all);
    }

    private HttpResponse<String> form(String from, String action, Map<String, String> typed) {
        return prescriber.visitor().post(action, filled(from, action, typed));
    }

    private Map<String, String> filled(String from, String action, Map<String, String> typed) {
        Map<String, String> fields =
                new HashMap<>(Visitor.hidden(prescriber.visitor().get(from), action));
        fields.putAll(typed);
        return fields;
    }

    private Standing standing() {
        return Visitors.inClinic(
                clinic, () -> eligibility.standing(clinic, patient, PROTOCOL, TODAY));
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where patient_id = :id")
                .param("id", patient)
                .query(Integer.class)
                .single();
    }

    private static void require(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
