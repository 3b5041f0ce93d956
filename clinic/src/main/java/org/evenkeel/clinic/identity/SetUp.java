package org.evenkeel.clinic.identity;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.identity.internal.Accounts;
import org.evenkeel.clinic.identity.internal.Passwords;
import org.evenkeel.clinic.identity.internal.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Makes the first clinic and its first person, by a token that whoever starts the program sees.
@Service
public class SetUp {
    /// Where the link leads; the token follows.
    public static final String PATH = "/sign-in/set-up/";

    /// The protocol patients are enrolled in until the clinic says otherwise: the adaptive one, the
    /// only one whose dates the forecast may move freely.
    private static final String PROTOCOL = "ketamine-iv.adaptive";

    private final JdbcClient database;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ClinicContent content;
    private final Audit audit;
    private final InstantSource clock;

    SetUp(
            JdbcClient database,
            People people,
            Accounts accounts,
            Passwords passwords,
            ClinicContent content,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.content = content;
        this.audit = audit;
        this.clock = clock;
    }

    /// A token where there is nobody yet; one made before stops working. Print it once, as a link
    /// to [#PATH] followed by it.
    @Transactional
    public Optional<String> tokenWhereNeeded() {
        if (!people.isEmpty()) {
            return Optional.empty();
        }
        String token = Secret.token();
        database.sql("insert into identity.set_up (token_hash, made_at) values (:hash, :now)")
                .param("hash", Secret.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(token);
    }

    /// Whether a token would make a clinic now: the latest one, unused, and nobody is there.
    @Transactional(readOnly = true)
    public boolean accepts(String token) {
        return database.sql("""
                                select token_hash = :hash and used_at is null
                                from identity.set_up order by number desc limit 1
                                """)
                        .param("hash", Secret.hash(token))
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                && people.isEmpty();
    }

    /// What a clinic begins with.
    ///
    /// @param clinic its name
    /// @param zone where it is
    /// @param person the name of its first person
    /// @param signInName the name they sign in with
    /// @param passwordHash their password's, made by [Passwords#encode(String)]
    public record Beginning(
            String clinic, ZoneId zone, String person, String signInName, String passwordHash) {}

    /// Makes the clinic and its first person, who may invite others, with their password: a used
    /// token leaves nobody outside. Nothing where the token does not work (any more).
    @Transactional
    public Optional<Person> make(String token, Beginning beginning) {
        if (!accepts(token) || !use(token)) {
            return Optional.empty();
        }
        Clinic clinic = new Clinic(
                UUID.randomUUID(),
                beginning.clinic(),
                beginning.zone(),
                PROTOCOL,
                content.settings().riskLimit().value(),
                false);
        Person first = new Person(
                UUID.randomUUID(), beginning.person(), Role.MANAGER, clinic, Optional.empty());
        people.add(clinic);
        people.add(first);
        accounts.add(first.id(), beginning.signInName());
        passwords.keep(first.id(), beginning.passwordHash());
        audit.done(first.actor(), new Act("set-up", "clinic", clinic.id()));
        return Optional.of(first);
    }

    private boolean use(String token) {
        return database.sql("""
                                update identity.set_up set used_at = :now
                                where token_hash = :hash and used_at is null
                                """)
                        .param("hash", Secret.hash(token))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
