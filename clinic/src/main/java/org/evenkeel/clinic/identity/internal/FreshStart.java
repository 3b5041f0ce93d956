package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Giving somebody a new password by a link: what they had before ends, because the link is for
/// those who have nothing yet or lost what they had.
@Component
public class FreshStart {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Pins pins;
    private final ProviderLinks links;
    private final Ceremonies ceremonies;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transactions;

    FreshStart(
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            Pins pins,
            ProviderLinks links,
            Ceremonies ceremonies,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.pins = pins;
        this.links = links;
        this.ceremonies = ceremonies;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// What is wrong with a new password; nothing where it will do.
    public Optional<String> problem(Person person, String password) {
        List<String> known = new ArrayList<>(List.of("evenkeel", "ketamine", "clinic"));
        known.addAll(Arrays.asList(person.name().split(" ")));
        known.addAll(Arrays.asList(person.clinic().name().split(" ")));
        accounts.nameOf(person.id()).ifPresent(known::add);
        return passwords.problem(password, known);
    }

    /// Uses the link up; false where it was used already.
    public boolean begin(Person person, String token, String password) {
        String hash = passwords.encode(password);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!accounts.useInvitation(token)) {
                return false;
            }
            factors.endAll(person.id());
            passkeys.endAll(person.id());
            pins.endAll(person.id());
            links.endAll(person.id());
            ceremonies.endAll(person.id());
            sessions.endAll(person.id(), "new-password");
            passwords.keep(person.id(), hash);
            audit.done(person.actor(), new Act("enrol-password", "person", person.id()));
            return true;
        }));
    }
}
