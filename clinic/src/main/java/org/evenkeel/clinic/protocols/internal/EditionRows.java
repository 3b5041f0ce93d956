package org.evenkeel.clinic.protocols.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Edition.Origin;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Appends and reads the rows of a clinic's own editions.
@Component
public class EditionRows {
    private static final String LATEST = """
            select e.id, e.protocol, e.version, s.number, s.content, s.sha256,
                   coalesce((select t.step from protocols.step t where t.edition_id = e.id
                             order by t.number desc limit 1), '') as step
            from protocols.edition e
            join protocols.saved s on s.edition_id = e.id
                 and s.number = (select max(n.number) from protocols.saved n
                                 where n.edition_id = e.id)
            where e.clinic_id = :clinic
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    EditionRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A text as it was saved.
    ///
    /// @param number from 1
    /// @param text the content file
    /// @param by who saved it
    /// @param at when
    public record Saved(int number, String text, UUID by, Instant at) {}

    /// A step that was taken.
    ///
    /// @param number from 1
    /// @param step which
    /// @param saved about which saved text
    /// @param name printed name of who took it
    /// @param at when
    /// @param reason why; empty where none was needed
    public record Taken(int number, Step step, int saved, String name, Instant at, String reason) {}

    /// All editions of a clinic, by protocol, the newest first: by version, a whole number here,
    /// for a clock may be set back.
    public List<Edition> of(UUID clinic) {
        return database.sql(LATEST
                        + "order by e.protocol, length(e.version) desc, e.version desc, e.id")
                .param("clinic", clinic)
                .query(EditionRows::edition)
                .list();
    }

    /// One of them.
    public Optional<Edition> find(UUID clinic, UUID id) {
        return database.sql(LATEST + "and e.id = :id")
                .param("clinic", clinic)
                .param("id", id)
                .query(EditionRows::edition)
                .optional();
    }

    /// One of them by its name.
    public Optional<Edition> find(UUID clinic, ProtocolId protocol, String version) {
        return database.sql(LATEST + "and e.protocol = :protocol and e.version = :version")
                .param("clinic", clinic)
                .param("protocol", protocol.value())
                .param("version", version)
                .query(EditionRows::edition)
                .optional();
    }

    /// Holds back whoever else changes the clinic's protocols until this transaction ends.
    public void lock(UUID clinic) {
        database.sql("select pg_advisory_xact_lock(hashtext('protocols'), hashtext(:clinic))")
                .param("clinic", clinic.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Begins an edition; its first text is to be saved after it.
    ///
    /// @param copied what it was copied from, in words
    public void begin(Person person, UUID id, ProtocolId protocol, String version, String copied) {
        database.sql("""
                        insert into protocols.edition (id, clinic_id, protocol, version, copied,
                                                       begun_by, begun_at)
                        values (:id, :clinic, :protocol, :version, :copied, :by, :at)
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("protocol", protocol.value())
                .param("version", version)
                .param("copied", copied)
                .param("by", person.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Saves a text under a number, which nobody may have taken.
    public void save(Person person, UUID edition, int number, String text) {
        database.sql("""
                        insert into protocols.saved (edition_id, number, clinic_id, content, sha256,
                                                     saved_by, saved_at)
                        values (:edition, :number, :clinic, :content, :hash, :by, :at)
                        """)
                .param("edition", edition)
                .param("number", number)
                .param("clinic", person.clinicId())
                .param("content", text)
                .param("hash", Sha256.of(text))
                .param("by", person.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes a step.
    public void step(Person person, Edition edition, Step step, String reason) {
        database.sql("""
                        insert into protocols.step (edition_id, number, clinic_id, step, saved,
                                                    person_id, name, at, reason)
                        values (:edition, :number, :clinic, :step, :saved, :by, :name, :at, :reason)
                        """)
                .param("edition", edition.id())
                .param("number", taken(edition.id()).size() + 1)
                .param("clinic", person.clinicId())
                .param("step", step.code())
                .param("saved", edition.saved())
                .param("by", person.id())
                .param("name", person.name() + ", " + person.role().words())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /// The texts of an edition, the first first.
    public List<Saved> saved(UUID edition) {
        return database.sql("""
                        select number, content, saved_by, saved_at from protocols.saved
                        where edition_id = :edition order by number
                        """)
                .param("edition", edition)
                .query((row, _) -> new Saved(
                        row.getInt("number"),
                        row.getString("content"),
                        row.getObject("saved_by", UUID.class),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    /// The steps of an edition, the first first.
    public List<Taken> taken(UUID edition) {
        return database.sql("""
                        select number, step, saved, name, at, reason from protocols.step
                        where edition_id = :edition order by number
                        """)
                .param("edition", edition)
                .query((row, _) -> new Taken(
                        row.getInt("number"),
                        Step.of(row.getString("step")).orElseThrow(),
                        row.getInt("saved"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private static Edition edition(ResultSet row, int index) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                new ProtocolId(row.getString("protocol")),
                row.getString("version"),
                Origin.OWN,
                Life.reached(Step.of(row.getString("step"))),
                row.getInt("number"),
                row.getString("content"),
                HexFormat.of().formatHex(row.getBytes("sha256")));
    }
}
