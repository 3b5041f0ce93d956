package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Shadow;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Holds;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who needs attention first, and why.
@Controller
class WorklistController {
    private final Courses courses;
    private final Engine engine;
    private final Shadow shadow;
    private final Holds holds;
    private final InstantSource clock;

    WorklistController(
            Courses courses, Engine engine, Shadow shadow, Holds holds, InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.shadow = shadow;
        this.holds = holds;
        this.clock = clock;
    }

    @GetMapping("/worklist")
    @Needs(value = Permission.SEE_COURSES, act = "worklist-view", of = Needs.Subject.CLINIC)
    View worklist(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "show", defaultValue = "") String show) {
        LocalDate today = person.today(clock);
        Map<UUID, List<Hold>> held = holds.of(person.clinicId(), today);
        List<WorklistView.Known> known = courses.of(person).parallelStream()
                .map(snapshot -> new WorklistView.Known(
                        snapshot,
                        engine.answer(snapshot, person.clinic(), today),
                        held.getOrDefault(snapshot.patient().id(), List.of())))
                .toList();
        // Whether forecasts hold is a matter of the whole clinic, also for who sees few patients.
        boolean drifted = Acting.inClinic(person.clinicId())
                .call(() -> CalibrationView.isDrifted(shadow.scored(person.clinicId())));
        Optional<Attention> shown = Arrays.stream(Attention.values())
                .filter(attention -> attention.code().equals(show))
                .findFirst();
        return Page.of("forecasting/worklist", new WorklistView(today).page(known, shown, drifted));
    }
}
