package org.evenkeel.clinic.oversight.web;

import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/// What the auditor reads of records opened in an emergency.
@Controller
class EmergenciesController {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm");

    private final BreakGlass glass;
    private final People people;
    private final String officer;

    /// @param officer whom mail tells of an opening; empty where no mail is set
    EmergenciesController(
            BreakGlass glass, People people, @Value("${evenkeel.mail.privacy:}") String officer) {
        this.glass = glass;
        this.people = people;
        this.officer = officer;
    }

    @GetMapping("/emergencies")
    @Needs(value = Permission.SEE_AUDIT, act = "emergencies-view", of = Needs.Subject.CLINIC)
    View list(@AuthenticationPrincipal Person person) {
        return Page.of("oversight/emergencies", page(person));
    }

    @PostMapping("/emergencies/{id}")
    @Needs(value = Permission.SEE_AUDIT, act = "break-glass-review", of = Needs.Subject.THING)
    View review(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return glass.review(person.actor(), id)
                ? new RedirectView("/emergencies")
                : Page.refused("oversight/emergencies", page(person));
    }

    private EmergenciesPage page(Person person) {
        Map<UUID, String> names = people.names(person.clinicId());
        return new EmergenciesPage(
                !officer.isEmpty(),
                glass.of(person.clinicId()).stream()
                        .map(opened -> row(person, opened, names))
                        .toList());
    }

    private static EmergenciesPage.Row row(
            Person person, BreakGlass.Opened opened, Map<UUID, String> names) {
        return new EmergenciesPage.Row(
                opened.id(),
                opened.patientId(),
                when(person, opened.at()),
                names.getOrDefault(opened.personId(), "somebody of another clinic") + ", "
                        + opened.role(),
                opened.reason(),
                opened.reviewed().map(at -> when(person, at)).orElse(""));
    }

    private static String when(Person person, Instant at) {
        return WHEN.withZone(person.clinic().zone()).format(at);
    }
}
