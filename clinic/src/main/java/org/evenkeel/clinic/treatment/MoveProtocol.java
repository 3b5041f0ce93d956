package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Puts a patient on another protocol or version, with a reason and a prescriber's signature.
/// Nobody is moved otherwise: a newer version alone changes nobody's treatment.
@Service
public class MoveProtocol {
    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Patients patients;
    private final Treatments treatments;
    private final Protocols protocols;
    private final Signatures signatures;
    private final Audit audit;
    private final InstantSource clock;

    MoveProtocol(
            JdbcClient database,
            Patients patients,
            Treatments treatments,
            Protocols protocols,
            Signatures signatures,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.patients = patients;
        this.treatments = treatments;
        this.protocols = protocols;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a prescriber wants.
    ///
    /// @param from the edition the patient was shown to be on; empty where on none
    /// @param to the edition to go on by
    /// @param reason why
    /// @param command the form as it was sent
    public record Wanted(Optional<UUID> from, UUID to, String reason, Command command) {}

    /// Moves a patient, or answers why not; empty where they are moved, now or when the same form
    /// came before.
    @Transactional
    public Optional<String> move(Person person, Proof proof, UUID patientId, Wanted wanted) {
        if (patients.lock(person.clinicId(), patientId).isEmpty()) {
            throw new NotThere();
        }
        if (audit.isKnown(wanted.command())) {
            return Optional.empty();
        }
        Optional<Enrolment> from = treatments.enrolment(person.clinicId(), patientId);
        Optional<UUID> on = from.flatMap(
                        now -> protocols.edition(person.clinicId(), now.protocol(), now.version()))
                .map(Edition::id);
        if (!on.equals(wanted.from())) {
            return Optional.of("The patient was put on another protocol meanwhile: look at what"
                    + " changes again.");
        }
        Optional<Edition> to =
                protocols.edition(person.clinicId(), wanted.to()).filter(protocols::enrols);
        if (to.isEmpty()) {
            return Optional.of("Choose a published protocol that patients may be put on.");
        }
        if (from.filter(now -> isSame(now, to.get())).isPresent()) {
            return Optional.of("The patient is on that version already.");
        }
        if (wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
            return Optional.of("Say why, in up to " + LONGEST_REASON + " characters.");
        }
        move(person, proof, patientId, new Move(from, to.get(), wanted));
        return Optional.empty();
    }

    /// A move that was made.
    ///
    /// @param to what a patient was put on
    /// @param reason why, in the prescriber's words
    /// @param signed who signed it
    public record Moved(Enrolment to, String reason, List<Signed> signed) {}

    /// A patient's moves, the latest first. What began without a reason is no move.
    @Transactional(readOnly = true)
    public List<Moved> of(UUID clinicId, UUID patientId) {
        List<Signed> signed = signatures.of(clinicId, patientId);
        return database.sql("""
                        select id, patient_id, protocol, version, from_day, reason
                        from treatment.enrolment
                        where clinic_id = :clinic and patient_id = :patient and reason <> ''
                        order by number desc
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query((row, _) -> new Moved(
                        new Enrolment(
                                row.getObject("patient_id", UUID.class),
                                new ProtocolId(row.getString("protocol")),
                                row.getString("version"),
                                row.getObject("from_day", LocalDate.class)),
                        row.getString("reason"),
                        about(row.getObject("id", UUID.class), signed)))
                .list();
    }

    private static List<Signed> about(UUID id, List<Signed> signed) {
        return signed.stream()
                .filter(each -> each.statement().objectId().equals(id))
                .toList();
    }

    private record Move(Optional<Enrolment> from, Edition to, Wanted wanted) {}

    private void move(Person person, Proof proof, UUID patientId, Move move) {
        UUID id = UUID.randomUUID();
        audit.take(
                move.wanted().command(),
                person.actor(),
                Act.onPatient("sign-protocol-moved", patientId));
        database.sql("""
                        insert into treatment.enrolment (id, clinic_id, patient_id, protocol,
                                                         version, from_day, at, actor_id, reason)
                        values (:id, :clinic, :patient, :protocol, :version, :day, :at, :actor,
                                :reason)
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("patient", patientId)
                .param("protocol", move.to().protocol().value())
                .param("version", move.to().version())
                .param("day", person.today(clock))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", person.id())
                .param("reason", move.wanted().reason())
                .update();
        signatures.sign(
                person,
                proof,
                new Statement(
                        patientId,
                        "enrolment",
                        id,
                        Meaning.PROTOCOL_MOVED,
                        Map.of(
                                "from",
                                move.from()
                                        .map(was -> was.protocol() + " " + was.version())
                                        .orElse("none"),
                                "to",
                                move.to().protocol() + " " + move.to().version(),
                                "sha256",
                                move.to().sha256(),
                                "reason",
                                move.wanted().reason())));
    }

    private static boolean isSame(Enrolment now, Edition to) {
        return now.protocol().equals(to.protocol()) && now.version().equals(to.version());
    }
}
