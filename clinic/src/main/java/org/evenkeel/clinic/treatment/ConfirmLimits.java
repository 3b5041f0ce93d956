package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.content.Limit;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.signature.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A clinic treats nobody before a named prescriber has confirmed the figures it goes by. A changed
/// figure needs confirming anew. A demonstration treats nobody real and needs none.
@Service
public class ConfirmLimits {
    /// What is said where something must wait.
    public static final String WAITING = "Nobody is treated here before a prescriber has confirmed"
            + " this clinic's limits, under Limits.";

    private static final String OBJECT = "limits";

    private final JdbcClient database;
    private final Signatures signatures;
    private final InstantSource clock;
    private final List<Limit> limits;
    private final String digest;

    ConfirmLimits(
            JdbcClient database,
            ClinicContent content,
            Signatures signatures,
            InstantSource clock) {
        this.database = database;
        this.signatures = signatures;
        this.clock = clock;
        this.limits = Limit.of(content);
        this.digest = Limit.digest(limits);
    }

    /// Who confirmed.
    ///
    /// @param id of the confirmation; its signature names it
    /// @param name their printed name then
    /// @param at when
    public record Confirmed(UUID id, String name, Instant at) {}

    /// The figures in force.
    public List<Limit> limits() {
        return limits;
    }

    /// Their digest.
    public String digest() {
        return digest;
    }

    /// Who confirmed the figures in force.
    @Transactional(readOnly = true)
    public Optional<Confirmed> confirmed(UUID clinicId) {
        return database.sql("""
                        select id, name, at from treatment.limits_confirmation
                        where clinic_id = :clinic and digest = :digest
                        order by number desc limit 1
                        """)
                .param("clinic", clinicId)
                .param("digest", digest)
                .query((row, _) -> new Confirmed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /// Who signed a confirmation, the latest first, and whether it says the figures in force.
    @Transactional(readOnly = true)
    public Map<Signed, Boolean> signed(UUID clinicId, Confirmed confirmed) {
        Map<Signed, Boolean> signed = new LinkedHashMap<>();
        signatures
                .of(clinicId, OBJECT, confirmed.id())
                .forEach(each -> signed.put(each, each.covers(statement(confirmed.id()))));
        return signed;
    }

    /// Whether a clinic must wait.
    @Transactional(readOnly = true)
    public boolean isWaiting(Clinic clinic) {
        return !clinic.synthetic() && confirmed(clinic.id()).isEmpty();
    }

    /// Confirms the figures that were seen; where somebody has, that stands. Answers whether
    /// they are the figures in force.
    ///
    /// @param seen digest of the figures the person was shown
    /// @throws IllegalArgumentException where the proof has no second factor
    @Transactional
    public boolean confirm(Person person, Proof proof, String seen) {
        if (!proof.hasSecond()) {
            throw new IllegalArgumentException("confirming limits needs a second factor");
        }
        if (!seen.equals(digest)) {
            return false;
        }
        database.sql("select pg_advisory_xact_lock(hashtext('limits'), hashtext(:clinic))")
                .param("clinic", person.clinicId().toString())
                .query((_, _) -> true)
                .single();
        if (confirmed(person.clinicId())
                .filter(one -> isSigned(person.clinicId(), one))
                .isEmpty()) {
            append(person, proof);
        }
        return true;
    }

    /// Whether a signature that holds stands under a confirmation. Where none does, it can be made
    /// anew.
    public boolean isSigned(UUID clinicId, Confirmed confirmed) {
        return signed(clinicId, confirmed).entrySet().stream()
                .anyMatch(each -> each.getKey().intact() && each.getValue());
    }

    private void append(Person person, Proof proof) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into treatment.limits_confirmation (id, clinic_id, person_id, name,
                                                                   factors, at, digest)
                        values (:id, :clinic, :person, :name, :factors, :at, :digest)
                        """)
                .param("id", id)
                .param("clinic", person.clinicId())
                .param("person", person.id())
                .param("name", person.name())
                .param("factors", proof.words())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("digest", digest)
                .update();
        signatures.sign(person, proof, statement(id));
    }

    /// Every figure as it was shown, so that the signed bytes say by themselves what was confirmed.
    private Statement statement(UUID id) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("digest", digest);
        limits.forEach(limit -> facts.put(
                limit.name(),
                limit.value() + (limit.unverified() ? ", unverified: " : ": ") + limit.source()));
        return new Statement(new Subject.OfClinic(), OBJECT, id, Meaning.LIMITS_CONFIRMED, facts);
    }
}
