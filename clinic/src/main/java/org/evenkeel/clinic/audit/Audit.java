package org.evenkeel.clinic.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Writes and reads the audit.
@Service
public class Audit {
    private static final int PAGE = 200;

    private final JdbcClient database;
    private final InstantSource clock;

    Audit(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Records an act that was done, in the caller's transaction.
    @Transactional
    public void done(Actor actor, Act act) {
        write(actor, act, AuditEntry.Outcome.DONE);
    }

    /// Records an act that was not allowed, whatever becomes of the caller's transaction.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Actor actor, Act act) {
        write(actor, act, AuditEntry.Outcome.DENIED);
    }

    /// Records an act that was refused for what was sent, whatever becomes of the caller's
    /// transaction.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, Act act) {
        write(actor, act, AuditEntry.Outcome.REFUSED);
    }

    /// Whether a command with this key was carried out.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isKnown(UUID key) {
        return database.sql("select exists (select from audit.command where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /// Takes a command's key in the caller's transaction: when its effect is rolled back, so is the
    /// key. Where two take it at once, the second fails and nothing of it stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(UUID key, Actor actor, Act act) {
        database.sql("""
                        insert into audit.command (key, clinic_id, actor_id, action, at)
                        values (:key, :clinic, :actor, :action, :at)
                        """)
                .param("key", key)
                .param("clinic", actor.clinicId())
                .param("actor", actor.personId())
                .param("action", act.action())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest entries of a clinic, newest first.
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(UUID clinicId) {
        return database.sql("""
                        select number, at, clinic_id, actor_id, role, action, object_kind,
                               object_id, outcome
                        from audit.event
                        where clinic_id = :clinic
                        order by number desc
                        limit :limit
                        """)
                .param("clinic", clinicId)
                .param("limit", PAGE)
                .query(Audit::entry)
                .list();
    }

    private void write(Actor actor, Act act, AuditEntry.Outcome outcome) {
        database.sql("""
                        insert into audit.event (clinic_id, at, actor_id, role, action,
                                                 object_kind, object_id, outcome)
                        values (:clinic, :at, :actor, :role, :action, :kind, :object, :outcome)
                        """)
                .param("clinic", actor.clinicId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.personId())
                .param("role", actor.role())
                .param("action", act.action())
                .param("kind", act.objectKind())
                .param("object", act.objectId())
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .update();
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                new Actor(
                        row.getObject("clinic_id", UUID.class),
                        row.getObject("actor_id", UUID.class),
                        row.getString("role")),
                new Act(
                        row.getString("action"),
                        row.getString("object_kind"),
                        row.getObject("object_id", UUID.class)),
                AuditEntry.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)));
    }
}
