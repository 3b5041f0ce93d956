package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.history.Entry;
import org.evenkeel.clinic.history.HistoryForm;
import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.history.Fact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The form of a fact with what stands in it, to be corrected.
final class CorrectionForm {
    private static final String TICKED = "on";

    private CorrectionForm() {}

    static FormState of(Entry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Correction.CORRECTS, entry.id().toString());
        values.put(HistoryForm.KIND, HistoryView.kind(entry.what()));
        if (entry.what() instanceof Known(Fact fact)) {
            fill(fact, values);
        }
        return FormState.fresh(values);
    }

    private static void fill(Fact fact, Map<String, String> into) {
        into.put(HistoryView.kind(new Known(fact)) + "-day", fact.on().toString());
        switch (fact) {
            case Fact.Tried it -> trial(it, into);
            case Fact.Treated it -> {
                into.put("treatment-what", it.treatment());
                into.put("treatment-status", it.status().name());
                into.put("treatment-adherence", it.adherence().name());
            }
            case Fact.Diagnosed it -> {
                into.put("diagnosis-code", it.code());
                it.specifiers().forEach(each -> into.put("diagnosis-" + each.name(), TICKED));
                into.put("diagnosis-until", day(it.until()));
            }
            case Fact.Taken it -> {
                into.put("medicine-ingredient", it.ingredient());
                into.put("medicine-until", day(it.until()));
            }
            case Fact.Measured it -> {
                into.put("quantity-what", it.quantity());
                into.put("quantity-value", Words.amount(it.value()));
            }
            case Fact.Answered it -> into.put("answer-" + it.question(), it.yes() ? "yes" : "no");
            case Fact.Scored _ -> {}
        }
    }

    private static void trial(Fact.Tried it, Map<String, String> into) {
        into.put("trial-ingredient", it.ingredient());
        into.put("trial-dose", it.dailyMg().map(Words::amount).orElse(""));
        into.put("trial-weeks", it.weeks().map(Words::amount).orElse(""));
        into.put("trial-adherence", it.adherence().name());
        into.put("trial-outcome", it.improvement().name());
        into.put("trial-episode", it.episode() ? TICKED : "");
        into.put("trial-added", it.added() ? TICKED : "");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
