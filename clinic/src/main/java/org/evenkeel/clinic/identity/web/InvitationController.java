package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.identity.internal.Accounts;
import org.evenkeel.clinic.identity.internal.Ceremonies;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.evenkeel.clinic.identity.internal.Door;
import org.evenkeel.clinic.identity.internal.FreshStart;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Optional;

/// The way in for somebody who was given a link.
@Controller
class InvitationController {
    private static final Notice GONE = new Notice(
            "This link does not work any more",
            "Each link works once and for two days. Ask whoever gave it to you for another.");

    private final Accounts accounts;
    private final People people;
    private final FreshStart freshStart;
    private final Ceremonies ceremonies;
    private final Door door;

    InvitationController(
            Accounts accounts,
            People people,
            FreshStart freshStart,
            Ceremonies ceremonies,
            Door door) {
        this.accounts = accounts;
        this.people = people;
        this.freshStart = freshStart;
        this.ceremonies = ceremonies;
        this.door = door;
    }

    @GetMapping("/sign-in/invitation/{token}")
    @OpenToAll("the token in it is the proof of who asks")
    View form(@PathVariable String token) {
        return invited(token)
                .<View>map(person -> page(person, token, Optional.empty()))
                .orElseGet(InvitationController::gone);
    }

    @PostMapping("/sign-in/invitation/{token}")
    @OpenToAll("the token in it is the proof of who asks")
    View choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> someone = invited(token);
        if (someone.isEmpty()) {
            return gone();
        }
        Person person = someone.get();
        Optional<String> problem = freshStart.problem(person, password);
        if (problem.isPresent()) {
            return page(person, token, problem);
        }
        if (!freshStart.begin(person, token, password)) {
            return gone();
        }
        if (Door.needsTwo(person)) {
            ceremonies.begin(Kind.ENROL, person.id(), request, response);
            return new RedirectView("/sign-in/enrol");
        }
        Proof proof = Proof.of("invitation", Factor.LINK, Factor.PASSWORD);
        return new RedirectView(door.enter(person, proof, request, response) ? "/" : "/sign-in");
    }

    private Optional<Person> invited(String token) {
        return accounts.invited(token)
                .filter(person -> !accounts.isDisabled(person))
                .flatMap(people::find);
    }

    private View page(Person person, String token, Optional<String> problem) {
        InvitationPage page = new InvitationPage(
                accounts.nameOf(person.id()).orElse(""), "/sign-in/invitation/" + token, problem);
        return problem.isPresent()
                ? Page.refused("identity/invitation", page)
                : Page.of("identity/invitation", page);
    }

    private static View gone() {
        return new Page("web/notice", GONE, HttpStatus.GONE);
    }
}
