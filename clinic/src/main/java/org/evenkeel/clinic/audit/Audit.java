package org.evenkeel.clinic.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Writes and reads the audit.
@Service
public class Audit {
    private final JdbcClient database;
    private final InstantSource clock;
    /// Clinics in which this process has recorded something that nobody took note of yet.
    private final Set<UUID> written = ConcurrentHashMap.newKeySet();

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

    /// Whether this command was carried out.
    ///
    /// @throws SentOtherwise where another was, under the same key
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isKnown(Command command) {
        Optional<Optional<String>> kept = database.sql(
                        "select said from audit.command where key = :key")
                .param("key", command.key())
                .query((row, _) -> Optional.ofNullable(row.getString("said")))
                .optional();
        if (kept.isPresent() && !command.isSame(kept.get())) {
            throw new SentOtherwise();
        }
        return kept.isPresent();
    }

    /// Takes a command's key in the caller's transaction: when its effect is rolled back, so is the
    /// key. Where two take it at once, the second fails and nothing of it stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Command command, Actor actor, Act act) {
        database.sql("""
                        insert into audit.command (key, clinic_id, actor_id, action, at, said)
                        values (:key, :clinic, :actor, :action, :at, :said)
                        """)
                .param("key", command.key())
                .param("said", command.said().orElse(null))
                .param("clinic", actor.clinicId())
                .param("actor", actor.personId())
                .param("action", act.action())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Entries of a clinic, the latest written first.
    ///
    /// @param limit how many at most
    @Transactional(readOnly = true)
    public List<AuditEntry> find(AuditFilter filter, int limit) {
        Map<String, Object> asked = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder("""
                select e.number, s.number as sealed, e.at, e.clinic_id, e.actor_id, e.role,
                       e.action, e.object_kind, e.object_id, e.outcome
                from audit.event e
                left join audit.seal s on s.event = e.number
                where e.clinic_id = :clinic
                """);
        filter.actor().ifPresent(id -> asked.put("e.actor_id = :actor", id));
        filter.notBy().ifPresent(id -> asked.put("e.actor_id <> :notBy", id));
        filter.object().ifPresent(id -> asked.put("e.object_id = :object", id));
        filter.action().ifPresent(action -> asked.put("e.action = :action", action));
        filter.outcome().ifPresent(how -> asked.put("e.outcome = :outcome", how.code()));
        filter.from().ifPresent(at -> asked.put("e.at >= :from", at.atOffset(ZoneOffset.UTC)));
        filter.until().ifPresent(at -> asked.put("e.at < :until", at.atOffset(ZoneOffset.UTC)));
        filter.before().ifPresent(number -> asked.put("e.number < :before", number));
        asked.keySet().forEach(condition -> sql.append("and ").append(condition).append('\n'));
        JdbcClient.StatementSpec query = database.sql(
                        sql.append("order by e.number desc limit :limit").toString())
                .param("clinic", filter.clinicId())
                .param("limit", limit);
        asked.forEach((condition, value) ->
                query.param(condition.substring(condition.indexOf(':') + 1), value));
        return query.query(Audit::entry).list();
    }

    /// Clinics in which something was recorded and committed here since this was asked last. It
    /// only says where to look first: what other processes write, it does not know.
    public Set<UUID> takeWritten() {
        Set<UUID> taken = Set.copyOf(written);
        written.removeAll(taken);
        return taken;
    }

    private void write(Actor actor, Act act, AuditEntry.Outcome outcome) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.add(actor.clinicId());
            }
        });
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
                .param("outcome", outcome.code())
                .update();
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                sealed(row),
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

    private static OptionalLong sealed(ResultSet row) throws SQLException {
        long number = row.getLong("sealed");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
