package org.evenkeel.clinic.eligibility;

import org.evenkeel.clinic.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/// By which rules a clinic goes.
@Service
public class RuleSettings {
    private final JdbcClient database;
    private final InstantSource clock;

    RuleSettings(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What a clinic goes by.
    ///
    /// @param jurisdiction whose rules
    /// @param resistance id of the pack that defines treatment resistance
    public record Chosen(String jurisdiction, String resistance) {
        /// What a clinic goes by that has chosen nothing.
        public static final Chosen FIRST = new Chosen("US", "trd.us-label");
    }

    /// What a clinic goes by.
    @Transactional(readOnly = true)
    public Chosen of(UUID clinicId) {
        return database.sql("""
                        select jurisdiction, resistance from eligibility.setting
                        where clinic_id = :clinic order by number desc limit 1
                        """)
                .param("clinic", clinicId)
                .query((row, _) ->
                        new Chosen(row.getString("jurisdiction"), row.getString("resistance")))
                .optional()
                .orElse(Chosen.FIRST);
    }

    /// Holds back whoever else chooses for the clinic until this transaction ends.
    void lock(UUID clinicId) {
        database.sql("select pg_advisory_xact_lock(hashtext('rules'), hashtext(:clinic))")
                .param("clinic", clinicId.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Chooses.
    @Transactional
    public void choose(Actor actor, Chosen chosen) {
        database.sql("""
                        insert into eligibility.setting (id, clinic_id, jurisdiction, resistance,
                                                         at, by_person)
                        values (:id, :clinic, :jurisdiction, :resistance, :at, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", actor.clinicId())
                .param("jurisdiction", chosen.jurisdiction())
                .param("resistance", chosen.resistance())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.personId())
                .update();
    }
}
