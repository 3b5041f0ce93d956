package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.booster.Agreement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// A prescriber agrees something about the coming weeks with a patient, or closes it.
@Service
public class Agree {
    private static final int MOST_REASON = 500;

    private final Courses courses;
    private final Engine engine;
    private final Agreements agreements;
    private final AgreementForm forms;
    private final Patients patients;
    private final Audit audit;
    private final InstantSource clock;

    Agree(
            Courses courses,
            Engine engine,
            Agreements agreements,
            AgreementForm forms,
            Patients patients,
            Audit audit,
            InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.agreements = agreements;
        this.forms = forms;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of a form.
    public enum Outcome {
        /// it was done, now or when the same form came before
        DONE,
        /// it was not done; the form says why
        REFUSED,
        /// the page had gone stale; nothing was done
        OVERTAKEN
    }

    /// Agrees what the form says, or notes in it what is wrong.
    @Transactional
    public Outcome start(FormState form, Person person, UUID patientId) {
        Snapshot snapshot = locked(person, patientId);
        Optional<Outcome> early = early(form, snapshot);
        if (early.isPresent()) {
            return early.get();
        }
        Answer answer = engine.answer(snapshot, person.clinic(), person.today(clock));
        if (snapshot.agreement().isPresent()) {
            form.reject("kind", "Something is agreed already: close that first.");
        }
        String reason = reason(form, form.value("kind") + "-reason");
        Optional<Agreement> what = forms.read(form, snapshot, answer);
        if (!form.isRight() || what.isEmpty()) {
            return Outcome.REFUSED;
        }
        Act act = Act.onPatient("agreement-" + Agreed.kind(what.get()), patientId);
        audit.take(form.command(), person.actor(), act);
        agreements.append(
                person.actor(),
                new Agreed(
                        UUID.randomUUID(),
                        patientId,
                        clock.instant(),
                        person.id(),
                        what.get(),
                        reason,
                        Optional.empty()),
                answer.inputHash());
        audit.done(person.actor(), act);
        return Outcome.DONE;
    }

    /// Closes what is open.
    @Transactional
    public Outcome close(FormState form, Person person, UUID patientId) {
        Snapshot snapshot = locked(person, patientId);
        Optional<Outcome> early = early(form, snapshot);
        if (early.isPresent()) {
            return early.get();
        }
        String reason = reason(form, "close-reason");
        if (snapshot.agreement().isEmpty()) {
            form.reject("close-reason", "Nothing is agreed that could be closed.");
        }
        if (!form.isRight()) {
            return Outcome.REFUSED;
        }
        Answer answer = engine.answer(snapshot, person.clinic(), person.today(clock));
        Act act = Act.onPatient("agreement-close", patientId);
        audit.take(form.command(), person.actor(), act);
        agreements.close(
                person.actor(),
                snapshot.agreement().orElseThrow(),
                new Agreed.End(clock.instant(), person.id(), reason),
                answer.agreed().orElseThrow().reason().code().code());
        audit.done(person.actor(), act);
        return Outcome.DONE;
    }

    private Snapshot locked(Person person, UUID patientId) {
        return patients.lock(person.clinicId(), patientId)
                .flatMap(patient -> courses.of(person, patient.id()))
                .orElseThrow(NotThere::new);
    }

    /// What is known before the form is read.
    private Optional<Outcome> early(FormState form, Snapshot snapshot) {
        Command command = form.command();
        if (!form.isRight()) {
            return Optional.of(Outcome.REFUSED);
        }
        if (audit.isKnown(command)) {
            return Optional.of(Outcome.DONE);
        }
        return snapshot.seen().equals(form.value("seen"))
                ? Optional.empty()
                : Optional.of(Outcome.OVERTAKEN);
    }

    private static String reason(FormState form, String field) {
        String reason = form.value(field);
        if (reason.isEmpty()) {
            form.reject(field, "Say why, in a few words.");
        }
        if (reason.length() > MOST_REASON) {
            form.reject(field, "Use up to " + MOST_REASON + " characters.");
        }
        return reason;
    }
}
