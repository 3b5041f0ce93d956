package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/// Consent at home: a patient reads what was put before them, signs for themselves, sees what they
/// agreed to and takes it back.
@Controller
class OwnConsentController {
    private final ConsentPages pages;
    private final ConsentSteps steps;

    OwnConsentController(ConsentPages pages, ConsentSteps steps) {
        this.pages = pages;
        this.steps = steps;
    }

    private static UUID own(Person person) {
        return person.patientId().orElseThrow(NotThere::new);
    }

    @GetMapping("/me/consents")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "own-consents-view", of = Needs.Subject.SELF)
    View consents(@AuthenticationPrincipal Person person) {
        return Page.of(
                "consent/consents", pages.consents(person, own(person), FormState.fresh(Map.of())));
    }

    @PostMapping("/me/consents/withdraw")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-withdraw", of = Needs.Subject.SELF)
    View withdraw(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        return steps.withdraw(person, own(person), sent);
    }

    @GetMapping("/me/consents/paper")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-paper", of = Needs.Subject.SELF)
    View paper(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String consent) {
        return steps.paper(person, own(person), consent);
    }

    @GetMapping("/me/consent")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-read", of = Needs.Subject.SELF)
    View read(@AuthenticationPrincipal Person person) {
        return steps.read(person, own(person));
    }

    @PostMapping("/me/consent/answers")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-answer", of = Needs.Subject.SELF)
    View answer(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        return steps.answer(person, own(person), sent);
    }

    @GetMapping("/me/consent/choices")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-choices", of = Needs.Subject.SELF)
    View choices(@AuthenticationPrincipal Person person) {
        return steps.choices(person, own(person));
    }

    @PostMapping("/me/consent/choices")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-choose", of = Needs.Subject.SELF)
    View choose(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> sent) {
        return steps.choose(person, own(person), sent);
    }

    @GetMapping("/me/consent/sign")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-to-sign", of = Needs.Subject.SELF)
    View toSign(@AuthenticationPrincipal Person person) {
        return steps.toSign(person, own(person), "");
    }

    @PostMapping("/me/consent/sign")
    @Needs(value = Permission.GIVE_OWN_CONSENT, act = "consent-sign", of = Needs.Subject.SELF)
    View sign(SignedIn someone, @RequestParam(name = "seen", defaultValue = "") String seen) {
        return steps.sign(someone, own(someone.person()), seen);
    }
}
