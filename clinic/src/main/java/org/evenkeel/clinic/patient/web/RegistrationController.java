package org.evenkeel.clinic.patient.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.patient.Registration;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Registers a patient.
@Controller
class RegistrationController {
    private static final String PATH = "/registration";
    private static final String VIEW = "patient/registration";

    private final Registration registration;
    private final InstantSource clock;

    RegistrationController(Registration registration, InstantSource clock) {
        this.registration = registration;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Needs(
            value = Permission.REGISTER_PATIENT,
            act = "registration-form",
            of = Needs.Subject.CLINIC)
    View form(@AuthenticationPrincipal Person person, @RequestParam Optional<String> done) {
        return Page.of(VIEW, page(person, FormState.fresh(Map.of()), done.isPresent()));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.REGISTER_PATIENT, act = "patient-register", of = Needs.Subject.CLINIC)
    View register(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Optional<UUID> patient = registration.from(form, person);
        if (patient.isEmpty()) {
            return Page.refused(VIEW, page(person, form, false));
        }
        return new RedirectView(next(person, patient.get()));
    }

    /// Whoever may see the record goes on there; the others are done.
    private static String next(Person person, UUID patient) {
        boolean sees =
                Policy.current().cell(person.role(), Permission.SEE_COURSES).reach()
                        == Policy.Reach.CLINIC;
        return sees ? "/patients/" + patient + "/history" : PATH + "?done=yes";
    }

    private RegistrationPage page(Person person, FormState form, boolean done) {
        return new RegistrationPage(form, person.today(clock).toString(), done);
    }
}
