package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.Agreement.Stretch;
import org.evenkeel.core.booster.Agreement.TreatmentFree;
import org.evenkeel.core.booster.StopRule;
import org.evenkeel.core.forecast.RelapseModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Appends and reads agreements. At most one of a patient is open: the caller holds the patient,
/// and the database refuses a second. Where an older version left two, the one appended last
/// counts, by number: a clock may be set back.
@Service
public class Agreements {
    private static final String AGREED = """
            select a.*, e.at as end_at, e.actor_id as end_by, e.reason as end_reason
            from forecasting.agreement a
            left join forecasting.agreement_end e on e.agreement_id = a.id
            """;

    private final JdbcClient database;

    Agreements(JdbcClient database) {
        this.database = database;
    }

    /// Appends an agreement.
    ///
    /// @param inputHash digest of what it was agreed on
    @Transactional
    public void append(Actor actor, Agreed agreed, String inputHash) {
        StopRule rule = agreed.what().rule();
        Optional<Stretch> stretch =
                agreed.what() instanceof Stretch each ? Optional.of(each) : Optional.empty();
        Optional<Agreement.Watch> watch = agreed.what() instanceof TreatmentFree each
                ? Optional.of(each.watch())
                : Optional.empty();
        database.sql("""
                        insert into forecasting.agreement (id, clinic_id, patient_id, at, actor_id,
                            kind, from_day, until_day, baseline, baseline_risk, rise, reach,
                            usual_days, tried_days, ask_every, confirm, return_risk,
                            reason, model_version, input_hash)
                        values (:id, :clinic, :patient, :at, :actor, :kind, :from, :until,
                            :baseline, :baselineRisk, :rise, :reach, :usual, :tried, :askEvery,
                            :confirm, :returnRisk, :reason, :model, :input)
                        """)
                .param("id", agreed.id())
                .param("clinic", actor.clinicId())
                .param("patient", agreed.patientId())
                .param("at", agreed.at().atOffset(ZoneOffset.UTC))
                .param("actor", agreed.by())
                .param("kind", Agreed.kind(agreed.what()))
                .param("from", agreed.from())
                .param("until", agreed.until())
                .param("baseline", rule.baseline())
                .param(
                        "baselineRisk",
                        rule.baselineRisk().isPresent() ? rule.baselineRisk().getAsInt() : null)
                .param("rise", rule.rise())
                .param("reach", rule.reach())
                .param("usual", stretch.map(Stretch::usualDays).orElse(null))
                .param("tried", stretch.map(Stretch::triedDays).orElse(null))
                .param("askEvery", watch.map(Agreement.Watch::askEveryDays).orElse(null))
                .param("confirm", watch.map(Agreement.Watch::confirmDays).orElse(null))
                .param("returnRisk", watch.map(Agreement.Watch::returnRisk).orElse(null))
                .param("reason", agreed.reason())
                .param("model", RelapseModel.VERSION)
                .param("input", inputHash)
                .update();
    }

    /// Closes an agreement; a second time fails.
    ///
    /// @param stood where it stood, as a reason's code
    @Transactional
    public void close(Actor actor, Agreed agreed, Agreed.End end, String stood) {
        database.sql("""
                        insert into forecasting.agreement_end (agreement_id, clinic_id, patient_id,
                            at, actor_id, stood, reason)
                        values (:id, :clinic, :patient, :at, :actor, :stood, :reason)
                        """)
                .param("id", agreed.id())
                .param("clinic", actor.clinicId())
                .param("patient", agreed.patientId())
                .param("at", end.at().atOffset(ZoneOffset.UTC))
                .param("actor", end.by())
                .param("stood", stood)
                .param("reason", end.reason())
                .update();
    }

    /// All agreements with a patient, latest first.
    @Transactional(readOnly = true)
    public List<Agreed> of(UUID clinicId, UUID patientId) {
        return database.sql(AGREED + """
                        where a.clinic_id = :clinic and a.patient_id = :patient
                        order by a.number desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Agreements::agreed)
                .list();
    }

    /// The open agreement with a patient, where there is one.
    @Transactional(readOnly = true)
    public Optional<Agreed> open(UUID clinicId, UUID patientId) {
        return of(clinicId, patientId).stream().filter(Agreed::isOpen).findFirst();
    }

    /// The open agreements of a clinic by patient.
    @Transactional(readOnly = true)
    public Map<UUID, Agreed> open(UUID clinicId) {
        return database
                .sql(AGREED + """
                        where a.clinic_id = :clinic and e.agreement_id is null
                        order by a.number desc
                        """)
                .param("clinic", clinicId)
                .query(Agreements::agreed)
                .stream()
                .collect(Collectors.toMap(
                        Agreed::patientId, Function.identity(), (latest, _) -> latest));
    }

    private static Agreed agreed(ResultSet row, int index) throws SQLException {
        UUID endBy = row.getObject("end_by", UUID.class);
        return new Agreed(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                what(row),
                row.getString("reason"),
                endBy == null
                        ? Optional.empty()
                        : Optional.of(new Agreed.End(endAt(row), endBy, text(row, "end_reason"))));
    }

    private static Instant endAt(ResultSet row) throws SQLException {
        return row.getTimestamp("end_at").toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Agreement what(ResultSet row) throws SQLException {
        int from = (int) row.getObject("from_day", LocalDate.class).toEpochDay();
        int until = (int) row.getObject("until_day", LocalDate.class).toEpochDay();
        int risk = row.getInt("baseline_risk");
        OptionalInt baselineRisk = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(risk);
        StopRule rule = new StopRule(
                row.getInt("baseline"), baselineRisk, row.getInt("rise"), row.getInt("reach"));
        return row.getString("kind").equals("stretch")
                ? new Stretch(from, until, row.getInt("usual_days"), row.getInt("tried_days"), rule)
                : new TreatmentFree(
                        from,
                        until,
                        new Agreement.Watch(
                                row.getInt("ask_every"),
                                row.getInt("confirm"),
                                row.getDouble("return_risk")),
                        rule);
    }
}
