package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A second person signs that a dose recorded is the dose given.
@Service
public class VerifyDose {
    private static final int LOOKS_BACK_DAYS = 28;

    private final Treatments treatments;
    private final Patients patients;
    private final Signatures signatures;
    private final InstantSource clock;

    VerifyDose(
            Treatments treatments, Patients patients, Signatures signatures, InstantSource clock) {
        this.treatments = treatments;
        this.patients = patients;
        this.signatures = signatures;
        this.clock = clock;
    }

    /// A recorded dose and who verified it.
    public record Dose(Recorded recorded, List<Signed> signed) {

        /// Whether somebody's signature stands for what is recorded.
        public boolean isVerified() {
            return signed.stream().anyMatch(this::isStandingFor);
        }

        /// Whether one of its signatures stands for what is recorded.
        public boolean isStandingFor(Signed one) {
            return one.covers(statement(recorded));
        }
    }

    /// What became of it.
    public enum Outcome {
        /// Signed, now or when the same person signed it before.
        SIGNED,
        /// Whoever recorded it cannot be their own witness.
        OWN_RECORD,
        /// There is no such dose of this patient.
        UNKNOWN
    }

    /// The doses of the last weeks, latest first.
    @Transactional(readOnly = true)
    public List<Dose> recent(Person person, UUID patientId) {
        List<Signed> signed = signatures.of(person.clinicId(), patientId);
        return treatments
                .recorded(
                        person.clinicId(),
                        patientId,
                        person.today(clock).minusDays(LOOKS_BACK_DAYS))
                .stream()
                .map(recorded -> new Dose(
                        recorded,
                        signed.stream()
                                .filter(each -> each.statement().objectId().equals(recorded.id()))
                                .toList()))
                .toList();
    }

    /// Signs one of them.
    @Transactional
    public Outcome sign(Person person, Proof proof, UUID patientId, UUID recordId) {
        Patient patient = patients.lock(person.clinicId(), patientId).orElseThrow(NotThere::new);
        Optional<Dose> dose = recent(person, patient.id()).stream()
                .filter(each -> each.recorded().id().equals(recordId))
                .findFirst();
        if (dose.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (dose.get().recorded().by().equals(person.id())) {
            return Outcome.OWN_RECORD;
        }
        boolean before =
                dose.get().signed().stream().anyMatch(each -> each.personId().equals(person.id()));
        if (!before) {
            signatures.sign(person, proof, statement(dose.get().recorded()));
        }
        return Outcome.SIGNED;
    }

    private static Statement statement(Recorded recorded) {
        TreatmentGiven given = recorded.given();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("day", given.on().toString());
        facts.put("drug", given.what().drug().name());
        facts.put("route", given.what().route().name());
        put(facts, "dose-mg", given.what().dose().map(Mg::value));
        put(facts, "weight-kg", given.what().weight().map(Kg::value));
        put(facts, "dose-mg-per-kg", given.what().dosePerKg().map(MgPerKg::value));
        given.minutes().ifPresent(minutes -> facts.put("minutes", minutes.toString()));
        facts.put("recorded-by", recorded.by().toString());
        return new Statement(
                given.patientId(), "administration", recorded.id(), Meaning.DOSE_VERIFIED, facts);
    }

    private static void put(Map<String, String> facts, String name, Optional<BigDecimal> amount) {
        amount.ifPresent(value -> facts.put(name, value.stripTrailingZeros().toPlainString()));
    }
}
