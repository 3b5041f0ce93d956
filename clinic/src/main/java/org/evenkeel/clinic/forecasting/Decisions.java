package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.core.forecast.RelapseModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Appends and reads decisions. The latest is the one appended last, by number: a clock may be set
/// back.
@Service
public class Decisions {
    private static final String DECISION = """
            select patient_id, at, actor_id, kind, day, reason, facts_hash, number
            from forecasting.decision
            """;

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /// Appends a decision with the proposal it was taken on.
    @Transactional
    public void append(Actor actor, Decision decision, Answer answer) {
        database.sql("""
                        insert into forecasting.decision (id, clinic_id, patient_id, at, actor_id,
                            kind, day, reason, proposal, proposed_day, p_unwell, reasons,
                            model_version, input_hash, facts_hash)
                        values (:id, :clinic, :patient, :at, :actor, :kind, :day, :reason,
                            :proposal, :proposedDay, :unwell, :reasons, :model, :input, :facts)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", actor.clinicId())
                .param("patient", decision.patientId())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("actor", actor.personId())
                .param("kind", decision.kind().code())
                .param("day", decision.day().orElse(null))
                .param("reason", decision.reason().orElse(null))
                .param("proposal", answer.kind().code())
                .param("proposedDay", answer.proposedDay().orElse(null))
                .param("unwell", answer.proposedUnwell().orElse(null))
                .param("reasons", answer.reasonCodes())
                .param("model", RelapseModel.VERSION)
                .param("input", answer.inputHash())
                .param("facts", decision.factsHash())
                .update();
    }

    /// The latest decision on a patient.
    @Transactional(readOnly = true)
    public Optional<Decision> latest(UUID clinicId, UUID patientId) {
        return of(clinicId, patientId).stream().findFirst();
    }

    /// All decisions on a patient, latest first.
    @Transactional(readOnly = true)
    public List<Decision> of(UUID clinicId, UUID patientId) {
        return database.sql(DECISION + """
                        where clinic_id = :clinic and patient_id = :patient
                        order by number desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Decisions::decision)
                .list();
    }

    /// The latest decision on each patient of a clinic.
    @Transactional(readOnly = true)
    public Map<UUID, Decision> latest(UUID clinicId) {
        return database
                .sql("select distinct on (patient_id) * from (" + DECISION + """
                        where clinic_id = :clinic) as decided
                        order by patient_id, number desc
                        """)
                .param("clinic", clinicId)
                .query(Decisions::decision)
                .stream()
                .collect(Collectors.toMap(Decision::patientId, Function.identity()));
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        return new Decision(
                row.getObject("patient_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                Decision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                Optional.ofNullable(row.getString("reason")),
                row.getString("facts_hash"));
    }
}
