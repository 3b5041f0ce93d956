package org.evenkeel.clinic.forecasting;

import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.forecast.ScoreDistribution;
import org.evenkeel.core.forecast.ScoredForecast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Appends and reads forecasts stored unseen and how they stood.
@Component
class ShadowStore {
    private final JdbcClient database;

    ShadowStore(JdbcClient database) {
        this.database = database;
    }

    /// How a stored forecast stood against an answer.
    record Stood(StoredForecast forecast, LocalDate on, int observed, ScoredForecast scored) {}

    /// Waits until nobody else sweeps a clinic, in another program either: two would store the
    /// same.
    void takeTurn(UUID clinicId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('shadow ' || :clinic, 0))")
                .param("clinic", clinicId.toString())
                .query((_, _) -> true)
                .single();
    }

    void append(UUID clinicId, StoredForecast forecast) {
        database.sql("""
                        insert into forecasting.shadow (id, clinic_id, patient_id, at, as_of,
                            target, model_version, prior, input_hash, minimum, cumulative, place)
                        values (:id, :clinic, :patient, :at, :asOf, :target, :model, :prior,
                            :input, :minimum, :cumulative, :place)
                        """)
                .param("id", forecast.id())
                .param("clinic", clinicId)
                .param("patient", forecast.patientId())
                .param("at", forecast.at().atOffset(ZoneOffset.UTC))
                .param("asOf", forecast.asOf())
                .param("target", forecast.target())
                .param("model", forecast.model())
                .param("prior", forecast.prior())
                .param("input", forecast.inputHash())
                .param("minimum", forecast.minimum())
                .param(
                        "cumulative",
                        Arrays.stream(forecast.scores().cumulative())
                                .boxed()
                                .toArray(Double[]::new))
                .param("place", forecast.place())
                .update();
    }

    void append(UUID clinicId, Stood stood, Instant at) {
        database.sql("""
                        insert into forecasting.shadow_score (shadow_id, clinic_id, patient_id, at,
                            answered_on, observed, horizon, crps, pit, inside)
                        values (:id, :clinic, :patient, :at, :on, :observed, :horizon, :crps,
                            :pit, :inside)
                        on conflict do nothing
                        """)
                .param("id", stood.forecast().id())
                .param("clinic", clinicId)
                .param("patient", stood.forecast().patientId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("on", stood.on())
                .param("observed", stood.observed())
                .param("horizon", stood.scored().horizonDays())
                .param("crps", stood.scored().crps())
                .param("pit", stood.scored().pit())
                .param("inside", stood.scored().inside())
                .update();
    }

    /// Stored forecasts of a clinic that no answer has scored, by patient, latest first.
    ///
    /// @param since those that knew of no later day are left out
    Map<UUID, List<StoredForecast>> open(UUID clinicId, LocalDate since) {
        return database
                .sql("""
                        select f.* from forecasting.shadow f
                        where f.clinic_id = :clinic and f.as_of >= :since and not exists (
                            select from forecasting.shadow_score s where s.shadow_id = f.id)
                        order by f.as_of desc, f.at desc, f.number desc
                        """)
                .param("clinic", clinicId)
                .param("since", since)
                .query(ShadowStore::forecast)
                .stream()
                .collect(Collectors.groupingBy(StoredForecast::patientId));
    }

    /// Days of answers that have scored a forecast, by patient.
    Map<UUID, Set<LocalDate>> answered(UUID clinicId) {
        return database
                .sql("""
                        select patient_id, answered_on from forecasting.shadow_score
                        where clinic_id = :clinic
                        """)
                .param("clinic", clinicId)
                .query((row, _) -> Map.entry(
                        row.getObject("patient_id", UUID.class),
                        row.getObject("answered_on", LocalDate.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /// How a forecast stood, and the answer that it was compared with.
    record Compared(UUID patientId, LocalDate on, int observed, ScoredForecast scored) {}

    /// How the forecasts of the present model stood, in the order of the answers.
    ///
    /// @param patients of whom
    List<Compared> scored(UUID clinicId, String prior, Set<UUID> patients) {
        return database.sql("""
                        select s.patient_id, s.answered_on, s.observed, s.horizon, s.crps, s.pit,
                               s.inside
                        from forecasting.shadow_score s
                        join forecasting.shadow f on f.id = s.shadow_id
                        where s.clinic_id = :clinic and f.model_version = :model
                            and f.prior = :prior and s.patient_id = any(:patients)
                        order by s.at, s.answered_on, s.shadow_id
                        """)
                .param("clinic", clinicId)
                .param("model", RelapseModel.VERSION)
                .param("prior", prior)
                .param("patients", patients.toArray(UUID[]::new))
                .query((row, _) -> new Compared(
                        row.getObject("patient_id", UUID.class),
                        row.getObject("answered_on", LocalDate.class),
                        row.getInt("observed"),
                        new ScoredForecast(
                                row.getInt("horizon"),
                                row.getDouble("crps"),
                                row.getDouble("pit"),
                                row.getBoolean("inside"))))
                .list();
    }

    private static StoredForecast forecast(ResultSet row, int index) throws SQLException {
        Double[] kept = (Double[]) row.getArray("cumulative").getArray();
        double[] cumulative =
                Arrays.stream(kept).mapToDouble(Double::doubleValue).toArray();
        int minimum = row.getInt("minimum");
        return new StoredForecast(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("as_of", LocalDate.class),
                row.getObject("target", LocalDate.class),
                row.getString("model_version"),
                row.getString("prior"),
                row.getString("input_hash"),
                ScoreDistribution.of(minimum, cumulative),
                minimum,
                row.getDouble("place"));
    }
}
