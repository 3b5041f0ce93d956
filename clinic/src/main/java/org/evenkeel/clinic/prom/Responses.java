package org.evenkeel.clinic.prom;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/// Appends and reads answered questionnaires.
@Service
public class Responses {
    private static final String ROW = """
            select r.patient_id, r.instrument, r.version, r.answered_on, r.total, r.risk_item,
                   r.answers, r.id, r.recorded_at, r.recorded_by, r.replaces, r.reason, r.withdrawn
            from prom.response r
            where r.clinic_id = :clinic
            """;

    /// What stands: without what was corrected or taken back.
    private static final String RESPONSE = ROW + """
              and not r.withdrawn
              and not exists (select from prom.response later where later.replaces = r.id)
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    Responses(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /// Appends responses and, in the same transaction, a flag for each whose self-harm item was
    /// answered with 1 or more.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where a patient has one of that
    ///     instrument and day already; then nothing is appended
    @Transactional
    public void append(Actor actor, List<Response> responses) {
        insert(
                actor,
                responses.stream()
                        .map(response -> recorded(actor, response, Optional.empty(), false))
                        .toList());
    }

    /// Appends a response in place of one that was not right, with its flag. The flag of the one
    /// before stays.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where somebody corrected that one
    ///     before, or the patient has another of that instrument and day; nothing is appended
    @Transactional
    public void correct(Actor actor, Response response, Correction correction) {
        insert(actor, List.of(recorded(actor, response, Optional.of(correction), false)));
    }

    /// Takes a response back: from now on it counts nowhere. Its flag stays.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where it was corrected before
    @Transactional
    public void takeBack(Actor actor, Response response, Correction correction) {
        insert(actor, List.of(recorded(actor, response, Optional.of(correction), true)));
    }

    private RecordedResponse recorded(
            Actor actor, Response response, Optional<Correction> correction, boolean withdrawn) {
        return new RecordedResponse(
                UUID.randomUUID(),
                response,
                actor.personId(),
                clock.instant(),
                correction,
                withdrawn);
    }

    private void insert(Actor actor, List<RecordedResponse> rows) {
        batches.batchUpdate("""
                insert into prom.response (id, clinic_id, patient_id, instrument, version,
                                           answered_on, total, answers, risk_item, recorded_at,
                                           recorded_by, replaces, reason, withdrawn, turn)
                select n.*, (
                    select count(*) from prom.response o
                    where o.clinic_id = n.clinic_id and o.patient_id = n.patient_id
                      and o.instrument = n.instrument and o.answered_on = n.answered_on
                      and not o.withdrawn
                      and (o.id = n.replaces
                           or exists (select from prom.response l where l.replaces = o.id)))
                from (values (?::uuid, ?::uuid, ?::uuid, ?::text, ?::text, ?::date, ?::integer,
                              ?::integer[], ?::integer, ?::timestamptz, ?::uuid, ?::uuid, ?::text,
                              ?::boolean))
                    n (id, clinic_id, patient_id, instrument, version, answered_on, total, answers,
                       risk_item, recorded_at, recorded_by, replaces, reason, withdrawn)
                """, rows.stream().map(row -> row(actor, row)).toList());
        batches.batchUpdate(
                """
                insert into prom.risk_flag (response_id, clinic_id, patient_id, answer, raised_at)
                values (?, ?, ?, ?, ?)
                """,
                rows.stream()
                        .filter(row -> !row.withdrawn())
                        .filter(row -> row.response().rating().riskItem().orElse(0) >= 1)
                        .map(row -> flag(actor, row))
                        .toList());
    }

    private static Object[] row(Actor actor, RecordedResponse recorded) {
        Response response = recorded.response();
        OptionalInt risk = response.rating().riskItem();
        return new Object[] {
            recorded.id(),
            actor.clinicId(),
            response.patientId(),
            response.instrument().value(),
            response.version(),
            response.on(),
            response.rating().score(),
            response.answers().isEmpty() ? null : response.answers().toArray(new Integer[0]),
            risk.isPresent() ? risk.getAsInt() : null,
            recorded.at().atOffset(ZoneOffset.UTC),
            recorded.by(),
            recorded.correction().map(Correction::of).orElse(null),
            recorded.correction().map(Correction::reason).orElse(null),
            recorded.withdrawn()
        };
    }

    private static Object[] flag(Actor actor, RecordedResponse recorded) {
        return new Object[] {
            recorded.id(),
            actor.clinicId(),
            recorded.response().patientId(),
            recorded.response().rating().riskItem().orElseThrow(),
            recorded.at().atOffset(ZoneOffset.UTC)
        };
    }

    /// A patient's responses, oldest first.
    @Transactional(readOnly = true)
    public List<Response> of(UUID clinicId, UUID patientId) {
        return database.sql(RESPONSE + "and r.patient_id = :patient order by r.answered_on, r.id")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Responses::response)
                .list();
    }

    /// The same with who recorded them.
    @Transactional(readOnly = true)
    public List<RecordedResponse> standing(UUID clinicId, UUID patientId) {
        return recorded(RESPONSE, clinicId, patientId);
    }

    /// All rows of a patient, with what was corrected and taken back, by day.
    @Transactional(readOnly = true)
    public List<RecordedResponse> everRecorded(UUID clinicId, UUID patientId) {
        return recorded(ROW, clinicId, patientId);
    }

    /// What was corrected or taken back of all patients of a clinic.
    @Transactional(readOnly = true)
    public Map<UUID, List<Response>> corrected(UUID clinicId) {
        return database.sql(ROW + """
                        and exists (select from prom.response later where later.replaces = r.id)
                        """).param("clinic", clinicId).query(Responses::response).stream()
                .collect(Collectors.groupingBy(Response::patientId));
    }

    private List<RecordedResponse> recorded(String rows, UUID clinicId, UUID patientId) {
        return database.sql(rows + "and r.patient_id = :patient order by r.answered_on, r.id")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Responses::recorded)
                .list();
    }

    /// Responses to one instrument of all patients of a clinic, oldest first.
    @Transactional(readOnly = true)
    public Map<UUID, List<Response>> of(UUID clinicId, InstrumentId instrument) {
        return database
                .sql(RESPONSE + "and r.instrument = :instrument order by r.answered_on, r.id")
                .param("clinic", clinicId)
                .param("instrument", instrument.value())
                .query(Responses::response)
                .stream()
                .collect(Collectors.groupingBy(Response::patientId));
    }

    /// Responses of all patients of a clinic to all instruments, oldest first.
    @Transactional(readOnly = true)
    public Map<UUID, List<Response>> of(UUID clinicId) {
        return database
                .sql(RESPONSE + "order by r.answered_on, r.id")
                .param("clinic", clinicId)
                .query(Responses::response)
                .stream()
                .collect(Collectors.groupingBy(Response::patientId));
    }

    private static RecordedResponse recorded(ResultSet row, int index) throws SQLException {
        String reason = row.getString("reason");
        return new RecordedResponse(
                row.getObject("id", UUID.class),
                response(row, index),
                row.getObject("recorded_by", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                Optional.ofNullable(row.getObject("replaces", UUID.class))
                        .map(of -> new Correction(of, reason)),
                row.getBoolean("withdrawn"));
    }

    private static Response response(ResultSet row, int index) throws SQLException {
        LocalDate on = row.getObject("answered_on", LocalDate.class);
        Integer risk = row.getObject("risk_item", Integer.class);
        Array answers = row.getArray("answers");
        return new Response(
                row.getObject("patient_id", UUID.class),
                new InstrumentId(row.getString("instrument")),
                row.getString("version"),
                on,
                new Rating(
                        (int) on.toEpochDay(),
                        row.getInt("total"),
                        risk == null ? OptionalInt.empty() : OptionalInt.of(risk)),
                answers == null ? List.of() : List.of((Integer[]) answers.getArray()));
    }
}
