package org.evenkeel.clinic.prom;

import org.evenkeel.clinic.audit.Actor;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/// Appends and reads answered questionnaires.
@Service
public class Responses {
    private static final String RESPONSE = """
            select r.patient_id, r.instrument, r.version, r.answered_on, r.total, r.risk_item,
                   r.answers
            from prom.response r
            where r.clinic_id = :clinic
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
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Numbered> numbered = responses.stream()
                .map(response -> new Numbered(UUID.randomUUID(), response))
                .toList();
        batches.batchUpdate(
                """
                insert into prom.response (id, clinic_id, patient_id, instrument, version,
                                           answered_on, total, answers, risk_item, recorded_at,
                                           recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, numbered.stream().map(each -> each.row(actor, now)).toList());
        batches.batchUpdate(
                """
                insert into prom.risk_flag (response_id, clinic_id, patient_id, answer, raised_at)
                values (?, ?, ?, ?, ?)
                """,
                numbered.stream()
                        .filter(each -> each.response.rating().riskItem().orElse(0) >= 1)
                        .map(each -> each.flag(actor, now))
                        .toList());
    }

    private record Numbered(UUID id, Response response) {
        Object[] row(Actor actor, OffsetDateTime now) {
            OptionalInt risk = response.rating().riskItem();
            return new Object[] {
                id,
                actor.clinicId(),
                response.patientId(),
                response.instrument().value(),
                response.version(),
                response.on(),
                response.rating().score(),
                response.answers().isEmpty() ? null : response.answers().toArray(new Integer[0]),
                risk.isPresent() ? risk.getAsInt() : null,
                now,
                actor.personId()
            };
        }

        Object[] flag(Actor actor, OffsetDateTime now) {
            return new Object[] {
                id,
                actor.clinicId(),
                response.patientId(),
                response.rating().riskItem().orElseThrow(),
                now
            };
        }
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
