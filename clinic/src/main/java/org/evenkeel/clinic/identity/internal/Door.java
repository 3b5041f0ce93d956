package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.access.SignIn;
import org.evenkeel.clinic.identity.internal.Ceremonies.Ceremony;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// The last steps that all ways in share.
@Component
public class Door {
    private final SignIn signIn;
    private final Accounts accounts;
    private final SessionCookie cookie;
    private final Ceremonies ceremonies;
    private final Enrolment enrolment;
    private final People people;

    Door(
            SignIn signIn,
            Accounts accounts,
            SessionCookie cookie,
            Ceremonies ceremonies,
            Enrolment enrolment,
            People people) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.cookie = cookie;
        this.ceremonies = ceremonies;
        this.enrolment = enrolment;
        this.people = people;
    }

    /// Whether one factor is not enough for somebody.
    public static boolean needsTwo(Person person) {
        return person.role() != Role.PATIENT;
    }

    /// Signs somebody in and knows their device from now on; false where they may not sign in.
    public boolean enter(
            Person person, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        if (accounts.isDisabled(person.id())) {
            return false;
        }
        accounts.knowDevice(cookie.rememberDevice(request, response), person.id());
        signIn.establish(person, proof, request, response);
        return true;
    }

    /// Who stands half-way in, in the browser that asks. Nobody does who was to set up their first
    /// second factor and has one by now: that was done elsewhere.
    public Optional<Person> halfWay(Kind kind, HttpServletRequest request) {
        return ceremonies
                .find(kind, request)
                .flatMap(Ceremony::personId)
                .flatMap(people::find)
                .filter(person -> kind != Kind.ENROL || !enrolment.hasSecondFactor(person));
    }

    /// Uses the half-way step up; false where somebody was faster.
    public boolean leave(Kind kind, HttpServletRequest request) {
        return ceremonies.find(kind, request).filter(ceremonies::finish).isPresent();
    }
}
