package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.PatientAccounts;
import org.evenkeel.clinic.identity.internal.PatientAccounts.Outcome;
import org.evenkeel.clinic.identity.internal.PublicAddress;
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
import java.util.Optional;
import java.util.UUID;

/// Invites a patient to read their own record. What gives a way in asks for a fresh second factor.
@Controller
class PatientAccountController {
    private static final String PATH = "/patients/{id}/account";
    private static final int LONGEST = 120;

    private final PatientAccounts accounts;
    private final Enrolment enrolment;
    private final PublicAddress address;

    PatientAccountController(PatientAccounts accounts, Enrolment enrolment, PublicAddress address) {
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.address = address;
    }

    @GetMapping(PATH)
    @Needs(value = Permission.INVITE_PATIENT, act = "patient-account-view", of = Subject.PATIENT)
    View show(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Page.of("identity/patient-account", page(person, id, Optional.empty(), fresh()));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.INVITE_PATIENT, act = "patient-invite", of = Subject.PATIENT)
    View change(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        FormState form = FormState.sent(fields);
        boolean givesAWayIn = !form.value("act").equals("disable");
        if (givesAWayIn && enrolment.mustConfirm(person, request)) {
            return new RedirectView("/confirm?to=/patients/" + id + "/account");
        }
        boolean hasOne = accounts.of(person, id).isPresent();
        switch (form.value("act")) {
            case "disable", "enable" -> {
                if (hasOne) {
                    accounts.setDisabled(person, id, form.value("act").equals("disable"));
                    return new RedirectView("/patients/" + id + "/account");
                }
            }
            case "link" -> {
                if (hasOne) {
                    return answer(person, id, accounts.link(person, id), request);
                }
            }
            default -> {
                int length = form.value("name").length();
                if (hasOne) {
                    form.reject("name", "This patient has an account already.");
                } else if (length < 2 || length > LONGEST) {
                    form.reject("name", "Enter 2 to " + LONGEST + " characters.");
                } else {
                    Outcome outcome = accounts.invite(person, id, form.value("name"));
                    return outcome instanceof Outcome.NameTaken
                            ? taken(person, id, form)
                            : answer(person, id, outcome, request);
                }
            }
        }
        form.reject("name", "There is no account yet.");
        return refused(person, id, form);
    }

    private View answer(Person person, UUID id, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Link(String token) -> {
                String link = address.origin(request) + "/sign-in/invitation/" + token;
                yield Page.of(
                        "identity/patient-account", page(person, id, Optional.of(link), fresh()));
            }
            case Outcome.NameTaken() -> taken(person, id, fresh());
            case Outcome.HasOne() -> {
                FormState form = fresh();
                form.reject("name", "This patient has an account already.");
                yield refused(person, id, form);
            }
        };
    }

    private View taken(Person person, UUID id, FormState form) {
        form.reject("name", "Somebody signs in with this name already.");
        return refused(person, id, form);
    }

    private View refused(Person person, UUID id, FormState form) {
        return Page.refused("identity/patient-account", page(person, id, Optional.empty(), form));
    }

    private static FormState fresh() {
        return FormState.fresh(Map.of());
    }

    private PatientAccountPage page(Person person, UUID id, Optional<String> link, FormState form) {
        return new PatientAccountPage(
                id, accounts.nameOf(person, id), accounts.of(person, id), link, form);
    }
}
