package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Decide;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.util.UUID;

/// Takes a clinician's answer to a proposal.
@Controller
class DecisionController {
    private static final String OVERTAKEN =
            "Something changed on this page since you opened it. Look at it as it is now and decide"
                    + " again; nothing was booked.";

    private final Decide decide;
    private final Courses courses;
    private final Engine engine;
    private final PatientPages pages;
    private final InstantSource clock;

    DecisionController(
            Decide decide,
            Courses courses,
            Engine engine,
            PatientPages pages,
            InstantSource clock) {
        this.decide = decide;
        this.courses = courses;
        this.engine = engine;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/patients/{id}/decision")
    @Needs(value = Permission.DECIDE, act = "decision-make", of = Needs.Subject.PATIENT)
    View decide(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @ModelAttribute Decide.Form form) {
        return switch (decide.on(person, id, key, form)) {
            case Decide.Done _ -> new RedirectView("/patients/" + id);
            case Decide.Refused(String problem) ->
                again(person, id, form, problem, HttpStatus.UNPROCESSABLE_CONTENT);
            case Decide.Overtaken _ -> again(person, id, form, OVERTAKEN, HttpStatus.CONFLICT);
        };
    }

    private View again(
            Person person, UUID id, Decide.Form form, String problem, HttpStatus status) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        Answer answer = engine.answer(snapshot, person.clinic(), person.today(clock));
        DecisionPanels.Sent sent = new DecisionPanels.Sent(problem, form.day(), form.reason());
        return new Page("forecasting/patient", pages.after(sent, person, snapshot, answer), status);
    }
}
