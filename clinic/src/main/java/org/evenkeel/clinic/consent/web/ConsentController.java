package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.consent.TakeConsent;
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

import java.util.Map;
import java.util.UUID;

/// Consent in the clinic: staff put a text before a patient, hand the device over, and witness.
@Controller
class ConsentController {
    private final TakeConsent take;
    private final ConsentPages pages;
    private final ConsentSteps steps;

    ConsentController(TakeConsent take, ConsentPages pages, ConsentSteps steps) {
        this.take = take;
        this.pages = pages;
        this.steps = steps;
    }

    @GetMapping("/patients/{id}/consents")
    @Needs(value = Permission.TAKE_CONSENT, act = "consents-view", of = Needs.Subject.PATIENT)
    View consents(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Page.of("consent/consents", pages.consents(person, id, FormState.fresh(Map.of())));
    }

    @PostMapping("/patients/{id}/consents")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-start", of = Needs.Subject.PATIENT)
    View start(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return take.start(form, person, id)
                ? new RedirectView("/patients/" + id + "/consent")
                : Page.refused("consent/consents", pages.consents(person, id, form));
    }

    @PostMapping("/patients/{id}/consents/withdraw")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-withdraw", of = Needs.Subject.PATIENT)
    View withdraw(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        return steps.withdraw(person, id, sent);
    }

    @GetMapping("/patients/{id}/consents/paper")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-paper", of = Needs.Subject.PATIENT)
    View paper(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String consent) {
        return steps.paper(person, id, consent);
    }

    @GetMapping("/patients/{id}/consent")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-read", of = Needs.Subject.PATIENT)
    View read(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return steps.read(person, id);
    }

    @PostMapping("/patients/{id}/consent/answers")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-answer", of = Needs.Subject.PATIENT)
    View answer(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        return steps.answer(person, id, sent);
    }

    @GetMapping("/patients/{id}/consent/choices")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-choices", of = Needs.Subject.PATIENT)
    View choices(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return steps.choices(person, id);
    }

    @PostMapping("/patients/{id}/consent/choices")
    @Needs(value = Permission.TAKE_CONSENT, act = "consent-choose", of = Needs.Subject.PATIENT)
    View choose(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        return steps.choose(person, id, sent);
    }

    @GetMapping("/patients/{id}/consent/sign")
    @Needs(
            value = Permission.TAKE_CONSENT,
            act = "consent-to-sign",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View toSign(SignedIn someone, @PathVariable UUID id) {
        return steps.toSign(someone.person(), id, "");
    }

    @PostMapping("/patients/{id}/consent/sign")
    @Needs(
            value = Permission.TAKE_CONSENT,
            act = "consent-sign",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View sign(
            SignedIn someone,
            @PathVariable UUID id,
            @RequestParam(name = "seen", defaultValue = "") String seen) {
        return steps.sign(someone, id, seen);
    }
}
