package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Session.State;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Door;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.Provider;
import org.evenkeel.clinic.identity.internal.ProviderLinks;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Optional;

/// Signing in by an outside provider, and linking it: whoever is signed in already and comes back
/// from there is linked, everybody else is signed in if they were.
@Controller
class ProviderController {
    private static final View REFUSED = notice(
            "That did not work",
            "Your organisation's sign-in is not linked to anybody here, or it did not ask for two"
                    + " factors. Sign in another way, then link it under your name.");

    private static final View AWAY = notice(
            "Your organisation's sign-in does not answer", "Try again, or sign in another way.");

    private final Provider provider;
    private final ProviderLinks links;
    private final Sessions sessions;
    private final Enrolment enrolment;
    private final People people;
    private final Door door;

    ProviderController(
            Provider provider,
            ProviderLinks links,
            Sessions sessions,
            Enrolment enrolment,
            People people,
            Door door) {
        this.provider = provider;
        this.links = links;
        this.sessions = sessions;
        this.enrolment = enrolment;
        this.people = people;
        this.door = door;
    }

    @GetMapping("/sign-in/provider")
    @OpenToAll("sends people to where they sign in")
    View ask(HttpServletRequest request) {
        if (!provider.isSet()) {
            throw new NotThere();
        }
        Optional<Session> session = open(request);
        if (session.isPresent() && enrolment.mustConfirm(session.get().person(), request)) {
            return new RedirectView("/confirm?to=/account");
        }
        return provider.ask(request).<View>map(RedirectView::new).orElse(AWAY);
    }

    @GetMapping(Provider.BACK)
    @OpenToAll("the provider's word is the proof of who asks")
    View back(
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> state,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!provider.isSet()) {
            throw new NotThere();
        }
        Optional<Session> session = open(request);
        Optional<Provider.Identity> identity = provider.answered(code, state, request);
        if (identity.isEmpty()) {
            return REFUSED;
        }
        if (session.isPresent()) {
            return link(session.get(), identity.get(), request);
        }
        Optional<Person> person = links.holder(identity.get()).flatMap(people::find);
        Proof proof = Proof.of("provider", Factor.PROVIDER);
        return person.filter(each -> door.enter(each, proof, request, response))
                .<View>map(_ -> new RedirectView("/"))
                .orElse(REFUSED);
    }

    private View link(Session session, Provider.Identity identity, HttpServletRequest request) {
        Person person = session.person();
        if (enrolment.mustConfirm(person, request) || !links.add(identity, person)) {
            return REFUSED;
        }
        return new RedirectView("/account");
    }

    private Optional<Session> open(HttpServletRequest request) {
        return sessions.current(request).filter(session -> session.state() == State.OPEN);
    }

    private static View notice(String title, String text) {
        return new Page("web/notice", new Notice(title, text), HttpStatus.FORBIDDEN);
    }
}
