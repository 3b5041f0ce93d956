package org.evenkeel.clinic.identity.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// PINs: short, and therefore good on one device, for one locked session, and five times.
@Component
public class Pins {
    private static final int TRIES = 5;

    private final JdbcClient database;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Pins(
            JdbcClient database,
            Passwords passwords,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What came of a PIN.
    public enum Answer {
        RIGHT,
        WRONG,
        /// there is none, or it was typed wrong too often and has ended
        GONE
    }

    private record Kept(UUID id, String hash) {}

    /// What is wrong with a new PIN; nothing where it will do.
    public static Optional<String> problem(String pin) {
        if (!pin.matches("\\d{6,12}")) {
            return Optional.of("A PIN has 6 to 12 digits.");
        }
        boolean steps = "0123456789012345678909876543210987654321".contains(pin);
        return steps || pin.chars().distinct().count() < 3
                ? Optional.of("Choose digits that are not in a row and not all alike.")
                : Optional.empty();
    }

    /// Whether a person has a PIN on a device.
    public boolean has(byte[] device, UUID personId) {
        return find(device, personId).isPresent();
    }

    /// Makes a PIN for a person on a device, in place of the one before.
    ///
    /// @param also what belongs to it and is kept with it or not at all
    public void set(byte[] device, UUID personId, String pin, Runnable also) {
        String hash = passwords.encode(pin);
        transactions.executeWithoutResult(_ -> {
            end(device, personId);
            database.sql("""
                            insert into identity.pin (id, device_hash, person_id, pin_hash, set_at)
                            values (:id, :device, :person, :hash, :now)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("device", device)
                    .param("person", personId)
                    .param("hash", hash)
                    .param("now", now())
                    .update();
            also.run();
        });
    }

    /// Tries a PIN. The try is counted before it is looked at, so that many at once are many.
    public Answer check(byte[] device, UUID personId, String pin) {
        Optional<Kept> kept = find(device, personId);
        if (kept.isEmpty() || !count(kept.get().id())) {
            return Answer.GONE;
        }
        if (!passwords.matches(pin, kept.get().hash())) {
            return has(device, personId) ? Answer.WRONG : Answer.GONE;
        }
        transactions.executeWithoutResult(_ -> database.sql(
                        "update identity.pin set tries = 0 where id = :id and tries < :most")
                .param("id", kept.get().id())
                .param("most", TRIES)
                .update());
        return Answer.RIGHT;
    }

    /// Ends a person's PINs on every device.
    public void endAll(UUID personId) {
        transactions.executeWithoutResult(_ ->
                database.sql("""
                        update identity.pin set ended_at = :now
                        where person_id = :person and ended_at is null
                        """).param("person", personId).param("now", now()).update());
    }

    private boolean count(UUID id) {
        return Boolean.TRUE.equals(transactions.execute(
                _ -> database.sql("""
                                update identity.pin set tries = tries + 1
                                where id = :id and ended_at is null and tries < :most
                                """).param("id", id).param("most", TRIES).update() == 1));
    }

    private Optional<Kept> find(byte[] device, UUID personId) {
        return Objects.requireNonNull(transactions.execute(_ -> database.sql("""
                        select id, pin_hash from identity.pin
                        where device_hash = :device and person_id = :person
                          and ended_at is null and tries < :most
                        """)
                .param("device", device)
                .param("person", personId)
                .param("most", TRIES)
                .query((row, _) ->
                        new Kept(row.getObject("id", UUID.class), row.getString("pin_hash")))
                .optional()));
    }

    private void end(byte[] device, UUID personId) {
        database.sql("""
                        update identity.pin set ended_at = :now
                        where device_hash = :device and person_id = :person and ended_at is null
                        """)
                .param("device", device)
                .param("person", personId)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
