package org.evenkeel.clinic.prescribing.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.prescribing.Prescribe;
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

/// Shows a patient's plans, draws one up, and takes the signature that starts it.
@Controller
class PlanController {
    private final Prescribe prescribe;
    private final PlanPages pages;

    PlanController(Prescribe prescribe, PlanPages pages) {
        this.prescribe = prescribe;
        this.pages = pages;
    }

    @GetMapping("/patients/{id}/plan")
    @Needs(value = Permission.PRESCRIBE, act = "plan-view", of = Needs.Subject.PATIENT)
    View plan(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Page.of("prescribing/plan", pages.plan(person, id, pages.fresh(person, id)));
    }

    @PostMapping("/patients/{id}/plan")
    @Needs(value = Permission.PRESCRIBE, act = "plan-draft", of = Needs.Subject.PATIENT)
    View draft(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return prescribe.draft(form, person, id)
                ? new RedirectView("/patients/" + id + "/plan/sign")
                : Page.refused("prescribing/plan", pages.plan(person, id, form));
    }

    @GetMapping("/patients/{id}/plan/sign")
    @Needs(
            value = Permission.PRESCRIBE,
            act = "plan-to-sign",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View toSign(SignedIn someone, @PathVariable UUID id) {
        return prescribe
                .shown(someone.person(), id)
                .<View>map(shown ->
                        Page.of("prescribing/sign", pages.sign(someone.person(), id, shown, "")))
                .orElseGet(() -> new RedirectView("/patients/" + id + "/plan"));
    }

    @PostMapping("/patients/{id}/plan/sign")
    @Needs(
            value = Permission.PRESCRIBE,
            act = "plan-sign",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View sign(
            SignedIn someone,
            @PathVariable UUID id,
            @RequestParam(name = "seen", defaultValue = "") String seen) {
        Person person = someone.person();
        return switch (prescribe.sign(person, someone.proof(), id, seen)) {
            case SIGNED -> new RedirectView("/patients/" + id + "/plan");
            case NOT_ALLOWED ->
                refused(person, id, "This plan cannot be signed yet; below is what is missing.");
            case CHANGED ->
                refused(person, id, "What you saw is not what would be signed. Look again.");
        };
    }

    private View refused(Person person, UUID id, String problem) {
        return prescribe
                .shown(person, id)
                .<View>map(shown ->
                        Page.refused("prescribing/sign", pages.sign(person, id, shown, problem)))
                .orElseGet(() -> {
                    FormState form = pages.fresh(person, id);
                    form.reject("protocol", "Draw a plan up first.");
                    return Page.refused("prescribing/plan", pages.plan(person, id, form));
                });
    }
}
