package org.evenkeel.clinic.identity.internal;

import com.nulabinc.zxcvbn.Zxcvbn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Passwords: which are good enough, and whether one is right.
@Component
public class Passwords {
    /// Characters a password has at least and at most, and how many we advise.
    public static final int SHORTEST = 8;

    public static final int LONGEST = 128;
    public static final int ADVISED = 15;

    /// Of the strength scale 0 to 4 of zxcvbn: safely unguessable.
    private static final int STRONG = 3;
    /// The estimate grows fast with length, and the first characters decide.
    private static final int ESTIMATED = 64;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /// One check costs 250 to 500 ms; measured, see ADR 0013.
    private static final int MEMORY_KIB = 40 * 1024;

    private static final int PASSES = 3;
    /// Checks at once, so that guessing cannot take all memory: each holds 40 MiB.
    private static final int AT_ONCE = 4;

    private final PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Zxcvbn strength = new Zxcvbn();
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final KnownLeaks leaks;
    private volatile Optional<String> nobodys = Optional.empty();

    Passwords(
            JdbcClient database,
            TransactionTemplate transactions,
            InstantSource clock,
            KnownLeaks leaks) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.leaks = leaks;
    }

    /// What is wrong with a new password; nothing where it will do.
    ///
    /// @param known words that guessers would try first: names of the person and the clinic
    public Optional<String> problem(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST
                    + " characters; this one has " + length + ".");
        }
        String start = password.substring(0, Math.min(password.length(), ESTIMATED));
        if (strength.measure(start, known).getScore() < STRONG) {
            return Optional.of("This password would be guessed soon. A few unrelated words, "
                    + ADVISED + " characters or more, are easy to remember and hard to guess.");
        }
        return leaks.hold(password)
                ? Optional.of("This password stood in a leak of another service and is among those"
                        + " that are tried first. Choose one you use nowhere else.")
                : Optional.empty();
    }

    /// Keeps a password's hash, made by [#encode(String)].
    @Transactional
    public void keep(UUID personId, String hash) {
        database.sql("""
                        insert into identity.password (person_id, hash, set_at)
                        values (:person, :hash, :now)
                        """)
                .param("person", personId)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether a password is somebody's. It takes as long when there is nobody.
    public boolean isRight(Optional<UUID> personId, String password) {
        Optional<String> hash = personId.flatMap(this::hash);
        boolean matches = password.length() <= LONGEST * 2
                && slowly(() -> encoder.matches(password, hash.orElseGet(this::nobodys)));
        return matches && hash.isPresent();
    }

    /// A hash as costly as the passwords'.
    public String encode(String text) {
        return slowly(() -> encoder.encode(text));
    }

    /// Whether a text has this hash.
    public boolean matches(String text, String hash) {
        return slowly(() -> encoder.matches(text, hash));
    }

    private Optional<String> hash(UUID personId) {
        return Objects.requireNonNull(transactions.execute(_ ->
                database.sql("""
                        select hash from identity.password
                        where person_id = :person order by number desc limit 1
                        """).param("person", personId).query(String.class).optional()));
    }

    private String nobodys() {
        String hash = nobodys.orElseGet(() -> encoder.encode(Secret.token()));
        nobodys = Optional.of(hash);
        return hash;
    }

    /// No connection to the database is held meanwhile.
    private <T> T slowly(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
