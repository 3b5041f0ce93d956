package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.treatment.Departures;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Shows how often each protocol was departed from, without names.
@Controller
class DeviationsController {
    private final Departures departures;

    DeviationsController(Departures departures) {
        this.departures = departures;
    }

    @GetMapping("/deviations")
    @Needs(value = Permission.COUNT_DEVIATIONS, act = "deviations-view", of = Needs.Subject.CLINIC)
    View counts(@AuthenticationPrincipal Person person) {
        return Page.of("treatment/deviations", new DeviationsPage(departures.counts(person)));
    }
}
