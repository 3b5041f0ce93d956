package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/// Whether a name and a password go together. Who is not there, who is disabled and who typed a
/// wrong password get the same answer after the same work.
@Component
public class PasswordCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordCheck.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final TryLimits limits;
    private final SessionCookie cookie;
    private final People people;
    private final Audit audit;

    PasswordCheck(
            Accounts accounts,
            Passwords passwords,
            TryLimits limits,
            SessionCookie cookie,
            People people,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.cookie = cookie;
        this.people = people;
        this.audit = audit;
    }

    /// What came of it.
    public sealed interface Answer {
        /// They go together.
        record Right(Person person) implements Answer {}

        /// They do not.
        record Wrong() implements Answer {}

        /// Too many tries; nothing was looked at.
        record Wait() implements Answer {}
    }

    /// Looks at a name and a password.
    public Answer check(String name, String password, HttpServletRequest request) {
        Optional<UUID> id = accounts.find(name);
        if (!mayTry(name, id, request)) {
            LOG.warn("sign-in slowed down: too many tries");
            return new Answer.Wait();
        }
        Optional<Person> person = id.flatMap(people::find);
        boolean right = passwords.isRight(id, password)
                && id.filter(accounts::isDisabled).isEmpty();
        if (right && person.isPresent()) {
            limits.forget(Accounts.normal(name), request);
            return new Answer.Right(person.get());
        }
        person.ifPresentOrElse(
                someone ->
                        audit.denied(someone.actor(), new Act("sign-in", "person", someone.id())),
                () -> LOG.warn("sign-in refused: no such account"));
        return new Answer.Wrong();
    }

    private boolean mayTry(String name, Optional<UUID> id, HttpServletRequest request) {
        String account = Accounts.normal(name);
        return id.flatMap(person -> cookie.device(request)
                                .filter(device -> accounts.isKnownDevice(device, person))
                                .filter(device -> limits.takeKnown(account, device)))
                        .isPresent()
                || limits.take(account, request);
    }
}
