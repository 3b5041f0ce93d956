package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Session.State;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Ceremonies;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.evenkeel.clinic.identity.internal.CodeCheck;
import org.evenkeel.clinic.identity.internal.Door;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.PasswordCheck;
import org.evenkeel.clinic.identity.internal.PasswordCheck.Answer;
import org.evenkeel.clinic.identity.internal.Provider;
import org.evenkeel.clinic.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Optional;

/// Signing in by password and code.
@Controller
class SignInController {
    private static final String WRONG = "This name and this password do not go together.";
    private static final String WAIT =
            "That were many tries. Please wait a moment, then try again.";
    private static final String WRONG_CODE =
            "This code is not right, or it was used already. A code of the app changes every half"
                    + " minute and works once.";

    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final Enrolment enrolment;
    private final Ceremonies ceremonies;
    private final Sessions sessions;
    private final Door door;
    private final Audit audit;
    private final Provider provider;
    private final boolean isDemo;

    SignInController(
            PasswordCheck passwords,
            CodeCheck codes,
            Enrolment enrolment,
            Ceremonies ceremonies,
            Sessions sessions,
            Door door,
            Audit audit,
            Provider provider,
            @Value("${evenkeel.demo:false}") boolean isDemo) {
        this.passwords = passwords;
        this.codes = codes;
        this.enrolment = enrolment;
        this.ceremonies = ceremonies;
        this.sessions = sessions;
        this.door = door;
        this.audit = audit;
        this.provider = provider;
        this.isDemo = isDemo;
    }

    @GetMapping("/sign-in")
    @OpenToAll("people sign in here")
    View form(HttpServletRequest request) {
        return sessions.current(request)
                .map(session -> session.state() == State.LOCKED ? "/sign-in/locked" : "/")
                .<View>map(RedirectView::new)
                .orElseGet(() -> Page.of(
                        "identity/sign-in",
                        new SignInPage("", Optional.empty(), isDemo, provider.isSet())));
    }

    @PostMapping("/sign-in")
    @OpenToAll("people sign in here")
    View password(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (passwords.check(name, password, request)) {
            case Answer.Right(Person person) -> next(person, request, response);
            case Answer.Wrong _ ->
                Page.refused(
                        "identity/sign-in",
                        new SignInPage(name, Optional.of(WRONG), isDemo, provider.isSet()));
            case Answer.Wait _ -> {
                response.setHeader("Retry-After", "10");
                yield new Page(
                        "identity/sign-in",
                        new SignInPage(name, Optional.of(WAIT), isDemo, provider.isSet()),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private View next(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (enrolment.hasSecondFactor(person)) {
            ceremonies.begin(Kind.CODE, person.id(), request, response);
            return new RedirectView("/sign-in/code");
        }
        if (Door.needsTwo(person)) {
            ceremonies.begin(Kind.ENROL, person.id(), request, response);
            return new RedirectView("/sign-in/enrol");
        }
        return enter(person, Proof.of("password", Factor.PASSWORD), request, response);
    }

    @GetMapping("/sign-in/code")
    @OpenToAll("only a browser in which a password was right gets further")
    View codeForm(HttpServletRequest request) {
        return door.halfWay(Kind.CODE, request).isPresent()
                ? Page.of("identity/code", new CodePage(Optional.empty()))
                : new RedirectView("/sign-in");
    }

    @PostMapping("/sign-in/code")
    @OpenToAll("only a browser in which a password was right gets further")
    View code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> someone = door.halfWay(Kind.CODE, request);
        if (someone.isEmpty()) {
            return new RedirectView("/sign-in");
        }
        Person person = someone.get();
        return switch (codes.check(person, code, request)) {
            case CodeCheck.Answer.Wait _ ->
                new Page(
                        "identity/code",
                        new CodePage(Optional.of(WAIT)),
                        HttpStatus.TOO_MANY_REQUESTS);
            case CodeCheck.Answer.Right(Factor factor)
            when door.leave(Kind.CODE, request) ->
                enter(
                        person,
                        Proof.of("password-and-" + factor.words(), Factor.PASSWORD, factor),
                        request,
                        response);
            default -> {
                audit.denied(person.actor(), new Act("sign-in-code", "person", person.id()));
                yield Page.refused("identity/code", new CodePage(Optional.of(WRONG_CODE)));
            }
        };
    }

    @GetMapping("/sign-in/enrol")
    @OpenToAll("only a browser in which a password was right gets further")
    View enrolForm(HttpServletRequest request) {
        return door.halfWay(Kind.ENROL, request)
                .<View>map(person -> enrolPage(person, request))
                .orElseGet(() -> new RedirectView("/sign-in"));
    }

    @PostMapping("/sign-in/enrol")
    @OpenToAll("only a browser in which a password was right gets further")
    View enrol(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> someone = door.halfWay(Kind.ENROL, request);
        if (someone.isEmpty()) {
            return new RedirectView("/sign-in");
        }
        Person person = someone.get();
        Optional<List<String>> codes = enrolment.addApp(person, code, request);
        if (codes.isEmpty() || !door.leave(Kind.ENROL, request)) {
            return enrolment
                    .waiting(request)
                    .<View>map(secret -> Page.refused(
                            "identity/enrol", enrolPage(person, secret, Optional.of(WRONG_CODE))))
                    .orElseGet(() -> new RedirectView("/sign-in"));
        }
        Proof proof = Proof.of("password-and-code", Factor.PASSWORD, Factor.CODE);
        return door.enter(person, proof, request, response)
                ? Page.of("identity/codes", new CodesPage(codes.get(), "/"))
                : new RedirectView("/sign-in");
    }

    private View enter(
            Person person, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        return new RedirectView(door.enter(person, proof, request, response) ? "/" : "/sign-in");
    }

    private View enrolPage(Person person, HttpServletRequest request) {
        byte[] secret = enrolment.beginApp(request);
        return Page.of("identity/enrol", enrolPage(person, secret, Optional.empty()));
    }

    private EnrolPage enrolPage(Person person, byte[] secret, Optional<String> problem) {
        return EnrolPage.of(secret, enrolment.nameOf(person), "/sign-in/enrol", true, problem);
    }
}
