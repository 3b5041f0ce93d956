package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.content.EligibilityContent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A prescriber with one patient of whom nothing is known yet, and the forms about that patient.
final class EligibilityScene {
    final OtherClinic.Someone prescriber;
    final UUID clinic;
    final UUID patient;
    final String page;
    private final EligibilityContent content;
    private final JdbcClient database;

    EligibilityScene(
            OtherClinic.Someone prescriber, EligibilityContent content, JdbcClient database) {
        this.prescriber = prescriber;
        this.content = content;
        this.database = database;
        clinic = prescriber.person().clinicId();
        prescriber.confirm(prescriber.sendCsv("patient,date,score\none,2026-11-01,16\n"));
        Owner.giveSecondFactor(prescriber.person().id());
        assertThat(form("/limits", "/limits", Map.of()).statusCode()).isEqualTo(302);
        patient = prescriber.patients().getFirst().patient().id();
        page = "/patients/" + patient;
        new ConsentFlow(prescriber.visitor(), page)
                .agree(ConsentFlow.text(ConsentFlow.IV).use());
    }

    /// Everything the rules in force ask for, with nothing against.
    void tellAll() {
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

    static Map<String, String> answer(String question, String says) {
        return Map.of("kind", "answers", "answers-day", "2026-11-21", "answer-" + question, says);
    }

    static Map<String, String> quantity(String what, String value) {
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

    HttpResponse<String> note(Map<String, String> typed) {
        return form(page + "/history", page + "/history", typed);
    }

    HttpResponse<String> decide(Map<String, String> typed) {
        return prescriber.visitor().post(page + "/eligibility/decision", decisionForm(typed));
    }

    Map<String, String> decisionForm(Map<String, String> typed) {
        return filled(page + "/eligibility/decision", page + "/eligibility/decision", typed);
    }

    HttpResponse<String> treat(Map<String, String> typed) {
        return prescriber.visitor().post(page + "/treatments", treatment(typed));
    }

    /// The form of a treatment as the page shows it now, filled in.
    Map<String, String> treatment(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "day", "2026-11-21",
                "drug", "KETAMINE",
                "route", "IV",
                "dose", "35",
                "weight", "70",
                "minutes", "40"));
        all.putAll(typed);
        return filled(page + "/treatments/new", page + "/treatments", all);
    }

    HttpResponse<String> form(String from, String action, Map<String, String> typed) {
        return prescriber.visitor().post(action, filled(from, action, typed));
    }

    Map<String, String> filled(String from, String action, Map<String, String> typed) {
        Map<String, String> fields =
                new HashMap<>(Visitor.hidden(prescriber.visitor().get(from), action));
        fields.putAll(typed);
        return fields;
    }

    int count(String table) {
        return database.sql("select count(*) from " + table + " where patient_id = :id")
                .param("id", patient)
                .query(Integer.class)
                .single();
    }

    static void require(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
