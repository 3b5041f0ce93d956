package org.evenkeel.clinic;

import static org.evenkeel.clinic.TextFields.require;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.forecasting.Snapshot;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// The texts that a patient's record keeps.
final class RecordTexts {
    private static final String BORN = "1971-03-04";
    private static final Pattern CORRECT = Pattern.compile("correct=([0-9a-f-]{36})");
    private static final Pattern QUESTION = Pattern.compile("name=\"(answer-[\\w-]+)\"");
    private static final Pattern PAPER =
            Pattern.compile("href=\"(/patients/[^\"]*/consents/paper[^\"]*)\"");
    private static final Pattern DEPARTURE =
            Pattern.compile("name=\"(day|kind)\" value=\"([^\"]+)");

    private final TextFields fields;
    private final Someone prescriber;
    private String page = "";
    private Map<String, String> noting = Map.of();

    RecordTexts(TextFields fields, Someone prescriber) {
        this.fields = fields;
        this.prescriber = prescriber;
    }

    /// The patient whose record holds them.
    UUID fill() {
        UUID patient = imported();
        page = "/patients/" + patient;
        consented(patient);
        treated("2026-10-24", Map.of("hold-reason", fields.text("hold")));
        treated("2026-11-14", Map.of("hold-reason", fields.text("hold")));
        corrected();
        told();
        decided();
        proposals();
        drawnUp();
        require(302, fields.form("/emergency", "/emergency", emergency()));
        putRight();
        return patient;
    }

    /// Puts the patient on a protocol, from which what was given departs.
    void moved(UUID protocol) {
        String move = page + "/protocol/move";
        require(
                302,
                fields.form(
                        move + "?to=" + protocol, move, Map.of("reason", fields.text("moved"))));
        departed();
    }

    /// The page with the consent as it was signed.
    String paper() {
        return PAPER.matcher(fields.look(page + "/consents").body())
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    private void send(String form, Map<String, String> typed) {
        require(302, fields.form(form, form, typed));
    }

    /// Notes something without opening the page anew.
    private void note(Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(noting);
        form.put("key", UUID.randomUUID().toString());
        form.putAll(typed);
        require(302, fields.post(page + "/history", form));
    }

    private void consented(UUID patient) {
        ConsentFlow consent = new ConsentFlow(prescriber.visitor(), page);
        consent.start(ConsentFlow.IV);
        consent.answer(ConsentFlow.IV, true);
        fields.look(page + "/consent/choices");
        Map<String, String> choices = new HashMap<>(ConsentFlow.choices("yes"));
        choices.put("typed-name", fields.text("typed-name"));
        choices.put("interpreter", fields.text("interpreter"));
        require(302, consent.choose(choices));
        require(302, consent.sign());
        // as if it had been before the treatment
        Owner.update(
                "update consent.consent set on_day = date '2026-10-01' where patient_id = ?",
                patient);
        require(
                302,
                fields.form(
                        page + "/consents",
                        page + "/consents/withdraw",
                        Map.of("choice", "research", "reason", fields.text("withdrawn"))));
    }

    private void treated(String day, Map<String, String> why) {
        Map<String, String> form = new HashMap<>(why);
        form.putAll(Map.of(
                "day", day,
                "drug", "KETAMINE",
                "route", "IV",
                // less than the rule gives: a departure
                "dose", "28",
                "weight", "70",
                "minutes", "40"));
        require(302, fields.form(page + "/treatments/new", page + "/treatments", form));
    }

    /// All that the rules ask for; one answer raises a rule that may be decided against.
    private void told() {
        HttpResponse<String> history = fields.look(page + "/history");
        noting = Visitor.hidden(history, page + "/history");
        Map<String, String> answers =
                new HashMap<>(Map.of("kind", "answers", "answers-day", "2026-11-14"));
        QUESTION.matcher(history.body())
                .results()
                .forEach(question -> answers.put(question.group(1), "no"));
        answers.put("answer-porphyria", "yes");
        note(answers);
        Map.of("egfr", "90", "bmi", "24").forEach((what, value) -> note(quantity(what, value)));
        for (String drug : List.of("sertraline", "venlafaxine", fields.text("tried"))) {
            note(Map.of(
                    "kind", "trial",
                    "trial-ingredient", drug,
                    "trial-dose", "200",
                    "trial-weeks", "8",
                    "trial-adherence", "GOOD",
                    "trial-outcome", "NONE",
                    "trial-episode", "on",
                    "trial-day", "2026-03-01"));
        }
        note(Map.of(
                "kind", "medicine",
                "medicine-ingredient", fields.text("taken"),
                "medicine-day", "2026-03-01"));
        note(Map.of(
                "kind", "diagnosis",
                "diagnosis-code", "f33.1",
                "diagnosis-RECURRENT", "on",
                "diagnosis-day", "2025-11-01"));
        for (String list : List.of("DIAGNOSES", "MEDICINES", "TRIALS")) {
            note(Map.of("kind", "whole", "whole-list", list, "whole-day", "2026-11-14"));
        }
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
                "2026-11-14");
    }

