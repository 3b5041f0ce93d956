package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.CodeCheck;
import org.evenkeel.clinic.identity.internal.CodeCheck.Answer;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Optional;

/// Asks for a fresh second factor and goes back to where the person came from.
@Controller
class ConfirmController {
    private static final String WRONG = "This code is not right, or it was used already.";

    private final Sessions sessions;
    private final CodeCheck codes;
    private final Enrolment enrolment;

    ConfirmController(Sessions sessions, CodeCheck codes, Enrolment enrolment) {
        this.sessions = sessions;
        this.codes = codes;
        this.enrolment = enrolment;
    }

    @GetMapping("/confirm")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "confirm", of = Subject.SELF)
    View form(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "/") String to) {
        return Page.of("identity/confirm", page(person, to, Optional.empty()));
    }

    @PostMapping("/confirm")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "confirm", of = Subject.SELF)
    View confirm(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        Session session = sessions.current(request).orElseThrow(NotThere::new);
        return switch (codes.check(person, code, request)) {
            case Answer.Wait _ ->
                new Page(
                        "identity/confirm",
                        page(person, to, Optional.of("Please wait a moment, then try again.")),
                        HttpStatus.TOO_MANY_REQUESTS);
            case Answer.Wrong _ -> {
                sessions.refuse(session, "confirm");
                yield Page.refused("identity/confirm", page(person, to, Optional.of(WRONG)));
            }
            case Answer.Right(Factor factor) -> {
                sessions.confirm(session, factor);
                yield new RedirectView(ours(to));
            }
        };
    }

    private ConfirmPage page(Person person, String to, Optional<String> problem) {
        return new ConfirmPage(ours(to), enrolment.hasSecondFactor(person), problem);
    }

    /// A path of this clinic, whatever was asked for: nobody is led away from here.
    static String ours(String to) {
        return to.matches("/[A-Za-z0-9_.~-][A-Za-z0-9_.~/-]*(\\?[A-Za-z0-9_.~/=&-]*)?") ? to : "/";
    }
}
