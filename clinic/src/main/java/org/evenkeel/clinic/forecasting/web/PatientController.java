package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;

/// A patient's page and its slider.
@Controller
class PatientController {
    private static final int MOST_DAYS_AHEAD = 140;

    private final Courses courses;
    private final Engine engine;
    private final PatientPages pages;
    private final InstantSource clock;

    PatientController(Courses courses, Engine engine, PatientPages pages, InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/patients/{id}")
    @Needs(value = Permission.SEE_COURSES, act = "patient-view", of = Needs.Subject.PATIENT)
    View patient(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        Answer answer = engine.answer(snapshot, person.clinic(), person.today(clock));
        return Page.of("forecasting/patient", pages.fresh(person, snapshot, answer));
    }

    /// What waiting some days from today would bring.
    @GetMapping("/patients/{id}/waiting")
    @Needs(value = Permission.SEE_COURSES, act = "waiting-view", of = Needs.Subject.PATIENT)
    View waiting(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam("days") int days) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        LocalDate today = person.today(clock);
        Answer answer = engine.answer(snapshot, person.clinic(), today);
        if (days < 1 || days > MOST_DAYS_AHEAD) {
            throw new NotThere();
        }
        Outlook outlook = new Outlook(answer, answer.fitted().orElseThrow(NotThere::new));
        return Page.of(
                "forecasting/waiting",
                Waiting.until(
                        today.plusDays(days), answer, outlook, person.clinic().riskLimit()));
    }
}
