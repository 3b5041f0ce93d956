package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Appends and reads enrolments and treatments given. Of several enrolments the one appended last
/// holds, by number: a clock may be set back.
@Service
public class Treatments {
    private static final String ROW = """
            select a.patient_id, a.given_on, a.drug, a.route, a.dose_mg, a.weight_kg,
                   a.dose_mg_per_kg, a.minutes, a.id, a.recorded_at, a.recorded_by, a.replaces,
                   a.reason, a.withdrawn
            from treatment.administration a
            where a.clinic_id = :clinic
            """;

    /// What stands: without what was corrected or taken back.
    private static final String GIVEN = ROW + """
              and not a.withdrawn
              and not exists (select from treatment.administration later
                              where later.replaces = a.id)
            """;

    private static final String BEGUN = """
            select distinct on (patient_id) patient_id, begins
            from treatment.enrolment
            where clinic_id = :clinic and begins is not null
            """;

    private static final String LATEST_FIRST = "order by patient_id, number desc";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    Treatments(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /// Puts patients on protocols.
    @Transactional
    public void enrol(Actor actor, List<Enrolment> enrolments) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                """
                insert into treatment.enrolment (id, clinic_id, patient_id, protocol, version,
                                                 from_day, at, actor_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                enrolments.stream()
                        .map(enrolment -> new Object[] {
                            UUID.randomUUID(),
                            actor.clinicId(),
                            enrolment.patientId(),
                            enrolment.protocol().value(),
                            enrolment.version(),
                            enrolment.from(),
                            now,
                            actor.personId()
                        })
                        .toList());
    }

    /// Puts a patient on the protocol of a plan that was signed. A course begins with it.
    ///
    /// @param begins what is given from this day on belongs to the new course
    @Transactional
    public void begin(Actor actor, Enrolment enrolment, LocalDate begins) {
        database.sql("""
                        insert into treatment.enrolment (id, clinic_id, patient_id, protocol,
                                                         version, from_day, at, actor_id, begins)
                        values (:id, :clinic, :patient, :protocol, :version, :from, :at, :actor,
                                :begins)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", actor.clinicId())
                .param("patient", enrolment.patientId())
                .param("protocol", enrolment.protocol().value())
                .param("version", enrolment.version())
                .param("from", enrolment.from())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.personId())
                .param("begins", begins)
                .update();
    }

    /// The day from which on what is given to a patient belongs to their present course: that of
    /// the latest plan signed. A move to another protocol goes on with the course.
    ///
    /// Empty where no plan was signed here: everything belongs to it.
    @Transactional(readOnly = true)
    public Optional<LocalDate> courseFrom(UUID clinicId, UUID patientId) {
        return database.sql(BEGUN + "and patient_id = :patient " + LATEST_FIRST)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query((row, _) -> row.getObject("begins", LocalDate.class))
                .optional();
    }

    /// The same of every patient of a clinic for whom a plan was signed.
    @Transactional(readOnly = true)
    public Map<UUID, LocalDate> coursesFrom(UUID clinicId) {
        Map<UUID, LocalDate> from = new HashMap<>();
        database.sql(BEGUN + LATEST_FIRST)
                .param("clinic", clinicId)
                .query((row, _) -> from.put(
                        row.getObject("patient_id", UUID.class),
                        row.getObject("begins", LocalDate.class)))
                .list();
        return from;
    }

    /// Appends treatments that passed [TreatmentCheck].
    @Transactional
    public void append(Actor actor, List<TreatmentGiven> treatments) {
        insert(
                actor,
                treatments.stream()
                        .map(given -> recorded(actor, given, Optional.empty(), false))
                        .toList());
    }

    /// Appends a treatment that passed [TreatmentCheck] in place of one that was not right.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where somebody corrected that one
    ///     before
    @Transactional
    public void correct(Actor actor, TreatmentGiven given, Correction correction) {
        insert(actor, List.of(recorded(actor, given, Optional.of(correction), false)));
    }

    /// Takes a treatment back: from now on it counts nowhere.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where it was corrected before
    @Transactional
    public void takeBack(Actor actor, TreatmentGiven given, Correction correction) {
        insert(actor, List.of(recorded(actor, given, Optional.of(correction), true)));
    }

    private Recorded recorded(
            Actor actor, TreatmentGiven given, Optional<Correction> correction, boolean withdrawn) {
        return new Recorded(
                UUID.randomUUID(), given, actor.personId(), clock.instant(), correction, withdrawn);
    }

    private void insert(Actor actor, List<Recorded> rows) {
        batches.batchUpdate("""
                insert into treatment.administration (id, clinic_id, patient_id, given_on, drug,
                                                      route, dose_mg, weight_kg, dose_mg_per_kg,
                                                      minutes, recorded_at, recorded_by, replaces,
                                                      reason, withdrawn)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows.stream().map(row -> row(actor, row)).toList());
    }

    private static Object[] row(Actor actor, Recorded recorded) {
        TreatmentGiven given = recorded.given();
        Administration what = given.what();
        return new Object[] {
            recorded.id(),
            actor.clinicId(),
            given.patientId(),
            given.on(),
            what.drug().name().toLowerCase(Locale.ROOT),
            what.route().name(),
            what.dose().map(Mg::value).orElse(null),
            what.weight().map(Kg::value).orElse(null),
            what.dosePerKg().map(MgPerKg::value).orElse(null),
            given.minutes().orElse(null),
            recorded.at().atOffset(ZoneOffset.UTC),
            recorded.by(),
            recorded.correction().map(Correction::of).orElse(null),
            recorded.correction().map(Correction::reason).orElse(null),
            recorded.withdrawn()
        };
    }

    /// Treatments a patient was given, oldest first.
    @Transactional(readOnly = true)
    public List<TreatmentGiven> of(UUID clinicId, UUID patientId) {
        return database.sql(GIVEN + "and a.patient_id = :patient order by a.given_on, a.id")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Treatments::given)
                .list();
    }

    /// Treatments a patient was given since a day, with who recorded them, latest first.
    @Transactional(readOnly = true)
    public List<Recorded> recorded(UUID clinicId, UUID patientId, LocalDate since) {
        return database.sql(GIVEN + """
                        and a.patient_id = :patient and a.given_on >= :since
                        order by a.given_on desc, a.id
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .param("since", since)
                .query(Treatments::recorded)
                .list();
    }

    /// The same since ever, oldest first.
    @Transactional(readOnly = true)
    public List<Recorded> standing(UUID clinicId, UUID patientId) {
        return recorded(GIVEN, clinicId, patientId);
    }

    /// All rows of a patient, with what was corrected and taken back, by day.
    @Transactional(readOnly = true)
    public List<Recorded> everRecorded(UUID clinicId, UUID patientId) {
        return recorded(ROW, clinicId, patientId);
    }

    private List<Recorded> recorded(String rows, UUID clinicId, UUID patientId) {
        return database.sql(rows + "and a.patient_id = :patient order by a.given_on, a.id")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Treatments::recorded)
                .list();
    }

    /// Treatments of all patients of a clinic, oldest first.
    @Transactional(readOnly = true)
    public Map<UUID, List<TreatmentGiven>> of(UUID clinicId) {
        return database
                .sql(GIVEN + "order by a.given_on, a.id")
                .param("clinic", clinicId)
                .query(Treatments::given)
                .stream()
                .collect(Collectors.groupingBy(TreatmentGiven::patientId));
    }

    /// The protocol each patient of a clinic is on.
    @Transactional(readOnly = true)
    public Map<UUID, Enrolment> enrolments(UUID clinicId) {
        return database.sql("""
                        select distinct on (patient_id) patient_id, protocol, version, from_day
                        from treatment.enrolment
                        where clinic_id = :clinic
                        order by patient_id, number desc
                        """).param("clinic", clinicId).query(Treatments::enrolment).stream()
                .collect(Collectors.toMap(Enrolment::patientId, Function.identity()));
    }

    /// The protocol a patient is on.
    @Transactional(readOnly = true)
    public Optional<Enrolment> enrolment(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select patient_id, protocol, version, from_day
                        from treatment.enrolment
                        where clinic_id = :clinic and patient_id = :patient
                        order by number desc
                        limit 1
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Treatments::enrolment)
                .optional();
    }

    private static Enrolment enrolment(ResultSet row, int index) throws SQLException {
        return new Enrolment(
                row.getObject("patient_id", UUID.class),
                new ProtocolId(row.getString("protocol")),
                row.getString("version"),
                row.getObject("from_day", LocalDate.class));
    }

    private static Recorded recorded(ResultSet row, int index) throws SQLException {
        String reason = row.getString("reason");
        return new Recorded(
                row.getObject("id", UUID.class),
                given(row, index),
                row.getObject("recorded_by", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                Optional.ofNullable(row.getObject("replaces", UUID.class))
                        .map(of -> new Correction(of, reason)),
                row.getBoolean("withdrawn"));
    }

    private static TreatmentGiven given(ResultSet row, int index) throws SQLException {
        LocalDate on = row.getObject("given_on", LocalDate.class);
        Administration what = new Administration(
                (int) on.toEpochDay(),
                Drug.valueOf(row.getString("drug").toUpperCase(Locale.ROOT)),
                Route.valueOf(row.getString("route")),
                Optional.ofNullable(row.getBigDecimal("dose_mg")).map(Mg::new),
                Optional.ofNullable(row.getBigDecimal("weight_kg")).map(Kg::new),
                Optional.ofNullable(row.getBigDecimal("dose_mg_per_kg")).map(MgPerKg::new));
        return new TreatmentGiven(
                row.getObject("patient_id", UUID.class),
                on,
                what,
                Optional.ofNullable(row.getObject("minutes", Integer.class)));
    }
}
