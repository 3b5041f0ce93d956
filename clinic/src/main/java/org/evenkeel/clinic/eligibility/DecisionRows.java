package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.eligibility.Decision.Basis;
import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Appends and reads decisions.
@Service
class DecisionRows {
    /// A rule that was known to stand against treatment when it was decided against.
    static final String RAISED = "raised";

    /// One that did when it was last asked about, too long before.
    static final String TOLD = "told";

    private static final String COLUMNS = """
            id, patient_id, protocol, version, verdict, conclusion, day, valid_until, jurisdiction,
            packs, chart, reason, at, person_id, name
            """;

    private final JdbcClient database;

    DecisionRows(JdbcClient database) {
        this.database = database;
    }

    /// Appends a decision, in the transaction that signs it.
    @Transactional(propagation = Propagation.MANDATORY)
    void append(Actor actor, Decision decision) {
        Basis basis = decision.basis();
        database.sql("insert into eligibility.decision (clinic_id, " + COLUMNS + """
                        ) values (:clinic, :id, :patient, :protocol, :version, :verdict,
                                  :conclusion, :day, :until, :jurisdiction, :packs, :chart,
                                  :reason, :at, :person, :name)
                        """)
                .param("clinic", actor.clinicId())
                .param("id", decision.id())
                .param("patient", decision.patientId())
                .param("protocol", decision.protocol().value())
                .param("version", decision.version())
                .param("verdict", decision.verdict().code())
                .param("conclusion", basis.conclusion().name().toLowerCase(Locale.ROOT))
                .param("day", basis.day())
                .param("until", decision.validUntil())
                .param("jurisdiction", basis.jurisdiction())
                .param("packs", basis.packs())
                .param("chart", basis.chart())
                .param("reason", decision.reason())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("person", decision.personId())
                .param("name", decision.name())
                .update();
    }

    /// Appends the rules that were decided against, with the reason for each.
    @Transactional(propagation = Propagation.MANDATORY)
    void override(Actor actor, Decision decision, Map<Result, String> reasons) {
        reasons.forEach((result, reason) -> database.sql("""
                        insert into eligibility.override (decision_id, clinic_id, patient_id, pack,
                                                          rule, state, reason)
                        values (:decision, :clinic, :patient, :pack, :rule, :state, :reason)
                        """)
                .param("decision", decision.id())
                .param("clinic", actor.clinicId())
                .param("patient", decision.patientId())
                .param("pack", result.pack())
                .param("rule", result.rule().id())
                .param("state", state(result))
                .param("reason", reason)
                .update());
    }

    /// What stood against treatment is `told` where it only did when it was last asked about.
    private static String state(Result result) {
        return result.state() == State.RAISED && result.answer().truth() == Truth.UNKNOWN
                ? TOLD
                : result.state().name().toLowerCase(Locale.ROOT);
    }

    /// The rules that a decision was made against, `pack/rule` to [#RAISED] or [#TOLD]. A reason
    /// for what was not known then says nothing about what is known since.
    @Transactional(readOnly = true)
    Map<String, String> overridden(UUID clinicId, UUID decisionId) {
        Map<String, String> states = new HashMap<>();
        database.sql("""
                        select pack || '/' || rule as name, state from eligibility.override
                        where clinic_id = :clinic and decision_id = :decision and state <> 'open'
                        """)
                .param("clinic", clinicId)
                .param("decision", decisionId)
                .query(row -> {
                    states.put(row.getString("name"), row.getString("state"));
                });
        return states;
    }

    /// The same for every decision of a clinic, by decision.
    @Transactional(readOnly = true)
    Map<UUID, Map<String, String>> overridden(UUID clinicId) {
        Map<UUID, Map<String, String>> all = new HashMap<>();
        database.sql("""
                        select decision_id, pack || '/' || rule as name, state
                        from eligibility.override
                        where clinic_id = :clinic and state <> 'open'
                        """).param("clinic", clinicId).query(row -> {
            all.computeIfAbsent(row.getObject("decision_id", UUID.class), _ -> new HashMap<>())
                    .put(row.getString("name"), row.getString("state"));
        });
        return all;
    }

    /// Why each rule was decided against, by `pack/rule`.
    @Transactional(readOnly = true)
    Map<String, String> reasons(UUID clinicId, UUID decisionId) {
        Map<String, String> reasons = new TreeMap<>();
        database.sql("""
                        select pack || '/' || rule as name, reason from eligibility.override
                        where clinic_id = :clinic and decision_id = :decision
                        """)
                .param("clinic", clinicId)
                .param("decision", decisionId)
                .query((row, _) -> reasons.put(row.getString("name"), row.getString("reason")))
                .list();
        return reasons;
    }

    /// A patient's decisions, latest first.
    @Transactional(readOnly = true)
    List<Decision> of(UUID clinicId, UUID patientId) {
        return database.sql("select " + COLUMNS + """
                        from eligibility.decision
                        where clinic_id = :clinic and patient_id = :patient
                        order by number desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(DecisionRows::decision)
                .list();
    }

    /// The latest decision of a patient on a protocol, of those made up to a day.
    @Transactional(readOnly = true)
    Optional<Decision> latest(UUID clinicId, UUID patientId, ProtocolId protocol, LocalDate day) {
        return of(clinicId, patientId).stream()
                .filter(decision -> decision.protocol().equals(protocol)
                        && !decision.basis().day().isAfter(day))
                .findFirst();
    }

    /// The latest decision of every patient of a clinic on each protocol, the latest first.
    @Transactional(readOnly = true)
    Map<UUID, List<Decision>> latest(UUID clinicId) {
        return database
                .sql("select " + COLUMNS + """
                        from (select distinct on (patient_id, protocol) *
                              from eligibility.decision
                              where clinic_id = :clinic
                              order by patient_id, protocol, number desc) latest
                        order by number desc
                        """)
                .param("clinic", clinicId)
                .query(DecisionRows::decision)
                .stream()
                .collect(Collectors.groupingBy(Decision::patientId));
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                new ProtocolId(row.getString("protocol")),
                row.getString("version"),
                Verdict.of(row.getString("verdict")),
                new Basis(
                        row.getObject("day", LocalDate.class),
                        row.getString("jurisdiction"),
                        row.getString("packs"),
                        row.getString("chart"),
                        Conclusion.valueOf(row.getString("conclusion").toUpperCase(Locale.ROOT))),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("name"));
    }
}
