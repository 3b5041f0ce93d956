package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Factor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// Authenticator apps and recovery codes.
@Component
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    /// 80 random bits: sixteen letters, and a plain hash of them tells nothing.
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient database;
    private final AppSecrets secrets;
    private final InstantSource clock;

    SecondFactors(JdbcClient database, AppSecrets secrets, InstantSource clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Whether somebody has an authenticator app here.
    @Transactional(readOnly = true)
    public boolean hasApp(UUID personId) {
        return !secrets.openAll(personId).isEmpty();
    }

    /// How many recovery codes somebody has left.
    @Transactional(readOnly = true)
    public int codesLeft(UUID personId) {
        return database.sql("""
                        select count(*) from identity.recovery_code
                        where person_id = :person and used_at is null and ended_at is null
                        """).param("person", personId).query(Integer.class).single();
    }

    /// Takes an app in place of those before, if this is its code now; answers fresh recovery
    /// codes, to be shown once, or nothing where the code is wrong.
    @Transactional
    public Optional<List<String>> addApp(UUID personId, byte[] secret, String code) {
        OptionalLong step = OneTimeCode.step(secret, digits(code), clock.instant());
        if (step.isEmpty() || !use(personId, step.getAsLong())) {
            return Optional.empty();
        }
        end("authenticator", personId);
        database.sql("""
                        insert into identity.authenticator (id, person_id, sealed, added_at)
                        values (:id, :person, :sealed, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", personId)
                .param("sealed", secrets.seal(secret, personId))
                .param("now", now())
                .update();
        return Optional.of(renewCodes(personId));
    }

    /// Ten new recovery codes in place of those before, to be shown once.
    @Transactional
    public List<String> renewCodes(UUID personId) {
        end("recovery_code", personId);
        List<String> codes = Stream.generate(() -> Base32.of(Secret.bytes(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        for (String code : codes) {
            database.sql("""
                            insert into identity.recovery_code (code_hash, person_id, made_at)
                            values (:hash, :person, :now)
                            """)
                    .param("hash", Secret.hash(code))
                    .param("person", personId)
                    .param("now", now())
                    .update();
        }
        return codes.stream().map(code -> Base32.grouped(code, "-")).toList();
    }

    /// Uses up what somebody typed; answers what it was, or nothing where it is wrong or was used.
    @Transactional
    public Optional<Factor> use(UUID personId, String typed) {
        String digits = digits(typed);
        for (byte[] secret : secrets.openAll(personId)) {
            OptionalLong step = OneTimeCode.step(secret, digits, clock.instant());
            if (step.isPresent() && use(personId, step.getAsLong())) {
                return Optional.of(Factor.CODE);
            }
        }
        return useRecoveryCode(personId, typed)
                ? Optional.of(Factor.RECOVERY_CODE)
                : Optional.empty();
    }

    /// Ends apps and recovery codes, for somebody who lost them.
    @Transactional
    public void endAll(UUID personId) {
        end("authenticator", personId);
        end("recovery_code", personId);
    }

    private boolean useRecoveryCode(UUID personId, String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return database.sql("""
                                update identity.recovery_code set used_at = :now
                                where code_hash = :hash and person_id = :person
                                  and used_at is null and ended_at is null
                                """)
                        .param("hash", Secret.hash(code))
                        .param("person", personId)
                        .param("now", now())
                        .update()
                == 1;
    }

    private boolean use(UUID personId, long step) {
        return database.sql("""
                                insert into identity.code_used (person_id, step, at)
                                values (:person, :step, :now)
                                on conflict do nothing
                                """)
                        .param("person", personId)
                        .param("step", step)
                        .param("now", now())
                        .update()
                == 1;
    }

    /// @param table one of two names in this file
    private void end(String table, UUID personId) {
        database.sql("update identity." + table
                        + " set ended_at = :now where person_id = :person and ended_at is null")
                .param("person", personId)
                .param("now", now())
                .update();
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