    /// Something is noted and corrected.
    private void corrected() {
        String history = page + "/history";
        send(history, quantity("moca", "27"));
        String corrects = CORRECT.matcher(fields.look(history).body())
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
        Map<String, String> correction = new HashMap<>(quantity("moca", "28"));
        correction.put("corrects", corrects);
        correction.put("reason", fields.text("correct"));
        require(302, fields.form(history + "?correct=" + corrects, history, correction));
    }

    /// A treatment and answers that were recorded wrongly.
    private void putRight() {
        String treatments = page + "/treatments";
        Map<String, String> given = new HashMap<>(Map.of(
                "drug", "KETAMINE",
                "route", "IV",
                "dose", "27",
                "weight", "70",
                "minutes", "40",
                "reason", fields.text("put-right")));
        given.put("day", "2026-11-14");
        require(302, fields.form(correcting(treatments), treatments, given));
        String answers = page + "/questionnaires/phq-9";
        Map<String, String> answered = new HashMap<>();
        for (int item = 1; item <= 9; item++) {
            answered.put("item-" + item, "1");
        }
        answered.put("day", "2026-11-13");
        answered.put("reason", fields.text("answers-put-right"));
        require(302, fields.form(correcting(answers), answers, answered));
    }

    /// Where the patient's page leads to, to correct the latest that is recorded by a path.
    private String correcting(String recorded) {
        return Pattern.compile("href=\"(" + recorded + "[^\"]*correct=[^\"]*)\"")
                .matcher(fields.look(page).body())
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    private void decided() {
        String decision = page + "/eligibility/decision";
        send(
                decision,
                Map.of(
                        "verdict", "TREAT",
                        "against-contraindications/porphyria", fields.text("against"),
                        "reason", fields.text("decided")));
    }

    private void departed() {
        String protocol = page + "/protocol";
        Map<String, String> said = new HashMap<>(Map.of("reason", fields.text("departed")));
        DEPARTURE
                .matcher(fields.look(protocol).body())
                .results()
                .limit(2)
                .forEach(each -> said.put(each.group(1), each.group(2)));
        send(protocol, said);
    }

    private void proposals() {
        String decision = page + "/decision";
        require(302, fields.form(page, decision, reason("decline", "decline")));
        Map<String, String> moved = reason("move", "move");
        moved.put("day", "2026-12-20");
        require(302, fields.form(page, decision, moved));
        require(302, fields.form(page, page + "/agreements", agreement("stretch", "agree")));
        require(
                302,
                fields.form(
                        page,
                        page + "/agreements/close",
                        Map.of("close-reason", fields.text("close"))));
        require(302, fields.form(page, page + "/agreements", agreement("free", "agree-again")));
    }

    private Map<String, String> reason(String kind, String field) {
        return new HashMap<>(Map.of("kind", kind, "reason", fields.text(field)));
    }

    private Map<String, String> agreement(String kind, String field) {
        return Map.of(
                "kind",
                kind,
                "stretch-days",
                "28",
                kind + "-until",
                "2027-02-01",
                kind + "-rise",
                "6",
                kind + "-reach",
                "20",
                kind + "-reason",
                fields.text(field));
    }

    private void drawnUp() {
        send(
                page + "/plan",
                Map.of(
                        "protocol", "ketamine-iv.murrough2013",
                        "first", "2026-12-20",
                        "weight", "70",
                        "weighed", "2026-11-14",
                        "reason", fields.text("plan")));
    }

    private Map<String, String> emergency() {
        return Map.of(
                "given", fields.text("given"),
                "family", fields.text("family"),
                "born", BORN,
                "reason", fields.text("emergency"));
    }

    private UUID imported() {
        List<UUID> before = patients();
        HttpResponse<String> sent = prescriber.sendFhir("course.json", bundle());
        require(302, sent);
        require(302, prescriber.confirm(sent));
        return patients().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> patients() {
        return prescriber.patients().stream()
                .map(Snapshot::patient)
                .map(each -> each.id())
                .toList();
    }

    private byte[] bundle() {
        String patient = """
                {"resourceType":"Patient","id":"a","birthDate":"%s",
                 "name":[{"given":["%s"],"family":"%s"}],
                 "identifier":[{"system":"urn:x","value":"%s"}]}""".formatted(
                        BORN,
                        json(fields.text("given")),
                        json(fields.text("family")),
                        json(fields.text("identifier")));
        String scores = String.join(
                "},{\"resource\":",
                score("2026-10-01", 16),
                score("2026-10-20", 9),
                score("2026-11-12", 6));
        return ("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + patient
                        + "},{\"resource\":" + scores + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String score(String day, int score) {
        return """
                {"resourceType":"Observation","id":"o%d","status":"final",
                 "subject":{"reference":"Patient/a"},"effectiveDateTime":"%s",
                 "code":{"coding":[{"system":"http://loinc.org","code":"44261-6"}]},
                 "valueInteger":%d}""".formatted(score, day, score);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
