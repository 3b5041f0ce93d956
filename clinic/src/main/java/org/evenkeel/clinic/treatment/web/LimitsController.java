package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.treatment.ConfirmLimits;
import org.evenkeel.clinic.treatment.ConfirmLimits.Confirmed;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Optional;

/// Shows the figures a clinic goes by and takes a prescriber's confirmation.
@Controller
class LimitsController {
    private final ConfirmLimits confirm;

    LimitsController(ConfirmLimits confirm) {
        this.confirm = confirm;
    }

    @GetMapping("/limits")
    @Needs(value = Permission.SEE_POLICY, act = "limits-view", of = Needs.Subject.CLINIC)
    View limits(@AuthenticationPrincipal Person person) {
        return Page.of("treatment/limits", page(person));
    }

    @PostMapping("/limits")
    @Needs(
            value = Permission.CONFIRM_LIMITS,
            act = "sign-limits-confirmed",
            of = Needs.Subject.CLINIC,
            fresh = true)
    View confirm(SignedIn someone, @RequestParam(name = "seen", defaultValue = "") String seen) {
        return confirm.confirm(someone.person(), someone.proof(), seen)
                ? new RedirectView("/limits")
                : Page.refused("treatment/limits", page(someone.person()));
    }

    private List<SignatureView> signatures(Person person, Confirmed confirmed) {
        return confirm.signed(person.clinicId(), confirmed).entrySet().stream()
                .map(each -> SignatureView.of(each.getKey())
                        .doubted(each.getValue(), "It is not about the figures in force."))
                .toList();
    }

    private LimitsPage page(Person person) {
        Optional<Confirmed> confirmed = confirm.confirmed(person.clinicId());
        return new LimitsPage(
                confirmed
                        .map(one -> one.name() + ", "
                                + Words.time(one.at(), person.clinic().zone()))
                        .orElse(""),
                confirmed.map(one -> signatures(person, one)).orElse(List.of()),
                confirmed
                        .filter(one -> confirm.isSigned(person.clinicId(), one))
                        .isPresent(),
                Meaning.LIMITS_CONFIRMED.sentence(),
                confirm.digest(),
                confirm.limits().stream()
                        .map(limit -> new LimitsPage.Row(
                                limit.name(),
                                Figure.of(limit.value(), limit.tag(), limit.source())))
                        .toList());
    }
}
