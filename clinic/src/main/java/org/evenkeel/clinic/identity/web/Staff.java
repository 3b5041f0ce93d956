package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Accounts;
import org.evenkeel.clinic.identity.internal.Ceremonies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The people of a clinic, in the hands of whoever may manage them.
@Component
class Staff {
    private final People people;
    private final Accounts accounts;
    private final Ceremonies ceremonies;
    private final Sessions sessions;
    private final Audit audit;

    Staff(People people, Accounts accounts, Ceremonies ceremonies, Sessions sessions, Audit audit) {
        this.people = people;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Whether somebody of a role is a colleague: neither a patient nor a program.
    static boolean isStaff(Role role) {
        return role != Role.PATIENT && role != Role.MACHINE;
    }

    @Transactional(readOnly = true)
    public List<PeoplePage.Row> rows(Person manager) {
        List<UUID> disabled = accounts.disabled();
        return people.staff(manager.clinicId()).stream()
                .map(person -> new PeoplePage.Row(
                        person.id(),
                        person.name(),
                        person.role().words(),
                        accounts.nameOf(person.id()).orElse(""),
                        disabled.contains(person.id()),
                        sessions.running(person).size(),
                        person.id().equals(manager.id())))
                .toList();
    }

    /// Somebody who works at the manager's own clinic; anybody else is not there, and patients'
    /// accounts are none of a manager's business.
    @Transactional(readOnly = true)
    public Person colleague(Person manager, UUID id) {
        return people.find(id)
                .filter(person -> isStaff(person.role()))
                .filter(person -> person.clinicId().equals(manager.clinicId()))
                .orElseThrow(NotThere::new);
    }

    /// A link for somebody new; nothing where the name is taken.
    @Transactional
    public Optional<String> invite(Person manager, String name, Role role, String signInName) {
        if (accounts.find(signInName).isPresent()) {
            return Optional.empty();
        }
        Person person =
                new Person(UUID.randomUUID(), name, role, manager.clinic(), Optional.empty());
        people.add(person);
        if (!accounts.add(person.id(), signInName)) {
            // Somebody else gave this name meanwhile: nothing of this person stays.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(link(manager, person));
    }

    /// A link for somebody to begin anew with; only for those with an account.
    @Transactional
    public String link(Person manager, Person person) {
        if (accounts.nameOf(person.id()).isEmpty()) {
            throw new NotThere();
        }
        audit.done(manager.actor(), new Act("invite", "person", person.id()));
        return accounts.invite(person.id(), manager.id());
    }

    @Transactional
    public void endSessions(Person manager, Person person) {
        sessions.endAll(person.id(), "ended-by-manager");
        audit.done(manager.actor(), new Act("end-sessions", "person", person.id()));
    }

    /// Nobody disables themselves: somebody has to be left who can undo it. Enabling ends sessions
    /// too: one that began while somebody was disabled does not come alive by it.
    @Transactional
    public void setDisabled(Person manager, Person person, boolean disabled) {
        if (person.id().equals(manager.id())) {
            throw new NotThere();
        }
        accounts.setDisabled(person.id(), disabled, manager.id());
        ceremonies.endAll(person.id());
        sessions.endAll(person.id(), "disabled");
        audit.done(
                manager.actor(), new Act(disabled ? "disable" : "enable", "person", person.id()));
    }
}
