package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.identity.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What is half done in one browser, in the database: any process may do the other half.
@Component
public class Ceremonies {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final InstantSource clock;

    Ceremonies(JdbcClient database, SessionCookie cookie, Sessions sessions, InstantSource clock) {
        this.database = database;
        this.cookie = cookie;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What is half done.
    public enum Kind {
        /// a right password waits for its code
        CODE,
        /// a right password waits for a second factor to be set up
        ENROL,
        /// a challenge waits for a passkey
        PASSKEY,
        /// a challenge waits for a new passkey
        NEW_PASSKEY,
        /// an outside provider is asked
        PROVIDER,
        /// a secret waits for the first code of a new app
        NEW_APP;

        private String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One of them.
    ///
    /// @param id its id
    /// @param personId whose, where somebody is known already
    /// @param value what it has to remember
    public record Ceremony(UUID id, Optional<UUID> personId, byte[] value) {}

    /// Begins one that says who somebody is. The browser gets a new secret: one that was planted
    /// there by somebody else would let them go on in its place. The session of the old secret
    /// ends: no browser could end it any more.
    @Transactional
    public void begin(
            Kind kind, UUID personId, HttpServletRequest request, HttpServletResponse response) {
        sessions.leave(request);
        add(cookie.renew(request, response), kind, personId, new byte[0]);
    }

    /// Begins one beside what the browser is in.
    @Transactional
    public void remember(Kind kind, byte[] value, HttpServletRequest request) {
        cookie.read(request).ifPresent(secret -> add(secret, kind, null, value));
    }

    /// The latest of a kind in the browser that asks, if it is not too old and not done.
    @Transactional(readOnly = true)
    public Optional<Ceremony> find(Kind kind, HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(secret -> database.sql("""
                        select id, person_id, value, done_at is not null as is_done
                        from identity.ceremony
                        where browser_hash = :browser and kind = :kind and started_at > :after
                        order by number desc limit 1
                        """)
                        .param("browser", Secret.hash(secret))
                        .param("kind", kind.words())
                        .param("after", clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getBoolean("is_done")
                                ? Optional.<Ceremony>empty()
                                : Optional.of(new Ceremony(
                                        row.getObject("id", UUID.class),
                                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                                        row.getBytes("value"))))
                        .optional()
                        .flatMap(each -> each));
    }

    /// Uses one up; false where somebody was faster.
    @Transactional
    public boolean finish(Ceremony ceremony) {
        return database.sql("""
                                update identity.ceremony set done_at = :now
                                where id = :id and done_at is null
                                """)
                        .param("id", ceremony.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Ends all that is half done for a person: what a password began that counts no more.
    @Transactional
    public void endAll(UUID personId) {
        database.sql("""
                        update identity.ceremony set done_at = :now
                        where person_id = :person and done_at is null
                        """)
                .param("person", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void add(String secret, Kind kind, @Nullable UUID personId, byte[] value) {
        Instant now = clock.instant();
        database.sql("""
                        insert into identity.ceremony (id, browser_hash, kind, person_id, value,
                                                       started_at)
                        values (:id, :browser, :kind, :person, :value, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("browser", Secret.hash(secret))
                .param("kind", kind.words())
                .param("person", personId)
                .param("value", value)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
