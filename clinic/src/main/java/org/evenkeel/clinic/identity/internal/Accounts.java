package org.evenkeel.clinic.identity.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Accounts: the name somebody signs in with, whether they may, and invitations.
@Component
public class Accounts {
    private static final Duration INVITATION = Duration.ofDays(2);

    private final JdbcClient database;
    private final InstantSource clock;

    Accounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whose account a name is.
    @Transactional(readOnly = true)
    public Optional<UUID> find(String signInName) {
        return database.sql("select person_id from identity.account where sign_in_name = :name")
                .param("name", normal(signInName))
                .query(UUID.class)
                .optional();
    }

    /// The name a person signs in with.
    @Transactional(readOnly = true)
    public Optional<String> nameOf(UUID personId) {
        return database.sql("select sign_in_name from identity.account where person_id = :person")
                .param("person", personId)
                .query(String.class)
                .optional();
    }

    /// Makes an account; false where the name is taken.
    @Transactional
    public boolean add(UUID personId, String signInName) {
        return database.sql("""
                                insert into identity.account (person_id, sign_in_name, made_at)
                                values (:person, :name, :now)
                                on conflict do nothing
                                """)
                        .param("person", personId)
                        .param("name", normal(signInName))
                        .param("now", now())
                        .update()
                == 1;
    }

    /// Whether somebody may not sign in.
    @Transactional(readOnly = true)
    public boolean isDisabled(UUID personId) {
        return database.sql("""
                        select is_disabled from identity.standing
                        where person_id = :person order by number desc limit 1
                        """)
                .param("person", personId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Lets somebody sign in or not.
    @Transactional
    public void setDisabled(UUID personId, boolean disabled, UUID by) {
        database.sql("""
                        insert into identity.standing (person_id, is_disabled, at, set_by)
                        values (:person, :disabled, :now, :by)
                        """)
                .param("person", personId)
                .param("disabled", disabled)
                .param("now", now())
                .param("by", by)
                .update();
    }

    /// A link for somebody to set their password with, good for two days and once.
    @Transactional
    public String invite(UUID personId, UUID by) {
        String token = Secret.token();
        database.sql("""
                        insert into identity.invitation (token_hash, person_id, made_by, made_at,
                                                         expires_at)
                        values (:hash, :person, :by, :now, :until)
                        """)
                .param("hash", Secret.hash(token))
                .param("person", personId)
                .param("by", by)
                .param("now", now())
                .param("until", now().plus(INVITATION))
                .update();
        return token;
    }

    /// Whom a link invites; nothing where it is unknown, old, used, or a later one was made.
    @Transactional(readOnly = true)
    public Optional<UUID> invited(String token) {
        return database.sql("""
                        select person_id from identity.invitation i
                        where token_hash = :hash and used_at is null and expires_at > :now
                          and not exists (select from identity.invitation later
                                          where later.person_id = i.person_id
                                            and later.made_at > i.made_at)
                        """)
                .param("hash", Secret.hash(token))
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /// Uses a link up; false where somebody was faster.
    @Transactional
    public boolean useInvitation(String token) {
        return database.sql("""
                                update identity.invitation set used_at = :now
                                where token_hash = :hash and used_at is null
                                """)
                        .param("hash", Secret.hash(token))
                        .param("now", now())
                        .update()
                == 1;
    }

    /// Whether a person signed in from this device before.
    @Transactional(readOnly = true)
    public boolean isKnownDevice(String device, UUID personId) {
        return database.sql("""
                        select exists (select from identity.device
                                       where device_hash = :device and person_id = :person)
                        """)
                .param("device", Secret.hash(device))
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /// Notes that a person signs in from this device.
    @Transactional
    public void knowDevice(String device, UUID personId) {
        database.sql("""
                        insert into identity.device (device_hash, person_id, first_at)
                        values (:device, :person, :now)
                        on conflict do nothing
                        """)
                .param("device", Secret.hash(device))
                .param("person", personId)
                .param("now", now())
                .update();
    }

    /// Ids of those with an account, and whether they may not sign in.
    @Transactional(readOnly = true)
    public List<UUID> disabled() {
        return database.sql("""
                        select person_id from (
                            select distinct on (person_id) person_id, is_disabled
                            from identity.standing order by person_id, number desc) latest
                        where is_disabled
                        """).query(UUID.class).list();
    }

    /// As names are compared: without spaces around, in small letters.
    public static String normal(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
