package org.evenkeel.clinic.access;

import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Opens a record in an emergency to somebody it is closed to: one record, to look at, for an hour,
/// with a reason that the patient and the clinic's auditor read.
@Service
public class BreakGlass {
    /// How long a record stays open.
    public static final Duration OPEN_FOR = Duration.ofHours(1);

    private static final String OPENED = """
            select b.id, b.clinic_id, b.patient_id, b.person_id, b.role, b.of_clinic, b.reason,
                   b.at, b.until_at, r.at as reviewed_at
            from access.break_glass b
            left join access.break_glass_review r on r.break_glass_id = b.id
            """;

    private final JdbcClient database;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BreakGlass(
            JdbcClient database,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A record that was opened.
    ///
    /// @param id of this opening
    /// @param clinicId the clinic whose record it is
    /// @param patientId whose record
    /// @param personId who opened it
    /// @param role in which role
    /// @param reason why, in their words
    /// @param at from when
    /// @param until until when
    /// @param reviewed when the auditor looked into it, if they have
    public record Opened(
            UUID id,
            UUID clinicId,
            UUID patientId,
            UUID personId,
            String role,
            String reason,
            Instant at,
            Instant until,
            Optional<Instant> reviewed) {}

    /// Whom the emergency is about.
    ///
    /// @param given given name
    /// @param family family name
    /// @param born date of birth
    public record Sought(String given, String family, LocalDate born) {}

    /// A chart that fits.
    public record Chart(UUID clinicId, UUID patientId) {}

    /// The charts of exactly that name and date of birth, in every clinic of this installation.
    @Transactional(readOnly = true)
    public List<Chart> find(Sought sought) {
        return database.sql("""
                        select clinic_id, patient_id
                        from access.find_in_emergency(:given, :family, :born)
                        """)
                .param("given", sought.given())
                .param("family", sought.family())
                .param("born", sought.born())
                .query((row, _) -> new Chart(
                        row.getObject("clinic_id", UUID.class),
                        row.getObject("patient_id", UUID.class)))
                .list();
    }

    /// Opens charts and leaves a mark in each clinic whose chart it is, then one where the
    /// person works. Each clinic has a transaction of its own: the same form sent again opens
    /// what did not open then, and nothing twice.
    ///
    /// @param command the form as it was sent
    public void open(Person person, List<Chart> charts, String reason, Command command) {
        Acting own = Acting.as(person, Acting.Span.CLINIC);
        if (own.call(() -> isWhole(command))) {
            return;
        }
        for (Chart chart : charts) {
            Actor actor = new Actor(chart.clinicId(), person.id(), person.role().words());
            Act opening = Act.onPatient("break-glass", chart.patientId());
            at(person, chart)
                    .run(() -> once(
                            of(command, chart), actor, opening, () -> add(person, chart, reason)));
        }
        Act act = new Act("emergency-open", "person", person.id());
        own.run(() -> once(command, person.actor(), act, () -> {}));
    }

    /// The form's own key is taken last: where it is known, nothing is left to be done.
    private boolean isWhole(Command command) {
        return Boolean.TRUE.equals(transactions.execute(_ -> audit.isKnown(command)));
    }

    private void once(Command command, Actor actor, Act act, Runnable effect) {
        transactions.executeWithoutResult(_ -> {
            database.sql("select pg_advisory_xact_lock(hashtext('emergency'), hashtext(:key))")
                    .param("key", command.key().toString())
                    .query((_, _) -> true)
                    .single();
            if (!audit.isKnown(command)) {
                audit.take(command, actor, act);
                effect.run();
                audit.done(actor, act);
            }
        });
    }

    /// A key is taken once in the whole installation, and each clinic sees only its own.
    private static Command of(Command command, Chart chart) {
        return command.under(UUID.nameUUIDFromBytes(
                (command.key() + " " + chart.patientId()).getBytes(StandardCharsets.UTF_8)));
    }

    private void add(Person person, Chart chart, String reason) {
        Instant now = clock.instant();
        database.sql("""
                        insert into access.break_glass (id, clinic_id, patient_id, person_id, role,
                                                        of_clinic, reason, at, until_at)
                        values (:id, :clinic, :patient, :person, :role, :of, :reason, :at, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", chart.clinicId())
                .param("patient", chart.patientId())
                .param("person", person.id())
                .param("role", person.role().words())
                .param("of", person.clinicId())
                .param("reason", reason)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(OPEN_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The record a person has open in an emergency, if it is this patient's.
    public Optional<Opened> current(Person person, UUID patientId) {
        return Acting.as(person, Acting.Span.SIGN_IN)
                .call(() -> transactions.execute(_ -> database.sql(OPENED + """
                                where b.person_id = :person and b.patient_id = :patient
                                  and b.until_at > :now
                                order by b.at desc
                                limit 1
                                """)
                        .param("person", person.id())
                        .param("patient", patientId)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(BreakGlass::opened)
                        .optional()));
    }

    /// The records a person has open in an emergency now.
    @Transactional(readOnly = true)
    public List<Opened> current(Person person) {
        return database.sql(OPENED + """
                        where b.person_id = :person and b.until_at > :now order by b.at desc
                        """)
                .param("person", person.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(BreakGlass::opened)
                .list();
    }

    /// What was opened of one patient's record, the latest first.
    @Transactional(readOnly = true)
    public List<Opened> of(UUID clinicId, UUID patientId) {
        return database.sql(OPENED + """
                        where b.clinic_id = :clinic and b.patient_id = :patient order by b.at desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(BreakGlass::opened)
                .list();
    }

    /// What was opened of a clinic's records, the latest first: where there is more than is shown,
    /// what nobody has looked into before the rest.
    @Transactional(readOnly = true)
    public List<Opened> of(UUID clinicId) {
        return database
                .sql(OPENED + """
                        where b.clinic_id = :clinic
                        order by r.at is not null, b.at desc
                        limit 500
                        """)
                .param("clinic", clinicId)
                .query(BreakGlass::opened)
                .list()
                .stream()
                .sorted(Comparator.comparing(Opened::at).reversed())
                .toList();
    }

    /// What was opened of a clinic's records and nobody was told of yet, the oldest first.
    @Transactional(readOnly = true)
    public List<Opened> untold(UUID clinicId) {
        return database.sql(OPENED + """
                        where b.clinic_id = :clinic
                          and not exists (select from access.break_glass_told t
                                          where t.break_glass_id = b.id)
                        order by b.at
                        """)
                .param("clinic", clinicId)
                .query(BreakGlass::opened)
                .list();
    }

    /// Notes that the clinic was told of an opening.
    @Transactional
    public void told(Opened opened) {
        database.sql("""
                        insert into access.break_glass_told (break_glass_id, clinic_id, at)
                        values (:id, :clinic, :now)
                        on conflict do nothing
                        """)
                .param("id", opened.id())
                .param("clinic", opened.clinicId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How many openings of a clinic's records nobody has looked into.
    @Transactional(readOnly = true)
    public int unreviewed(UUID clinicId) {
        return database.sql("""
                        select count(*) from access.break_glass b
                        where b.clinic_id = :clinic
                          and not exists (select from access.break_glass_review r
                                          where r.break_glass_id = b.id)
                        """).param("clinic", clinicId).query(Integer.class).single();
    }

    /// Notes that an opening was looked into; a second time changes nothing. Answers whether the
    /// clinic has such an opening.
    @Transactional
    public boolean review(Actor by, UUID id) {
        int noted = database.sql("""
                        insert into access.break_glass_review (break_glass_id, clinic_id, at,
                                                               actor_id)
                        select b.id, b.clinic_id, :now, :actor from access.break_glass b
                        where b.id = :id and b.clinic_id = :clinic
                        on conflict do nothing
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", by.personId())
                .param("id", id)
                .param("clinic", by.clinicId())
                .update();
        if (noted > 0) {
            audit.done(by, new Act("break-glass-review", "break-glass", id));
        }
        return database.sql("""
                        select exists (select from access.break_glass
                                       where id = :id and clinic_id = :clinic)
                        """)
                .param("id", id)
                .param("clinic", by.clinicId())
                .query(Boolean.class)
                .single();
    }

    private static Acting at(Person person, Chart chart) {
        return new Acting(
                Optional.of(chart.clinicId()),
                Optional.of(person.id()),
                Optional.of(chart.patientId()),
                Acting.Span.PATIENT);
    }

    private static Opened opened(ResultSet row, int index) throws SQLException {
        return new Opened(
                row.getObject("id", UUID.class),
                row.getObject("clinic_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("role"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("reviewed_at")).map(at -> at.toInstant()));
    }
}
