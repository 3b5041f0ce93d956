package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.units.Kg;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Appends and reads drafts and signed plans.
@Component
class PlanStore {
    private final JdbcClient database;
    private final InstantSource clock;

    PlanStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    void append(Person person, PlanDraft draft) {
        database.sql("""
                        insert into prescribing.draft (id, clinic_id, patient_id, protocol,
                            first_day, weight_kg, weighed_on, reason, at, by_person)
                        values (:id, :clinic, :patient, :protocol, :first, :weight, :weighed,
                            :reason, :at, :by)
                        """)
                .param("id", draft.id())
                .param("clinic", person.clinicId())
                .param("patient", draft.patientId())
                .param("protocol", draft.protocol().value())
                .param("first", draft.firstDay())
                .param("weight", draft.weight().value())
                .param("weighed", draft.weighedOn())
                .param("reason", draft.reason())
                .param("at", now())
                .param("by", person.id())
                .update();
    }

    void append(Person person, SignedPlan plan) {
        database.sql("""
                        insert into prescribing.plan (id, clinic_id, patient_id, version, digest,
                            first_dose, visits, name, at, by_person)
                        values (:id, :clinic, :patient, :version, :digest, :dose, :visits, :name,
                            :at, :by)
                        """)
                .param("id", plan.draft().id())
                .param("clinic", person.clinicId())
                .param("patient", plan.draft().patientId())
                .param("version", plan.version())
                .param("digest", plan.digest())
                .param("dose", plan.firstDose())
                .param("visits", plan.visits())
                .param("name", plan.name())
                .param("at", plan.at().atOffset(ZoneOffset.UTC))
                .param("by", person.id())
                .update();
    }

    /// A patient's latest draft of a person, where it was not signed.
    Optional<PlanDraft> draft(Person person, UUID patientId) {
        return database.sql("""
                        select * from prescribing.draft d
                        where d.id = (select latest.id from prescribing.draft latest
                                      where latest.clinic_id = :clinic
                                        and latest.patient_id = :patient
                                        and latest.by_person = :by
                                      order by latest.number desc limit 1)
                          and not exists (select from prescribing.plan p where p.id = d.id)
                        """)
                .param("clinic", person.clinicId())
                .param("patient", patientId)
                .param("by", person.id())
                .query(PlanStore::draft)
                .optional();
    }

    /// A patient's signed plans, the latest first.
    List<SignedPlan> signed(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select d.id, d.patient_id, d.protocol, d.first_day, d.weight_kg,
                               d.weighed_on, d.reason, p.version, p.digest, p.first_dose, p.visits,
                               p.name, p.at
                        from prescribing.plan p join prescribing.draft d on d.id = p.id
                        where p.clinic_id = :clinic and p.patient_id = :patient
                        order by p.number desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query((row, index) -> new SignedPlan(
                        draft(row, index),
                        row.getString("version"),
                        row.getString("digest"),
                        row.getString("first_dose"),
                        row.getString("visits"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static PlanDraft draft(ResultSet row, int index) throws SQLException {
        return new PlanDraft(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                new ProtocolId(row.getString("protocol")),
                row.getObject("first_day", LocalDate.class),
                new Kg(row.getBigDecimal("weight_kg")),
                row.getObject("weighed_on", LocalDate.class),
                row.getString("reason"));
    }
}
