package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.evenkeel.clinic.identity.internal.Door;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

import java.util.Optional;

/// Passkeys, as the pages' own script asks for them: options come as JSON, answers go as JSON, and
/// what follows is an address or a status.
@Controller
class PasskeyController {
    private static final ResponseEntity<String> REFUSED =
            ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    /// The page's script leads to where a second factor is given.
    private static final ResponseEntity<String> CONFIRM =
            ResponseEntity.status(HttpStatus.FORBIDDEN).build();

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Door door;
    private final Enrolment enrolment;

    PasskeyController(Passkeys passkeys, Sessions sessions, Door door, Enrolment enrolment) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.door = door;
        this.enrolment = enrolment;
    }

    @PostMapping("/sign-in/passkey/options")
    @OpenToAll("a challenge says nothing about anyone")
    ResponseEntity<String> options(HttpServletRequest request) {
        return json(passkeys.challenge(request));
    }

    @PostMapping("/sign-in/passkey")
    @OpenToAll("the passkey is the proof of who asks")
    ResponseEntity<String> signIn(
            @RequestBody(required = false) @Nullable String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answered(answer, request)
                .filter(person ->
                        door.enter(person, Proof.of("passkey", Factor.PASSKEY), request, response))
                .map(_ -> to("/"))
                .orElse(REFUSED);
    }

    @PostMapping("/sign-in/passkeys/options")
    @OpenToAll("only a browser in which a password was right gets further")
    ResponseEntity<String> firstOptions(HttpServletRequest request) {
        return door.halfWay(Kind.ENROL, request)
                .map(person -> json(passkeys.newChallenge(person, request)))
                .orElse(REFUSED);
    }

    @PostMapping("/sign-in/passkeys")
    @OpenToAll("only a browser in which a password was right gets further")
    ResponseEntity<String> first(
            @RequestBody(required = false) @Nullable String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proof proof = Proof.of("password-and-passkey", Factor.PASSWORD, Factor.PASSKEY);
        return door.halfWay(Kind.ENROL, request)
                .filter(person -> answer != null && passkeys.add(person, answer, request))
                .filter(_ -> door.leave(Kind.ENROL, request))
                .filter(person -> door.enter(person, proof, request, response))
                .map(_ -> to("/"))
                .orElse(REFUSED);
    }

    @PostMapping("/account/passkeys/options")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "passkey-add", of = Subject.SELF)
    ResponseEntity<String> newOptions(
            @AuthenticationPrincipal Person person, HttpServletRequest request) {
        return enrolment.mustConfirm(person, request)
                ? CONFIRM
                : json(passkeys.newChallenge(person, request));
    }

    @PostMapping("/account/passkeys")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "passkey-add", of = Subject.SELF)
    ResponseEntity<String> add(
            @AuthenticationPrincipal Person person,
            @RequestBody(required = false) @Nullable String answer,
            HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        return answer != null && passkeys.add(person, answer, request) ? to("/account") : REFUSED;
    }

    @PostMapping("/sign-in/confirm")
    @OpenToAll("reads the session itself: it opens what is locked for the same person only")
    ResponseEntity<String> confirm(
            @RequestBody(required = false) @Nullable String answer, HttpServletRequest request) {
        Optional<Session> session = sessions.current(request);
        Optional<Person> holder = answered(answer, request);
        boolean same = session.isPresent()
                && holder.isPresent()
                && session.get().person().id().equals(holder.get().id());
        if (!same) {
            session.ifPresent(each -> sessions.refuse(each, "confirm"));
            return REFUSED;
        }
        sessions.confirm(session.get(), Factor.PASSKEY);
        return to("");
    }

    private Optional<Person> answered(@Nullable String answer, HttpServletRequest request) {
        return Optional.ofNullable(answer).flatMap(text -> passkeys.answered(text, request));
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }

    /// Where the page goes next; nowhere leaves it to the page.
    private static ResponseEntity<String> to(String path) {
        return json("{\"to\":\"" + path + "\"}");
    }
}
