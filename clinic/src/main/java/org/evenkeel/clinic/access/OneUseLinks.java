package org.evenkeel.clinic.access;

import org.evenkeel.clinic.digest.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Links that sign one person in once. Only the demo hands them out.
@Service
public class OneUseLinks {
    private static final int TOKEN_BYTES = 32;
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final InstantSource clock;

    OneUseLinks(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A fresh token for a person.
    @Transactional
    public String issue(UUID personId) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                        insert into access.sign_in_link (token_hash, person_id, expires_at)
                        values (:hash, :person, :expires)
                        """)
                .param("hash", Sha256.of(token))
                .param("person", personId)
                .param("expires", clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /// Uses a token up; answers whose it was, or nothing where it is unknown, old or used.
    @Transactional
    public Optional<UUID> use(String token) {
        return database.sql("""
                        update access.sign_in_link
                        set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                        returning person_id
                        """)
                .param("hash", Sha256.of(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
