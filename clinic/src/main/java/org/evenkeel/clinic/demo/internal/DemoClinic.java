package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Fills an empty database with the demo and hands out links to it.
@Service
@ConditionalOnProperty("evenkeel.demo")
public class DemoClinic {
    private static final Map<Role, String> STAFF = Map.of(
            Role.PRESCRIBER, "Dr Robin Demo",
            Role.NURSE, "Noor Demo",
            Role.THERAPIST, "Theo Demo",
            Role.FRONT_DESK, "Fran Demo",
            Role.MANAGER, "Mika Demo",
            Role.RESEARCHER, "Rene Demo",
            Role.AUDITOR, "Ari Demo");

    private final People people;
    private final OneUseLinks links;

    DemoClinic(People people, OneUseLinks links) {
        this.people = people;
        this.links = links;
    }

    /// A way in.
    ///
    /// @param role for whom
    /// @param token what the link carries
    public record Link(Role role, String token) {}

    /// Makes the clinic where there is none, and a fresh link for each of its people.
    public List<Link> open() {
        if (people.all().isEmpty()) {
            fill();
        }
        return people.all().stream()
                .sorted(Comparator.comparing(Person::role))
                .map(person -> new Link(person.role(), links.issue(person.id())))
                .toList();
    }

    private void fill() {
        Clinic clinic = new Clinic(
                UUID.randomUUID(),
                "Demo clinic",
                ZoneId.systemDefault(),
                "ketamine-iv.adaptive",
                0.2,
                true);
        people.add(clinic);
        STAFF.forEach((role, name) ->
                people.add(new Person(UUID.randomUUID(), name, role, clinic, Optional.empty())));
    }
}
