package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The table of sessions.
@Component
public class SessionTable {
    private static final String BY_PIN = """
            exists (select from identity.pin p
                    where p.person_id = s.person_id and p.device_hash = s.device_hash
                      and p.ended_at is null and p.tries < 5)
            """;

    private static final String BY_PASSKEY = """
            exists (select from identity.passkey p
                    where p.person_id = s.person_id and p.ended_at is null)
            """;

    private static final String SELECT = """
            select id, person_id, in_clinic, in_role, method, factors, started_at,
                   seen_at, factor_at, locked_at, ended_at,
            """ + BY_PIN + " as by_pin, " + BY_PASSKEY + """
             as by_passkey
            from identity.session s
            """;

    private static final String IS_IDLE = """
            s.locked_at is null
              and s.seen_at <= case when s.in_role = 'patient' then :patient else :staff end
            """;

    /// Nobody who is disabled has a session, whatever was under way when they were.
    private static final String NOT_DISABLED = """

              and not coalesce((select is_disabled from identity.standing d
                                where d.person_id = s.person_id
                                order by number desc limit 1), false)
            """;

    private final JdbcClient database;

    SessionTable(JdbcClient database) {
        this.database = database;
    }

    /// A session as it stands in the table; see `Session` for what the fields mean.
    public record Row(
            UUID id,
            UUID personId,
            Optional<UUID> clinicId,
            Optional<Role> role,
            Proof proof,
            Instant startedAt,
            Instant seenAt,
            Optional<Instant> factorAt,
            Optional<Instant> lockedAt,
            Optional<Instant> endedAt,
            boolean byPin,
            boolean byPasskey) {

        /// Whether this is the membership it acts in.
        public boolean isOf(Person person) {
            return clinicId.equals(Optional.of(person.clinicId()))
                    && role.equals(Optional.of(person.role()));
        }
    }

    public void add(
            byte[] tokenHash, Person person, Proof proof, Optional<byte[]> device, Instant now) {
        database.sql("""
                        insert into identity.session (id, token_hash, person_id, in_clinic, in_role,
                                                      method, factors, started_at, seen_at,
                                                      factor_at, device_hash)
                        values (:id, :hash, :person, :clinic, :role, :method, :factors, :now,
                                :now, :factor, :device)
                        """)
                .param("id", UUID.randomUUID())
                .param("hash", tokenHash)
                .param("person", person.id())
                .param("clinic", person.clinicId())
                .param("role", person.role().words())
                .param("method", proof.method())
                .param("factors", proof.words())
                .param("now", at(now))
                .param("device", device.orElse(null))
                .param("factor", proof.isFresh() ? at(now) : null)
                .update();
    }

    public Optional<Row> find(byte[] tokenHash) {
        return database.sql(SELECT + "where token_hash = :hash" + NOT_DISABLED)
                .param("hash", tokenHash)
                .query(SessionTable::row)
                .optional();
    }

    public Optional<Row> byId(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(SessionTable::row)
                .optional();
    }

    /// Those of these sessions that nobody ended and whose person is not disabled.
    public List<Row> notEnded(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(SELECT + "where id in (:ids) and ended_at is null" + NOT_DISABLED)
                        .param("ids", ids)
                        .query(SessionTable::row)
                        .list();
    }

    /// The sessions of a person that nobody ended, the latest first.
    public List<Row> ofPerson(UUID personId) {
        return database.sql(SELECT
                        + "where person_id = :person and ended_at is null order by seen_at desc")
                .param("person", personId)
                .query(SessionTable::row)
                .list();
    }

    /// Binds a session to the device it is on, so that a PIN of this device opens it.
    public void bind(UUID id, byte[] device) {
        database.sql("""
                        update identity.session set device_hash = :device
                        where id = :id and ended_at is null
                        """).param("id", id).param("device", device).update();
    }

    public void see(UUID id, Instant now) {
        database.sql("""
                        update identity.session set seen_at = :now
                        where id = :id and ended_at is null and locked_at is null and seen_at < :now
                        """).param("id", id).param("now", at(now)).update();
    }

    public void confirm(UUID id, String factors, boolean second, Instant now) {
        database.sql("""
                        update identity.session
                        set factors = :factors, seen_at = :now, locked_at = null,
                            factor_at = case when :second then :now else factor_at end
                        where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("factors", factors)
                .param("second", second)
                .param("now", at(now))
                .update();
    }

    public void lock(UUID id, Instant now) {
        database.sql("""
                        update identity.session set locked_at = :now
                        where id = :id and ended_at is null and locked_at is null
                        """).param("id", id).param("now", at(now)).update();
    }

    public void end(UUID id, String why, Instant now) {
        database.sql("""
                        update identity.session set ended_at = :now, ended_by = :why
                        where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("why", why)
                .param("now", at(now))
                .update();
    }

    /// What time does to sessions.
    ///
    /// @param ahead whoever was seen later than this was seen by a clock set back since
    /// @param oldest whoever signed in by then has been in for too long
    /// @param staff staff last seen by then are idle
    /// @param patient patients last seen by then are
    public record Bounds(Instant ahead, Instant oldest, Instant staff, Instant patient) {}

    /// Ends what lasted too long, has been seen later than now, or is idle and cannot be opened
    /// again; locks what else is idle.
    public void settle(Instant now, Bounds bounds) {
        String end = """
                update identity.session s
                set ended_at = :now,
                    ended_by = case when s.seen_at > :ahead then 'clock-set-back'
                                    when s.started_at <= :oldest then 'lasted-too-long'
                                    else 'idle' end
                where s.ended_at is null
                  and (s.seen_at > :ahead or s.started_at <= :oldest or (
                """ + IS_IDLE + "and not " + BY_PIN + "and not " + BY_PASSKEY + "))";
        String lock = "update identity.session s set locked_at = :now where s.ended_at is null and "
                + IS_IDLE;
        for (String step : List.of(end, lock)) {
            database.sql(step)
                    .param("now", at(now))
                    .param("ahead", at(bounds.ahead()))
                    .param("oldest", at(bounds.oldest()))
                    .param("staff", at(bounds.staff()))
                    .param("patient", at(bounds.patient()))
                    .update();
        }
    }

    public void move(UUID id, Person person) {
        database.sql("""
                        update identity.session set in_clinic = :clinic, in_role = :role
                        where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("role", person.role().words())
                .update();
    }

    public void endAll(UUID personId, String why, Instant now) {
        database.sql("""
                        update identity.session set ended_at = :now, ended_by = :why
                        where person_id = :person and ended_at is null
                        """)
                .param("person", personId)
                .param("why", why)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                Optional.ofNullable(row.getObject("in_clinic", UUID.class)),
                Optional.ofNullable(row.getString("in_role")).map(Role::of),
                Proof.of(row.getString("method"), row.getString("factors")),
                instant(row, "started_at").orElseThrow(),
                instant(row, "seen_at").orElseThrow(),
                instant(row, "factor_at"),
                instant(row, "locked_at"),
                instant(row, "ended_at"),
                row.getBoolean("by_pin"),
                row.getBoolean("by_passkey"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
