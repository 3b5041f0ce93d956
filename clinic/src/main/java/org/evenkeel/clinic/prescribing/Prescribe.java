package org.evenkeel.clinic.prescribing;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.units.Kg;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Draws up a plan and signs it; the signature puts the patient on the protocol.
@Service
public class Prescribe {
    private static final int MOST_REASON = 500;
    private static final int FURTHEST_DAYS = 90;

    private final PlanStore store;
    private final Offered offered;
    private final Readiness readiness;
    private final Treatments treatments;
    private final Patients patients;
    private final Signatures signatures;
    private final Audit audit;
    private final InstantSource clock;

    Prescribe(
            PlanStore store,
            Offered offered,
            Readiness readiness,
            Treatments treatments,
            Patients patients,
            Signatures signatures,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.offered = offered;
        this.readiness = readiness;
        this.treatments = treatments;
        this.patients = patients;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// A draft with all that is shown of it and signed.
    ///
    /// @param draft what was entered
    /// @param drawn protocol, dose and visits
    /// @param allows what allows it, and what does not
    /// @param digest of all that is shown; a signature names it
    public record Shown(PlanDraft draft, DrawnPlan drawn, Readiness.Ready allows, String digest) {}

    /// What became of signing.
    public enum Outcome {
        /// Signed, now or when the same plan was signed before.
        SIGNED,
        /// Something does not allow it.
        NOT_ALLOWED,
        /// What was shown is no longer what would be signed.
        CHANGED
    }

    private void lock(Person person, UUID patientId) {
        if (patients.lock(person.clinicId(), patientId).isEmpty()) {
            throw new NotThere();
        }
    }

    /// The protocols that may be chosen.
    public List<Protocol> offered(UUID clinicId) {
        return offered.of(clinicId);
    }

    /// A patient's signed plans, the latest first.
    @Transactional(readOnly = true)
    public List<SignedPlan> signed(UUID clinicId, UUID patientId) {
        return store.signed(clinicId, patientId);
    }

    /// What a person is about to sign for a patient.
    @Transactional(readOnly = true)
    public Optional<Shown> shown(Person person, UUID patientId) {
        Patient patient = patients.find(person.clinicId(), patientId).orElseThrow(NotThere::new);
        return store.draft(person, patientId)
                .flatMap(draft -> offered.find(person.clinicId(), draft.protocol())
                        .map(protocol -> shown(person, patient, draft, protocol)));
    }

    private Shown shown(Person person, Patient patient, PlanDraft draft, Protocol protocol) {
        LocalDate today = person.today(clock);
        DrawnPlan drawn = DrawnPlan.of(
                protocol, patient, draft, treatments.enrolment(person.clinicId(), patient.id()));
        return new Shown(
                draft, drawn, readiness.of(person.clinicId(), draft, drawn, today), drawn.digest());
    }

    /// Keeps a draft. Answers whether it is kept, now or when the same form came before, or notes
    /// in the form what is wrong.
    @Transactional
    public boolean draft(FormState form, Person person, UUID patientId) {
        lock(person, patientId);
        Command command = form.command();
        if (audit.isKnown(command)) {
            return true;
        }
        Optional<PlanDraft> draft = read(form, person, patientId);
        if (!form.isRight() || draft.isEmpty()) {
            return false;
        }
        Act act = Act.onPatient("plan-draft", patientId);
        audit.take(command, person.actor(), act);
        store.append(person, draft.get());
        audit.done(person.actor(), act);
        return true;
    }

    private Optional<PlanDraft> read(FormState form, Person person, UUID patientId) {
        LocalDate today = person.today(clock);
        Optional<Protocol> protocol = form.value("protocol").isEmpty()
                ? Optional.empty()
                : offered.find(person.clinicId(), new ProtocolId(form.value("protocol")));
        if (protocol.isEmpty()) {
            form.reject("protocol", "Choose one of the protocols of the list.");
        }
        Optional<LocalDate> first = firstDay(form, today);
        Optional<BigDecimal> weight = form.positive("weight");
        Optional<LocalDate> weighed = form.pastDay("weighed", today);
        String reason = form.value("reason");
        if (reason.length() > MOST_REASON) {
            form.reject("reason", "The reason may have up to " + MOST_REASON + " characters.");
        }
        boolean runs = treatments.enrolment(person.clinicId(), patientId).isPresent();
        if (runs && reason.isEmpty()) {
            form.reject("reason", "A course runs already: say why this plan takes its place.");
        }
        if (!form.isRight()) {
            return Optional.empty();
        }
        return Optional.of(new PlanDraft(
                UUID.randomUUID(),
                patientId,
                protocol.orElseThrow().id(),
                first.orElseThrow(),
                new Kg(weight.orElseThrow()),
                weighed.orElseThrow(),
                reason));
    }

    private static Optional<LocalDate> firstDay(FormState form, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.value("first"));
            long ahead = ChronoUnit.DAYS.between(today, day);
            if (ahead >= 0 && ahead <= FURTHEST_DAYS) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException none) {
            // told below, as for a day too far away
        }
        form.reject(
                "first", "Choose a day from today on, at most " + FURTHEST_DAYS + " days ahead.");
        return Optional.empty();
    }

    /// Signs the draft that was shown and puts the patient on its protocol, in one transaction.
    ///
    /// @param seen digest of what was shown
    @Transactional
    public Outcome sign(Person person, Proof proof, UUID patientId, String seen) {
        lock(person, patientId);
        Optional<Shown> shown = shown(person, patientId);
        if (shown.isEmpty()) {
            boolean before = store.signed(person.clinicId(), patientId).stream()
                    .anyMatch(plan -> plan.digest().equals(seen));
            return before ? Outcome.SIGNED : Outcome.CHANGED;
        }
        if (!shown.get().digest().equals(seen)) {
            return Outcome.CHANGED;
        }
        if (!shown.get().allows().isAllowed()) {
            return Outcome.NOT_ALLOWED;
        }
        sign(person, proof, shown.get());
        return Outcome.SIGNED;
    }

    private void sign(Person person, Proof proof, Shown shown) {
        PlanDraft draft = shown.draft();
        Protocol protocol = shown.drawn().protocol();
        store.append(
                person,
                new SignedPlan(
                        draft,
                        protocol.version(),
                        shown.digest(),
                        shown.drawn().firstDose(),
                        String.join("\n", shown.drawn().lines()),
                        person.name(),
                        clock.instant()));
        treatments.begin(
                person.actor(),
                new Enrolment(
                        draft.patientId(), protocol.id(), protocol.version(), draft.firstDay()),
                begins(draft.firstDay(), person.today(clock)));
        Map<String, String> facts = new LinkedHashMap<>(shown.drawn().facts());
        facts.put("eligibility", shown.allows().eligibility());
        facts.put("consent", shown.allows().consent());
        signatures.sign(
                person,
                proof,
                new Statement(
                        draft.patientId(), "plan", draft.id(), Meaning.PLAN_PRESCRIBED, facts));
        audit.done(person.actor(), Act.onPatient("plan-sign", draft.patientId()));
    }

    /// A treatment that comes sooner than planned belongs to the plan as well, unless it was given
    /// before the plan was signed.
    private static LocalDate begins(LocalDate firstDay, LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        return firstDay.isBefore(tomorrow) ? firstDay : tomorrow;
    }
}
