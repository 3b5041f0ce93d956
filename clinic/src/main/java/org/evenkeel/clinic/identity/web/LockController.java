package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Session.State;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.OpenPages;
import org.evenkeel.clinic.identity.internal.Pins;
import org.evenkeel.clinic.identity.internal.Secret;
import org.evenkeel.clinic.identity.internal.SessionCookie;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Optional;

/// Locking a session and opening it again, and the stream that tells pages of either.
@Controller
class LockController {
    private static final String SESSION = "reads the session itself, and answers for it alone";

    private static final Notice ENDED =
            new Notice("Your session has ended", "There is nothing left to open. Sign in again.");

    private final Sessions sessions;
    private final Pins pins;
    private final OpenPages pages;
    private final SessionCookie cookie;

    LockController(Sessions sessions, Pins pins, OpenPages pages, SessionCookie cookie) {
        this.sessions = sessions;
        this.pins = pins;
        this.pages = pages;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in/session")
    @OpenToAll(SESSION)
    ResponseEntity<SseEmitter> stream(HttpServletRequest request) {
        return sessions.current(request)
                .map(pages::listen)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.ok(pages.ended()));
    }

    /// The person moved or typed, on a page that asks for nothing.
    @PostMapping("/sign-in/here")
    @OpenToAll(SESSION)
    ResponseEntity<Void> here(HttpServletRequest request) {
        sessions.current(request)
                .filter(session -> session.state() == State.OPEN)
                .ifPresent(sessions::see);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/sign-in/lock")
    @OpenToAll(SESSION)
    View lock(HttpServletRequest request) {
        Optional<Session> session = sessions.current(request);
        if (session.isPresent() && !session.get().canReopen()) {
            // Nothing would open it again: first make a PIN.
            return new RedirectView("/account#pin");
        }
        session.ifPresent(sessions::lock);
        return new RedirectView("/sign-in/locked");
    }

    @GetMapping("/sign-in/locked")
    @OpenToAll(SESSION)
    View locked(HttpServletRequest request) {
        return sessions.current(request)
                .filter(session -> session.state() == State.LOCKED)
                .<View>map(session -> Page.of("identity/locked", page(session, Optional.empty())))
                .orElseGet(() -> new RedirectView("/"));
    }

    /// Opens the page's own session by PIN; a page that only waits behind its lock reads the
    /// status, and opens on a redirect only.
    @PostMapping("/sign-in/unlock")
    @OpenToAll(SESSION)
    View unlock(@RequestParam(defaultValue = "") String pin, HttpServletRequest request) {
        Optional<Session> found = sessions.current(request);
        if (found.isEmpty()) {
            return new Page("web/notice", ENDED, HttpStatus.GONE);
        }
        if (found.get().state() == State.OPEN) {
            return new RedirectView("/");
        }
        Session session = found.get();
        Pins.Answer answer = cookie.device(request)
                .map(device -> pins.check(Secret.hash(device), session.person().id(), pin))
                .orElse(Pins.Answer.GONE);
        return switch (answer) {
            case RIGHT -> {
                sessions.confirm(session, Factor.PIN);
                yield new RedirectView("/");
            }
            case WRONG -> {
                sessions.refuse(session, "unlock");
                yield Page.refused(
                        "identity/locked",
                        page(session, Optional.of("This is not your PIN on this device.")));
            }
            case GONE -> {
                sessions.refuse(session, "unlock");
                if (!session.canReopenByPasskey()) {
                    sessions.end(session, "pin-used-up");
                }
                yield new Page(
                        "identity/locked",
                        page(
                                session,
                                Optional.of("There is no PIN to try (any more). Use a passkey, or"
                                        + " sign in again.")),
                        HttpStatus.GONE);
            }
        };
    }

    /// Staff see whose session waits; that somebody is a patient here is told to nobody.
    private static LockedPage page(Session session, Optional<String> problem) {
        Person person = session.person();
        return new LockedPage(
                person.role() == Role.PATIENT ? "" : person.name(),
                session.canReopenByPasskey(),
                problem);
    }
}
