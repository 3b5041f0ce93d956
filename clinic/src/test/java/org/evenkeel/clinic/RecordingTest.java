package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Questionnaires and treatments entered by hand.
@ClinicTest
class RecordingTest {
    private static final int ITEMS = 9;

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    Responses responses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    @Test
    void answersAreScoredAndTheSelfHarmItemIsFlaggedWithThem() {
        UUID id = patient(20);
        Map<String, String> form = answers(id, 1);
        form.put("item-9", "2");

        HttpResponse<String> saved = post(id, "/questionnaires/phq-9", form);

        assertThat(saved.statusCode()).isEqualTo(302);
        Snapshot now = visitors.courses(visitors.person(Role.NURSE), id).orElseThrow();
        assertThat(now.responses().getLast().rating().score()).isEqualTo(10);
        assertThat(now.responses().getLast().rating().riskItem()).hasValue(2);
        assertThat(flags(id)).isOne();
        assertThat(visitors.as(Role.NURSE).get("/patients/" + id).body())
                .contains("Self-harm item.");
    }

    @Test
    void theSameAnswersSentTwiceCountOnce() {
        UUID id = patient(21);
        int before = responses(id);
        Map<String, String> form = answers(id, 0);

        assertThat(post(id, "/questionnaires/phq-9", form).statusCode()).isEqualTo(302);
        assertThat(post(id, "/questionnaires/phq-9", form).statusCode()).isEqualTo(302);

        assertThat(responses(id)).isEqualTo(before + 1);
    }

    @Test
    void aSecondOneOfADayIsRefused() {
        UUID id = patient(22);
        post(id, "/questionnaires/phq-9", answers(id, 0));

        HttpResponse<String> second = post(id, "/questionnaires/phq-9", answers(id, 1));

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("one of that day already").contains("checked");
    }

    @Test
    void anAnswerOfAYearThatSlippedIsRefused() {
        UUID id = patient(23);
        int before = responses(id);
        Map<String, String> form = answers(id, 1);
        form.put("day", "0026-11-14");

        HttpResponse<String> slipped = post(id, "/questionnaires/phq-9", form);

        assertThat(slipped.statusCode()).isEqualTo(422);
        assertThat(slipped.body()).contains("look at the year once more");
        assertThat(responses(id)).isEqualTo(before);
    }

    @Test
    void tooManyMissingItemsGiveNoTotalAndAMissingSelfHarmItemIsAskedFor() {
        UUID id = patient(23);
        int before = responses(id);
        Map<String, String> form = answers(id, 1);
        form.keySet().removeIf(name -> name.matches("item-[345]"));
        HttpResponse<String> incomplete = post(id, "/questionnaires/phq-9", form);
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("3 of 9 items are unanswered");

        Map<String, String> silent = answers(id, 1);
        silent.remove("item-9");
        HttpResponse<String> asked = post(id, "/questionnaires/phq-9", silent);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("This item needs an answer");
        assertThat(responses(id)).isEqualTo(before);
    }

    /// HZ-31.
    @Test
    void anAnswerAboutSelfHarmIsToldLoudlyWhereThereIsNoTotal() {
        UUID id = patient(29);
        int before = responses(id);
        Map<String, String> form = answers(id, 1);
        form.put("item-9", "3");
        for (int item = 1; item <= 5; item++) {
            form.put("item-" + item, "");
        }

        HttpResponse<String> answer = post(id, "/questionnaires/phq-9", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Item 9, about self-harm, was answered 3: act on it now")
                .contains("5 of 9 items are unanswered");
        assertThat(responses(id)).isEqualTo(before);

        form.put("item-9", "0");
        assertThat(post(id, "/questionnaires/phq-9", form).body()).doesNotContain("act on it now");
    }

    /// HZ-20.
    @Test
    void aTreatmentIsRecordedOnce() {
        UUID id = patient(24);
        int before = treatments(id);
        Map<String, String> form = treatment(id, Map.of());

        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);
        assertThat(treatments(id)).isEqualTo(before + 1);

        HttpResponse<String> twice = post(id, "/treatments", treatment(id, Map.of()));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("recorded on that day already");
    }

