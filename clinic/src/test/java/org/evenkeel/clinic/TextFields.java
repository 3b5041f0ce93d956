package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.forecasting.Snapshot;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts texts of a test's own through every field that keeps a text, as people do: by the forms and
/// by imported files.
final class TextFields {
    static final List<String> NAMES = List.of(
            "given",
            "family",
            "identifier",
            "decline",
            "agree",
            "close",
            "agree-again",
            "emergency",
            "hold",
            "correct");
    private static final String BORN = "1971-03-04";

    private final Someone prescriber;
    private final Function<String, String> text;

    /// @param prescriber of a clinic of their own, who gave a second factor just now
    /// @param text what goes into which of [#NAMES]
    TextFields(Someone prescriber, Function<String, String> text) {
        this.prescriber = prescriber;
        this.text = text;
    }

    /// The patient whose record holds them all.
    UUID fill() {
        require(302, form("/limits", "/limits", Map.of()));
        UUID patient = imported();
        String page = "/patients/" + patient;
        new ConsentFlow(prescriber.visitor(), page)
                .agree(ConsentFlow.text(ConsentFlow.IV).use());
        // as if it had been before the treatment
        Owner.update(
                "update consent.consent set on_day = date '2026-10-01' where patient_id = ?",
                patient);
        require(
                302,
                form(
                        page + "/treatments/new",
                        page + "/treatments",
                        treatment(text.apply("hold"))));
        corrected(page + "/history");
        require(
                302,
                form(
                        page,
                        page + "/decision",
                        Map.of("kind", "decline", "reason", text.apply("decline"))));
        require(302, form(page, page + "/agreements", agreement("agree")));
        require(
                302,
                form(
                        page,
                        page + "/agreements/close",
                        Map.of("close-reason", text.apply("close"))));
        require(302, form(page, page + "/agreements", agreement("agree-again")));
        require(302, form("/emergency", "/emergency", emergency()));
        return patient;
    }

    /// Something is noted and corrected.
    private void corrected(String page) {
        Map<String, String> noted = Map.of(
                "kind", "quantity",
                "quantity-what", "moca",
                "quantity-value", "29",
                "quantity-day", "2026-11-14");
        require(302, form(page, page, noted));
        Matcher link = Pattern.compile("correct=([0-9a-f-]{36})")
                .matcher(prescriber.visitor().get(page).body());
        assertThat(link.find()).isTrue();
        Map<String, String> correction = new HashMap<>(noted);
        correction.put("corrects", link.group(1));
        correction.put("reason", text.apply("correct"));
        correction.put("quantity-value", "28");
        require(302, form(page, page, correction));
    }

    /// Sends a form with the hidden fields of its page.
    HttpResponse<String> form(String page, String action, Map<String, String> typed) {
        Map<String, String> fields = Visitor.hidden(prescriber.visitor().get(page), action);
        fields.putAll(typed);
        return prescriber.visitor().post(action, fields);
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
                        json(text.apply("given")),
                        json(text.apply("family")),
                        json(text.apply("identifier")));
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

    private static Map<String, String> treatment(String although) {
        return Map.of(
                "hold-reason", although,
                "day", "2026-11-14",
                "drug", "KETAMINE",
                "route", "IV",
                "dose", "35",
                "weight", "70",
                "minutes", "40");
    }

    private Map<String, String> agreement(String field) {
        return Map.of(
                "kind", "free",
                "free-until", "2027-02-01",
                "free-rise", "6",
                "free-reach", "20",
                "free-reason", text.apply(field));
    }

    private Map<String, String> emergency() {
        Map<String, String> form = new HashMap<>();
        form.put("given", text.apply("given"));
        form.put("family", text.apply("family"));
        form.put("born", BORN);
        form.put("reason", text.apply("emergency"));
        return form;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static void require(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    }
}
