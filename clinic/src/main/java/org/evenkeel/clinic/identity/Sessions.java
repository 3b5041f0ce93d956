package org.evenkeel.clinic.identity;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.SecondFactor;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Session.State;
import org.evenkeel.clinic.identity.internal.Secret;
import org.evenkeel.clinic.identity.internal.SessionCookie;
import org.evenkeel.clinic.identity.internal.SessionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who is signed in, where and how. Sessions stand in the database, so that they outlive a restart
/// and end everywhere at once.
@Service
public class Sessions implements SecondFactor {
    /// How old a second factor may be when something is signed.
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final String CURRENT = Sessions.class.getName();
    /// Every request would write a row otherwise.
    private static final Duration SEEN_TO = Duration.ofSeconds(30);

    private final SessionTable table;
    private final SessionCookie cookie;
    private final SessionLimits limits;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;

    Sessions(
            SessionTable table,
            SessionCookie cookie,
            SessionLimits limits,
            People people,
            Audit audit,
            InstantSource clock) {
        this.table = table;
        this.cookie = cookie;
        this.limits = limits;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /// The session of the browser that asks, open or locked. One look per request.
    @Transactional(readOnly = true)
    public Optional<Session> current(HttpServletRequest request) {
        if (request.getAttribute(CURRENT) instanceof Session known) {
            return Optional.of(known);
        }
        Optional<Session> found = cookie.read(request)
                .flatMap(token -> table.find(Secret.hash(token)))
                .flatMap(row -> acting(row).map(person -> session(row, person)))
                .filter(session -> session.state() != State.ENDED);
        found.ifPresent(session -> request.setAttribute(CURRENT, session));
        return found;
    }

    /// Whether the browser that asks is open and its person gave a second factor in the last five
    /// minutes. Where not, send them to `/confirm?to=` the page they are on.
    @Override
    public boolean isFresh(HttpServletRequest request) {
        return current(request)
                .filter(session -> session.state() == State.OPEN)
                .filter(session -> session.isFresh(clock.instant(), FRESH))
                .isPresent();
    }

    /// Opens a session for the browser that was given this token, on a device if it is known.
    @Transactional
    public void open(Person person, Proof proof, String token, Optional<String> device) {
        table.add(Secret.hash(token), person, proof, device.map(Secret::hash), clock.instant());
    }

    /// Binds a session to its device, so that a PIN made there opens it when it is locked.
    @Transactional
    public void bind(Session session, String device) {
        table.bind(session.id(), Secret.hash(device));
    }

    /// Ends the session of the browser that asks, if it has one.
    @Transactional
    public void leave(HttpServletRequest request) {
        current(request).ifPresent(session -> end(session, "sign-out"));
        request.removeAttribute(CURRENT);
    }

    /// Notes that the person did something.
    @Transactional
    public void see(Session session) {
        Instant now = clock.instant();
        if (session.seenAt().plus(SEEN_TO).isBefore(now)) {
            table.see(session.id(), now);
        }
    }

    /// Notes a factor given within a session; it opens where it was locked.
    @Transactional
    public void confirm(Session session, Factor factor) {
        Proof proof = session.proof().and(factor);
        table.confirm(session.id(), proof.words(), factor.isSecond(), clock.instant());
        audit.done(
                session.person().actor(),
                new Act("confirm-" + factor.words(), "session", session.id()));
    }

    /// Notes that somebody gave a wrong factor within a session.
    @Transactional
    public void refuse(Session session, String action) {
        audit.denied(session.person().actor(), new Act(action, "session", session.id()));
    }

    /// Locks a session until its person gives a factor again; one that nothing short of signing in
    /// could open is ended.
    @Transactional
    public void lock(Session session) {
        if (!session.canReopen()) {
            end(session, "sign-out");
            return;
        }
        table.lock(session.id(), clock.instant());
        audit.done(session.person().actor(), new Act("lock", "session", session.id()));
    }

    /// Lets the person of a session work in another of their memberships from now on.
    @Transactional
    public void move(Session session, Person elsewhere) {
        table.move(session.id(), elsewhere);
        audit.done(session.person().actor(), new Act("membership-change", "session", session.id()));
    }

    /// Ends a session.
    @Transactional
    public void end(Session session, String why) {
        table.end(session.id(), why, clock.instant());
        audit.done(session.person().actor(), new Act(why, "session", session.id()));
    }

    /// Ends every session of a person; their open pages say so within a second.
    @Transactional
    public void endAll(UUID personId, String why) {
        table.endAll(personId, why, clock.instant());
    }

    /// The sessions of a person that have not ended, the latest first.
    @Transactional(readOnly = true)
    public List<Session> running(Person person) {
        return table.ofPerson(person.id()).stream()
                .map(row -> session(row, person))
                .filter(session -> session.state() != State.ENDED)
                .toList();
    }

    /// How these sessions stand now, by id; one that is missing has ended.
    @Transactional(readOnly = true)
    public Map<UUID, State> states(Map<UUID, Person> persons) {
        return table.notEnded(persons.keySet()).stream()
                .collect(Collectors.toMap(
                        SessionTable.Row::id,
                        row -> state(row, Objects.requireNonNull(persons.get(row.id())))));
    }

    /// Makes lasting what time has done to sessions. A clock that is set back afterwards opens none
    /// of them again, and ends those it makes seem to be of later: how long they have lasted
    /// nobody knows.
    @Transactional
    public void settle() {
        Instant now = clock.instant();
        table.settle(
                now,
                new SessionTable.Bounds(
                        now.plus(Session.UNEVEN),
                        now.minus(limits.absolute()),
                        now.minus(limits.idleStaff()),
                        now.minus(limits.idlePatient())));
    }

    /// Who a session acts as; nobody once that membership has ended.
    private Optional<Person> acting(SessionTable.Row row) {
        return people.memberships(row.personId()).stream().filter(row::isOf).findFirst();
    }

    private Session session(SessionTable.Row row, Person person) {
        return new Session(
                row.id(),
                person,
                row.proof(),
                row.startedAt(),
                row.seenAt(),
                row.factorAt(),
                state(row, person),
                row.byPin(),
                row.byPasskey());
    }

    private State state(SessionTable.Row row, Person person) {
        Instant now = clock.instant();
        if (row.endedAt().isPresent()
                || row.seenAt().isAfter(now.plus(Session.UNEVEN))
                || !now.isBefore(row.startedAt().plus(limits.absolute()))) {
            return State.ENDED;
        }
        if (row.lockedAt().isPresent()) {
            return State.LOCKED;
        }
        if (now.isBefore(row.seenAt().plus(limits.idle(person)))) {
            return State.OPEN;
        }
        return row.byPin() || row.byPasskey() ? State.LOCKED : State.ENDED;
    }
}
