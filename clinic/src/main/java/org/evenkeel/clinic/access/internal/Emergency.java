package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/// Lets somebody work in the clinic whose record they opened in an emergency, for one request.
@Component
class Emergency {
    private final BreakGlass glass;
    private final People people;

    Emergency(BreakGlass glass, People people) {
        this.glass = glass;
        this.people = people;
    }

    /// The person at work where the opened record is, or nothing where none is open.
    Optional<Person> at(Person person, UUID patientId) {
        return glass.current(person, patientId)
                .flatMap(opened -> people.clinic(opened.clinicId()))
                .map(person::in);
    }

    /// From here on the request is theirs as that person. The session stays as it was.
    static void become(Person person) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn someone) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(person, someone.proof()));
            SecurityContextHolder.setContext(context);
        }
    }
}
