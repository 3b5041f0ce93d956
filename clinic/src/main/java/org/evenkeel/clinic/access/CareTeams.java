package org.evenkeel.clinic.access;

import org.evenkeel.clinic.audit.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who looks after which patient.
@Service
public class CareTeams {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    CareTeams(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /// Whether a person looks after a patient.
    @Transactional(readOnly = true)
    public boolean has(Person person, UUID patientId) {
        return members(person.clinicId(), patientId).contains(person.id());
    }

    /// Who looks after a patient.
    @Transactional(readOnly = true)
    public List<UUID> members(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select person_id from access.care_team
                        where clinic_id = :clinic and patient_id = :patient and until_at is null
                        order by from_at
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(UUID.class)
                .list();
    }

    /// A person looks after patients from now on; where they do already, nothing changes.
    @Transactional
    public void join(Actor by, UUID personId, Collection<UUID> patients) {
        OffsetDateTime now = now();
        batches.batchUpdate(
                """
                insert into access.care_team (id, clinic_id, patient_id, person_id, from_at,
                                              from_by)
                values (?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id, person_id) where until_at is null do nothing
                """,
                patients.stream()
                        .map(patient -> new Object[] {
                            UUID.randomUUID(), by.clinicId(), patient, personId, now, by.personId()
                        })
                        .toList());
    }

    /// A person no longer looks after a patient. Answers whether they did.
    @Transactional
    public boolean leave(Actor by, UUID personId, UUID patientId) {
        return database.sql("""
                                update access.care_team set until_at = :now, until_by = :by
                                where clinic_id = :clinic and patient_id = :patient
                                  and person_id = :person and until_at is null
                                """)
                        .param("now", now())
                        .param("by", by.personId())
                        .param("clinic", by.clinicId())
                        .param("patient", patientId)
                        .param("person", personId)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
