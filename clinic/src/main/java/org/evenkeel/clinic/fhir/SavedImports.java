package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Appends and reads what was imported.
@Component
class SavedImports {
    private final JdbcClient database;
    private final InstantSource clock;

    SavedImports(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Lets one import of a clinic run at a time: who is new must stay so until it is saved.
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForTurn(UUID clinicId) {
        database.sql("select pg_advisory_xact_lock(:key)::text")
                .param("key", clinicId.getLeastSignificantBits())
                .query(String.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Person person, UUID id, ProtocolId protocol, Tally tally) {
        database.sql("""
                        insert into fhir.saved_import (id, clinic_id, person_id, at, protocol,
                            new_patients, known_patients, new_scores, known_scores,
                            new_treatments, known_treatments)
                        values (:id, :clinic, :person, :at, :protocol, :patients, :patientsKnown,
                            :scores, :scoresKnown, :treatments, :treatmentsKnown)
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("person", person.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("protocol", protocol.value())
                .param("patients", tally.patients().added())
                .param("patientsKnown", tally.patients().known())
                .param("scores", tally.scores().added())
                .param("scoresKnown", tally.scores().known())
                .param("treatments", tally.treatments().added())
                .param("treatmentsKnown", tally.treatments().known())
                .update();
    }

    /// What a person imported under an id.
    @Transactional(readOnly = true)
    public Optional<Tally> find(Person person, UUID id) {
        return database.sql("""
                        select new_patients, known_patients, new_scores, known_scores,
                               new_treatments, known_treatments
                        from fhir.saved_import
                        where id = :id and clinic_id = :clinic and person_id = :person
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("person", person.id())
                .query(SavedImports::tally)
                .optional();
    }

    private static Tally tally(ResultSet row, int index) throws SQLException {
        return new Tally(
                new Tally.Pair(row.getInt("new_patients"), row.getInt("known_patients")),
                new Tally.Pair(row.getInt("new_scores"), row.getInt("known_scores")),
                new Tally.Pair(row.getInt("new_treatments"), row.getInt("known_treatments")));
    }
}
