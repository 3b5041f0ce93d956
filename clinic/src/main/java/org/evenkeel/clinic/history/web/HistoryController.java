package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Entry;
import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.history.HistoryForm;
import org.evenkeel.clinic.history.RecordHistory;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows a history and takes what is noted in it.
@Controller
class HistoryController {
    private static final String PATH = "/patients/{id}/history";

    private final RecordHistory record;
    private final Histories histories;
    private final Treatments treatments;
    private final Patients patients;
    private final People people;
    private final EligibilityContent content;
    private final InstantSource clock;

    HistoryController(
            RecordHistory record,
            Histories histories,
            Treatments treatments,
            Patients patients,
            People people,
            EligibilityContent content,
            InstantSource clock) {
        this.record = record;
        this.histories = histories;
        this.treatments = treatments;
        this.patients = patients;
        this.people = people;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Needs(value = Permission.SEE_COURSES, act = "history-view", of = Needs.Subject.PATIENT)
    View history(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(name = "correct", defaultValue = "") String correct) {
        return Page.of("history/history", page(person, id, fresh(person, correct)));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.RECORD_HISTORY, act = "history-note", of = Needs.Subject.PATIENT)
    View note(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return record.from(form, person, id)
                ? new RedirectView("/patients/" + id + "/history")
                : Page.refused("history/history", page(person, id, form));
    }

    /// What the rules say of a trial as it is typed. Nothing is kept but the mark that somebody
    /// was at this patient's history.
    @PostMapping(PATH + "/trial")
    @Needs(value = Permission.RECORD_HISTORY, act = "history-preview", of = Needs.Subject.PATIENT)
    View trial(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        record.previewed(person, id);
        Counting counting = new Counting(content);
        return Page.of(
                "history/counts",
                HistoryForm.trialSoFar(content, FormState.sent(sent), person.today(clock))
                        .map(trial -> new TypedTrial(
                                counting.words(trial), counting.figures(trial.ingredient())))
                        .orElse(new TypedTrial("", List.of())));
    }

    private FormState fresh(Person person, String correct) {
        Map<String, String> values = new LinkedHashMap<>();
        String today = person.today(clock).toString();
        for (String kind : List.of(
                "trial", "treatment", "diagnosis", "medicine", "quantity", "answers", "whole")) {
            values.put(kind + "-day", today);
        }
        values.put("trial-adherence", "UNKNOWN");
        values.put("trial-outcome", "UNKNOWN");
        values.put("treatment-adherence", "UNKNOWN");
        if (!correct.isEmpty()) {
            values.put(Correction.CORRECTS, correct);
        }
        return FormState.fresh(values);
    }

    private HistoryPage page(Person person, UUID id, FormState form) {
        UUID clinic = person.clinicId();
        LocalDate today = person.today(clock);
        String name =
                patients.find(clinic, id).orElseThrow(NotThere::new).name().full();
        List<Entry> standing = histories.standing(clinic, id);
        HistoryView view =
                new HistoryView(content, standing, people.names(clinic), person.clinic());
        Optional<HistoryPage.Line> correcting = view.line(form.value(Correction.CORRECTS));
        return new HistoryPage(
                id,
                name,
                today.toString(),
                Timeline.of(
                        histories.chart(clinic, id, today).orElseThrow(NotThere::new),
                        view.trials(),
                        treatments.of(clinic, id),
                        new FactWords(content.vocabulary()),
                        today),
                view.groups(),
                view.lists(),
                correcting,
                correcting
                        .filter(_ -> form.value(HistoryForm.KIND).isEmpty())
                        .flatMap(line -> standing.stream()
                                .filter(entry -> entry.id().equals(line.id()))
                                .findFirst())
                        .map(CorrectionForm::of)
                        .orElse(form));
    }
}
