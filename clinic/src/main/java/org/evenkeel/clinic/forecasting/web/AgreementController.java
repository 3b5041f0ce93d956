package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Agree;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Takes what a prescriber agrees with a patient, and its end.
@Controller
class AgreementController {
    private static final String OVERTAKEN =
            "Something changed on this page since you opened it. Look at it as it is now and agree"
                    + " again; nothing was recorded.";

    private final Agree agree;
    private final Courses courses;
    private final Engine engine;
    private final AgreementPanels panels;
    private final PatientPages pages;
    private final InstantSource clock;

    AgreementController(
            Agree agree,
            Courses courses,
            Engine engine,
            AgreementPanels panels,
            PatientPages pages,
            InstantSource clock) {
        this.agree = agree;
        this.courses = courses;
        this.engine = engine;
        this.panels = panels;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/patients/{id}/agreements")
    @Needs(value = Permission.DECIDE, act = "agreement-make", of = Needs.Subject.PATIENT)
    View start(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = form(person, id, sent);
        return view(agree.start(form, person, id), form, person, id);
    }

    @PostMapping("/patients/{id}/agreements/close")
    @Needs(value = Permission.DECIDE, act = "agreement-close", of = Needs.Subject.PATIENT)
    View close(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = form(person, id, sent);
        return view(agree.close(form, person, id), form, person, id);
    }

    private FormState form(Person person, UUID id, Map<String, String> sent) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        return panels.sent(sent, snapshot, answer(snapshot, person));
    }

    private View view(Agree.Outcome outcome, FormState form, Person person, UUID id) {
        return switch (outcome) {
            case DONE -> new RedirectView("/patients/" + id);
            case REFUSED -> again(person, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
            case OVERTAKEN -> {
                form.reject("kind", OVERTAKEN);
                yield again(person, id, form, HttpStatus.CONFLICT);
            }
        };
    }

    private View again(Person person, UUID id, FormState form, HttpStatus status) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        Answer answer = answer(snapshot, person);
        return new Page("forecasting/patient", pages.after(form, person, snapshot, answer), status);
    }

    private Answer answer(Snapshot snapshot, Person person) {
        return engine.answer(snapshot, person.clinic(), person.today(clock));
    }
}
