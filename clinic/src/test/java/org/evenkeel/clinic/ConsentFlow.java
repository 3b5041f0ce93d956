package org.evenkeel.clinic;

import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Question;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.knowledge.Catalogue;

import java.net.http.HttpResponse;
import java.util.Map;

/// Takes a consent step by step, as forms send it.
///
/// @param visitor who holds the device
/// @param base path of the record, `/patients/ID` or `/me`
record ConsentFlow(Visitor visitor, String base) {
    static final String IV = "ketamine-iv.off-label";

    static ConsentText text(String code) {
        return Catalogue.shipped().consentTexts().stream()
                .filter(text -> text.use().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// Staff put a text before the patient.
    HttpResponse<String> start(String code) {
        Map<String, String> form =
                Visitor.hidden(visitor.get(base + "/consents"), base + "/consents");
        form.put("text", code);
        return visitor.post(base + "/consents", form);
    }

    /// Answers every question rightly, or every one wrongly.
    HttpResponse<String> answer(String code, boolean rightly) {
        Map<String, String> form =
                Visitor.hidden(visitor.get(base + "/consent"), base + "/consent/answers");
        for (Question question : text(code).questions()) {
            int wrong = question.right() == 0 ? 1 : 0;
            form.put("q-" + question.id(), Integer.toString(rightly ? question.right() : wrong));
        }
        return visitor.post(base + "/consent/answers", form);
    }

    HttpResponse<String> choose(Map<String, String> choices) {
        Map<String, String> form =
                Visitor.hidden(visitor.get(base + "/consent/choices"), base + "/consent/choices");
        form.putAll(choices);
        return visitor.post(base + "/consent/choices", form);
    }

    /// Whoever is signed in must have given a fresh factor, where they are staff.
    HttpResponse<String> sign() {
        Map<String, String> form =
                Visitor.hidden(visitor.get(base + "/consent/sign"), base + "/consent/sign");
        return visitor.post(base + "/consent/sign", form);
    }

    HttpResponse<String> withdraw(String choice) {
        HttpResponse<String> page = visitor.get(base + "/consents");
        Map<String, String> form = Visitor.hidden(page, base + "/consents/withdraw");
        form.put("choice", choice);
        return visitor.post(base + "/consents/withdraw", form);
    }

    static Map<String, String> choices(String research) {
        return Map.of(
                "care", "yes",
                "research", research,
                "recording", "no",
                "contact", "no",
                "typed-name", "Pat Example");
    }

    /// All of it.
    void agree(Manner manner) {
        start(manner.code());
        answer(manner.code(), true);
        choose(choices("yes"));
        sign();
    }
}
