package org.evenkeel.clinic.identity;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.MachineDoor;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.identity.internal.MachineTable;
import org.evenkeel.clinic.identity.internal.Secret;
import org.evenkeel.clinic.identity.internal.TryLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Programs that sign in without a person: registered and revoked by a manager, known by a token.
///
/// A token is `ekm_`, the program's id, `_` and 256 random bits. The id finds the row, and the hash
/// of the whole is compared in constant time.
@Service
public class Machines implements MachineDoor {
    /// What a program may be allowed, from the policy.
    public static final Set<Permission> GRANTABLE = Arrays.stream(Permission.values())
            .filter(each -> Policy.current().cell(Role.MACHINE, each).reach() != Policy.Reach.NEVER)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern TOKEN = Pattern.compile("ekm_([0-9a-f-]{36})_[A-Za-z0-9_-]{43}");
    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    private final MachineTable table;
    private final People people;
    private final TryLimits limits;
    private final Audit audit;
    private final InstantSource clock;

    Machines(
            MachineTable table, People people, TryLimits limits, Audit audit, InstantSource clock) {
        this.table = table;
        this.people = people;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// A program just registered.
    ///
    /// @param person as whom it acts
    /// @param token what it proves itself with; known to nobody afterwards
    public record Registered(Person person, String token) {
        @Override
        public String toString() {
            return "Registered " + person.id();
        }
    }

    /// Registers a program of the manager's clinic; nothing where the form did so before.
    ///
    /// @param command the form as it was sent; the same form registers once
    /// @param may what it is allowed, of [#GRANTABLE]
    @Transactional
    public Optional<Registered> register(
            Person manager, Command command, String name, Set<Permission> may, Duration life) {
        if (may.isEmpty() || !GRANTABLE.containsAll(may)) {
            throw new IllegalArgumentException(may + " must be some of " + GRANTABLE);
        }
        if (audit.isKnown(command)) {
            return Optional.empty();
        }
        Person machine = new Person(
                UUID.randomUUID(), name, Role.MACHINE, manager.clinic(), Optional.empty());
        Act act = new Act("machine-register", "person", machine.id());
        audit.take(command, manager.actor(), act);
        people.add(machine);
        String token = "ekm_" + machine.id() + "_" + Secret.token();
        Instant now = clock.instant();
        table.add(
                machine,
                Secret.hash(token),
                may,
                new MachineTable.Made(manager.id(), now, now.plus(life)));
        audit.done(manager.actor(), act);
        return Optional.of(new Registered(machine, token));
    }

    /// The programs of a clinic, the latest first.
    @Transactional(readOnly = true)
    public List<Machine> of(UUID clinicId) {
        return table.of(clinicId);
    }

    /// Ends a program's way in from its next request on; false where the clinic has no such one or
    /// it was ended before.
    @Transactional
    public boolean revoke(Person manager, UUID id) {
        if (!table.revoke(manager.clinicId(), id, manager.id(), clock.instant())) {
            return false;
        }
        audit.done(manager.actor(), new Act("machine-revoke", "person", id));
        return true;
    }

    @Override
    public Entry enter(String token, String source) {
        Optional<Person> person =
                id(token).flatMap(people::find).filter(each -> each.role() == Role.MACHINE);
        Optional<MachineTable.Known> known = person.flatMap(each -> table.find(each.id()))
                .filter(each -> MessageDigest.isEqual(each.tokenHash(), Secret.hash(token)));
        if (person.isEmpty() || known.isEmpty()) {
            LOG.warn("a program was refused: no such token");
            return limits.takeUnknownProgram(source) ? new Entry.Unknown() : new Entry.TooMany();
        }
        if (!limits.takeProgram(person.get().id().toString())) {
            LOG.warn("a program was slowed down: too many requests");
            return new Entry.TooMany();
        }
        if (!known.get().machine().isGood(clock.instant())) {
            refuse(person.get());
            return new Entry.Unknown();
        }
        return new Entry.In(new SignedIn(
                person.get(),
                Proof.of("machine-token", Factor.TOKEN),
                known.get().machine().may()));
    }

    private void refuse(Person person) {
        Acting.as(person, Acting.Span.SIGN_IN)
                .run(() -> audit.denied(
                        person.actor(), new Act("machine-sign-in", "person", person.id())));
    }

    private static Optional<UUID> id(String token) {
        Matcher found = TOKEN.matcher(token);
        try {
            return found.matches()
                    ? Optional.of(UUID.fromString(found.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
