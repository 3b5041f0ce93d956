package org.evenkeel.clinic;

import static java.util.stream.Collectors.toSet;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.demo.internal.DemoClinic;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Lets tests visit the demo clinic as anyone.
@TestComponent
@Lazy
public class Visitors {
    private final DemoClinic demo;
    private final OneUseLinks links;
    private final People people;
    private final Courses courses;
    private final Environment environment;
    private final Sessions sessions;
    private final Map<Role, SignedIn> visitors = new EnumMap<>(Role.class);

    Visitors(
            DemoClinic demo,
            OneUseLinks links,
            People people,
            Courses courses,
            Environment environment,
            Sessions sessions) {
        this.demo = demo;
        this.links = links;
        this.people = people;
        this.courses = courses;
        this.environment = environment;
        this.sessions = sessions;
    }

    /// Someone of a role, signed in; again if another test has ended all sessions of theirs.
    synchronized Visitor as(Role role) {
        SignedIn signedIn = visitors.get(role);
        if (signedIn == null || !running(role).contains(signedIn.session())) {
            Set<UUID> before = running(role);
            Visitor visitor = stranger();
            visitor.get(link(role));
            UUID session = running(role).stream()
                    .filter(one -> !before.contains(one))
                    .findFirst()
                    .orElseThrow();
            signedIn = new SignedIn(visitor, session);
            visitors.put(role, signedIn);
        }
        return signedIn.visitor();
    }

    private Set<UUID> running(Role role) {
        return sessions.running(person(role)).stream().map(Session::id).collect(toSet());
    }

    /// Someone who has not signed in.
    Visitor stranger() {
        return new Visitor(address());
    }

    /// A fresh sign-in link.
    String link(Role role) {
        return "/enter/" + links.issue(person(role).id());
    }

    /// The demo's person of a role.
    public synchronized Person person(Role role) {
        if (people.all().isEmpty()) {
            demo.open();
        }
        return people.all().stream()
                .filter(person -> person.role() == role && person.clinic().synthetic())
                // Tests add people of their own to the demo's clinic.
                .filter(person -> role == Role.PATIENT || person.name().endsWith(" Demo"))
                .findFirst()
                .orElseThrow();
    }

    /// All patients of a person's clinic.
    List<Snapshot> courses(Person person) {
        return inClinic(person.clinicId(), () -> courses.of(person));
    }

    /// One patient of a person's clinic.
    Optional<Snapshot> courses(Person person, UUID patient) {
        return inClinic(person.clinicId(), () -> courses.of(person, patient));
    }

    /// Works as a job of a clinic does.
    static <T> T inClinic(UUID clinic, Supplier<T> work) {
        return Acting.inClinic(clinic).call(work);
    }

    /// Where the clinic answers.
    String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private record SignedIn(Visitor visitor, UUID session) {}
}
