package org.evenkeel.clinic.signature;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.digest.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Signs statements and shows who signed what.
@Service
public class Signatures {
    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;

    Signatures(JdbcClient database, Audit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// Signs, in the transaction of the act. The route that leads here has asked for a fresh
    /// second factor; a proof without one is refused all the same, unless a patient signs.
    ///
    /// @throws IllegalArgumentException where the proof has no second factor
    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(Person person, Proof proof, Statement statement) {
        if (statement.meaning().needsSecondFactor() && !proof.hasSecond()) {
            throw new IllegalArgumentException("a signature needs a second factor");
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] content = CanonicalBytes.of(statement, person, proof, at);
        database.sql("""
                        insert into signature.signature (id, clinic_id, patient_id, object_kind,
                            object_id, meaning, person_id, name, role, factors, at, zone, content,
                            sha256)
                        values (:id, :clinic, :patient, :kind, :object, :meaning, :person, :name,
                            :role, :factors, :at, :zone, :content, :hash)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", person.clinicId())
                .param("patient", statement.subject().patient().orElse(null))
                .param("kind", statement.objectKind())
                .param("object", statement.objectId())
                .param("meaning", statement.meaning().code())
                .param("person", person.id())
                .param("name", person.name())
                .param("role", person.role().words())
                .param("factors", proof.words())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("zone", person.clinic().zone().getId())
                .param("content", content)
                .param("hash", Sha256.of(content))
                .update();
        String act = "sign-" + statement.meaning().code();
        audit.done(
                person.actor(),
                statement
                        .subject()
                        .patient()
                        .map(patient -> Act.onPatient(act, patient))
                        .orElse(new Act(act, "clinic", person.clinicId())));
    }

    /// What was signed in a patient's record, the latest first.
    @Transactional(readOnly = true)
    public List<Signed> of(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select clinic_id, patient_id, object_kind, object_id, meaning, person_id,
                               name, role, factors, at, zone, content, sha256
                        from signature.signature
                        where clinic_id = :clinic and patient_id = :patient
                        order by at desc, id
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Signatures::signed)
                .list();
    }

    /// What was signed about one thing, the latest first.
    @Transactional(readOnly = true)
    public List<Signed> of(UUID clinicId, String objectKind, UUID objectId) {
        return database.sql("""
                        select clinic_id, patient_id, object_kind, object_id, meaning, person_id,
                               name, role, factors, at, zone, content, sha256
                        from signature.signature
                        where clinic_id = :clinic and object_kind = :kind and object_id = :object
                        order by at desc, id
                        """)
                .param("clinic", clinicId)
                .param("kind", objectKind)
                .param("object", objectId)
                .query(Signatures::signed)
                .list();
    }

    private static Signed signed(ResultSet row, int index) throws SQLException {
        byte[] content = row.getBytes("content");
        byte[] hash = row.getBytes("sha256");
        Signed kept = new Signed(
                new Statement(
                        Subject.of(Optional.ofNullable(row.getObject("patient_id", UUID.class))),
                        row.getString("object_kind"),
                        row.getObject("object_id", UUID.class),
                        Meaning.of(row.getString("meaning")),
                        CanonicalBytes.facts(content)),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("role"),
                row.getTimestamp("at").toInstant(),
                ZoneId.of(row.getString("zone")),
                HexFormat.of().formatHex(hash),
                Arrays.equals(hash, Sha256.of(content)));
        UUID clinic = row.getObject("clinic_id", UUID.class);
        return CanonicalBytes.say(content, kept, clinic, row.getString("factors"))
                ? kept
                : kept.altered();
    }
}