    @Test
    void aKeyWithOtherEntriesIsNoRetryAndSavesNothing() {
        UUID id = patient(23);
        Map<String, String> form = treatment(id, Map.of());
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);
        int after = treatments(id);
        Map<String, String> corrected = new HashMap<>(form);
        corrected.put("dose", "42");

        HttpResponse<String> refused = post(id, "/treatments", corrected);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This form was saved before with other entries");
        assertThat(treatments(id)).isEqualTo(after);

        Map<String, String> retry = new HashMap<>(form);
        retry.put("_csrf", treatment(id, Map.of()).get("_csrf"));
        assertThat(retry).isNotEqualTo(form);
        assertThat(post(id, "/treatments", retry).statusCode()).isEqualTo(302);

        // kept by a version that kept no digest
        Owner.update(
                "update audit.command set said = null where key = ?",
                UUID.fromString(form.get("key")));
        assertThat(post(id, "/treatments", corrected).statusCode()).isEqualTo(302);
        assertThat(treatments(id)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-22, has not come yet",
        "day, 2026-02-30, a day that exists",
        "day, 0026-11-14, The patient was not born yet",
        "day, +999999999-01-01, has not come yet",
        "dose, 350, the cap is 1 mg/kg",
        "dose, 0.5, looks like mg per kg",
        "dose, -5, a number above 0",
        "dose, 1e3, a number above 0",
        "weight, 7, check the unit",
        "route, XX, Choose one of the list",
        "minutes, 40.5, whole minutes",
        "minutes, 9999, up to 1440 minutes",
    })
    void whatCannotBeRightIsRefusedByFieldAndNothingIsSaved(
            String field, String value, String words) {
        UUID id = patient(25);
        int before = treatments(id);

        HttpResponse<String> answer = post(id, "/treatments", treatment(id, Map.of(field, value)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(treatments(id)).isEqualTo(before);
    }

    @Test
    void poundsAreRecognised() {
        UUID id = patient(26);
        Snapshot snapshot = visitors.courses(visitors.person(Role.NURSE), id).orElseThrow();
        double last = snapshot.treatments()
                .getLast()
                .what()
                .weight()
                .orElseThrow()
                .value()
                .doubleValue();
        String pounds = Long.toString(Math.round(last * 2.2046));

        HttpResponse<String> answer =
                post(id, "/treatments", treatment(id, Map.of("weight", pounds, "dose", "40")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("looks like pounds");
    }

    /// HZ-18.
    @Test
    void aDoseFarFromTheLastIsRecordedOnlyAfterASecondLook() {
        UUID id = patient(28);
        int before = treatments(id);
        Map<String, String> form = treatment(id, Map.of("dose", "6"));

        HttpResponse<String> asked = post(id, "/treatments", form);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("last time: is the unit right?", "I have looked again: 6 mg at 70 kg");
        assertThat(treatments(id)).isEqualTo(before);

        form.put("figures-checked", "5 mg at 70 kg");
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(422);

        form.put("figures-checked", "6 mg at 70 kg");
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);
        assertThat(treatments(id)).isEqualTo(before + 1);
    }

    @Test
    void aWrongDoseIsCorrectedAndTheRecordSaysWhatStoodBefore() {
        UUID id = patient(30);
        post(id, "/treatments", treatment(id, Map.of("dose", "38")));
        int before = given(id);
        Map<String, String> form = correction(id, "/treatments");
        form.putAll(Map.of("day", "2026-11-21", "drug", "KETAMINE", "route", "IV"));
        form.putAll(Map.of("weight", "70", "minutes", "40", "dose", "38"));
        assertThat(post(id, "/treatments", form).body()).contains("Say why it is corrected");

        form.put("reason", "38 typed for 35");
        assertThat(post(id, "/treatments", form).body()).contains("Nothing is different");
        form.put("dose", "71");
        // With the row it corrects the day would make more, too.
        assertThat(post(id, "/treatments", form).body())
                .contains("the cap is 1 mg/kg")
                .doesNotContain("With what is recorded of that day");
        form.put("dose", "35");
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);

        assertThat(given(id)).isEqualTo(before);
        assertThat(lastDose(id)).isEqualTo("35");
        assertThat(visitors.as(Role.NURSE).get("/patients/" + id).body())
                .contains("Corrected and taken back (1)", "ketamine IV, 38 mg", "38 typed for 35")
                .contains(visitors.person(Role.NURSE).name());
        assertThat(marks(id, "treatment-correct")).isOne();

        form.put("key", UUID.randomUUID().toString());
        form.put("dose", "36");
        assertThat(post(id, "/treatments", form).body())
                .contains("Somebody has corrected this in the meantime");
    }

    @Test
    void aTreatmentOfTheWrongPatientIsTakenBack() {
        UUID id = patient(31);
        int before = given(id);
        post(id, "/treatments", treatment(id, Map.of()));
        Map<String, String> form = correction(id, "/treatments");
        form.put("take-back", "yes");
        assertThat(post(id, "/treatments", form).body()).contains("Say why it is corrected");

        form.put("reason", "it was given to somebody else");
        // Another patient's form does not reach it.
        assertThat(post(patient(32), "/treatments", form).statusCode()).isEqualTo(422);
        assertThat(given(id)).isEqualTo(before + 1);
        assertThat(post(id, "/treatments", form).statusCode()).isEqualTo(302);

        assertThat(given(id)).isEqualTo(before);
        assertThat(marks(id, "treatment-take-back")).isOne();
        assertThat(visitors.as(Role.NURSE).get("/patients/" + id).body())
                .contains("<strong>Taken back</strong>", "it was given to somebody else");
        assertThat(post(id, "/treatments", treatment(id, Map.of())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void correctedAnswersAreJudgedAnewAndTheFlagOfThoseBeforeStays() {
        UUID id = patient(33);
        Map<String, String> first = answers(id, 1);
        first.put("item-9", "2");
        post(id, "/questionnaires/phq-9", first);
        int rows = responses(id);
        Map<String, String> form = correction(id, "/questionnaires/phq-9");
        form.putAll(answered("2026-11-21", 0));
        assertThat(post(id, "/questionnaires/phq-9", form).body())
                .contains("Say why it is corrected");
        form.put("reason", "read off another sheet");
        assertThat(post(id, "/questionnaires/phq-9", form).statusCode()).isEqualTo(302);

        assertThat(responses(id)).isEqualTo(rows + 1);
        assertThat(lastScore(id)).isZero();
        assertThat(count("prom.risk_flag", id)).isOne();
        assertThat(visitors.as(Role.NURSE).get("/patients/" + id).body())
                .doesNotContain("Self-harm item.</strong>")
                .contains("total 10, self-harm item 2", "read off another sheet");

        Map<String, String> again = correction(id, "/questionnaires/phq-9");
        List<Response> known =
                visitors.courses(visitors.person(Role.NURSE), id).orElseThrow().responses();
        String after = known.get(known.size() - 2).on().plusDays(1).toString();
        again.putAll(answered(after, 3));
        again.put("reason", "it was the sheet of the day before");
        assertThat(post(id, "/questionnaires/phq-9", again).statusCode()).isEqualTo(302);
        assertThat(count("prom.risk_flag", id)).isEqualTo(2);
        assertThat(marks(id, "questionnaire-correct")).isEqualTo(2);
    }

    @Test
    void oneSheetADayStandsAlsoAfterItWasTakenBackAndOfTwoAtOnce() {
        UUID id = patient(34);
        int before = standing(id);
        post(id, "/questionnaires/phq-9", answers(id, 1));
        Map<String, String> form = correction(id, "/questionnaires/phq-9");
        form.putAll(Map.of("take-back", "yes", "reason", "the sheet of somebody else"));
        assertThat(post(id, "/questionnaires/phq-9", form).statusCode()).isEqualTo(302);
        assertThat(standing(id)).isEqualTo(before);
        assertThat(marks(id, "questionnaire-take-back")).isOne();

        assertThat(post(id, "/questionnaires/phq-9", answers(id, 2)).statusCode())
                .isEqualTo(302);
        assertThat(standing(id)).isEqualTo(before + 1);
        assertThat(post(id, "/questionnaires/phq-9", answers(id, 3)).statusCode())
                .isEqualTo(422);
        // The database holds to it as well, whoever asks.
        Person nurse = visitors.person(Role.NURSE);
        Response last = visitors.courses(nurse, id).orElseThrow().responses().getLast();
        assertThatThrownBy(() -> Visitors.inClinic(nurse.clinicId(), () -> {
                    responses.append(nurse.actor(), List.of(last));
                    return last;
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whatPeopleTypeIsShownBackAsText() {
        UUID id = patient(27);
        String script = "<script>alert(1)</script>";

        HttpResponse<String> answer =
                post(id, "/treatments", treatment(id, Map.of("dose", script)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(script).contains("&lt;script");
    }

    private UUID patient(int number) {
        return visitors.courses(visitors.person(Role.NURSE))
                .get(number)
                .patient()
                .id();
    }

    private Map<String, String> answers(UUID id, int each) {
        String path = "/patients/" + id + "/questionnaires/phq-9";
        Map<String, String> form = Visitor.hidden(visitors.as(Role.NURSE).get(path), path);
        form.put("day", "2026-11-21");
        for (int item = 1; item <= ITEMS; item++) {
            form.put("item-" + item, Integer.toString(each));
        }
        return form;
    }

    private static Map<String, String> answered(String day, int each) {
        Map<String, String> form = new HashMap<>(Map.of("day", day));
        for (int item = 1; item <= ITEMS; item++) {
            form.put("item-" + item, Integer.toString(each));
        }
        return form;
    }

    /// The form that corrects the latest of a patient's page that is recorded by a path.
    private Map<String, String> correction(UUID id, String recorded) {
        String path = "/patients/" + id + recorded;
        Matcher link = Pattern.compile("href=\"(" + path + "[^\"]*correct=[^\"]*)\"")
                .matcher(visitors.as(Role.NURSE).get("/patients/" + id).body());
        assertThat(link.find()).isTrue();
        return Visitor.hidden(visitors.as(Role.NURSE).get(link.group(1)), path);
    }

    private int given(UUID id) {
        return visitors.courses(visitors.person(Role.NURSE), id)
                .orElseThrow()
                .treatments()
                .size();
    }

    private String lastDose(UUID id) {
        return Words.amount(visitors.courses(visitors.person(Role.NURSE), id)
                .orElseThrow()
                .treatments()
                .getLast()
                .what()
                .dose()
                .orElseThrow()
                .value());
    }

    private int standing(UUID id) {
        return visitors.courses(visitors.person(Role.NURSE), id)
                .orElseThrow()
                .responses()
                .size();
    }

    private int lastScore(UUID id) {
        return visitors.courses(visitors.person(Role.NURSE), id)
                .orElseThrow()
                .responses()
                .getLast()
                .rating()
                .score();
    }

    private int marks(UUID id, String action) {
        return database.sql("""
                        select count(*) from audit.event
                        where action = :action and object_id = :id and outcome = 'done'
                        """)
                .param("action", action)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Map<String, String> treatment(UUID id, Map<String, String> changed) {
        String path = "/patients/" + id + "/treatments";
        Map<String, String> form = Visitor.hidden(visitors.as(Role.NURSE).get(path + "/new"), path);
        form.putAll(Map.of("day", "2026-11-21", "drug", "KETAMINE", "route", "IV"));
        form.putAll(Map.of("dose", "35", "weight", "70", "minutes", "40"));
        form.putAll(changed);
        return form;
    }

    private HttpResponse<String> post(UUID id, String path, Map<String, String> form) {
        return visitors.as(Role.NURSE).post("/patients/" + id + path, form);
    }

    private int responses(UUID id) {
        return count("prom.response", id);
    }

    private int treatments(UUID id) {
        return count("treatment.administration", id);
    }

    private int flags(UUID id) {
        return database.sql("""
                        select count(*) from prom.risk_flag
                        where patient_id = :id and answer = 2
                          and raised_at = (select max(recorded_at) from prom.response
                                           where patient_id = :id)
                        """).param("id", id).query(Integer.class).single();
    }

    private int count(String table, UUID id) {
        return database.sql("select count(*) from " + table + " where patient_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
