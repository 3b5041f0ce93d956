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
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;

/// The part of a patient's page that explains the answer. It loads after the page: it asks the
/// engine a dozen questions where the page asks one.
@Controller
class WhyController {
    private final Courses courses;
    private final Engine engine;
    private final InstantSource clock;

    WhyController(Courses courses, Engine engine, InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.clock = clock;
    }

    @GetMapping("/patients/{id}/why")
    @Needs(value = Permission.SEE_COURSES, act = "explanation-view", of = Needs.Subject.PATIENT)
    View why(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        LocalDate today = person.today(clock);
        Answer answer = engine.answer(snapshot, person.clinic(), today);
        return Page.of(
                "forecasting/why",
                new WhyView(snapshot, answer)
                        .page(engine.explanation(snapshot, person.clinic(), today)));
    }
}
