package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.treatment.Appointments;
import org.evenkeel.clinic.treatment.ConfirmLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A clinician accepts, moves or declines a proposal.
@Service
public class Decide {
    private static final int MOST_REASON = 500;

    private final Courses courses;
    private final Engine engine;
    private final Decisions decisions;
    private final Appointments appointments;
    private final Patients patients;
    private final ConfirmLimits limits;
    private final Audit audit;
    private final InstantSource clock;

    Decide(
            Courses courses,
            Engine engine,
            Decisions decisions,
            Appointments appointments,
            Patients patients,
            ConfirmLimits limits,
            Audit audit,
            InstantSource clock) {
        this.courses = courses;
        this.engine = engine;
        this.decisions = decisions;
        this.appointments = appointments;
        this.patients = patients;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the form says.
    ///
    /// @param seen digest of what its page showed
    /// @param kind `accept`, `move` or `decline`
    /// @param day the day chosen, ISO; for `move`
    /// @param reason why
    public record Form(String seen, String kind, String day, String reason) {
        public Form {
            seen = Optional.ofNullable(seen).orElse("");
            kind = Optional.ofNullable(kind).orElse("");
            day = Optional.ofNullable(day).orElse("").strip();
            reason = Optional.ofNullable(reason).orElse("").strip();
        }

        private Map<String, String> fields() {
            return Map.of("seen", seen, "kind", kind, "day", day, "reason", reason);
        }
    }

    /// What became of it.
    public sealed interface Outcome {}

    /// It was done, now or when the same form came before.
    public record Done() implements Outcome {}

    /// It was not done, and why.
    public record Refused(String problem) implements Outcome {}

    /// The page had gone stale; nothing was done.
    public record Overtaken() implements Outcome {}

    /// Decides, books and leaves a mark, all or nothing.
    ///
    /// @param key the form's; the same key is carried out once
    @Transactional
    public Outcome on(Person person, UUID patientId, UUID key, Form form) {
        Snapshot snapshot = patients.lock(person.clinicId(), patientId)
                .flatMap(patient -> courses.of(person, patient.id()))
                .orElseThrow(NotThere::new);
        Command command = Command.of(key, form.fields());
        if (audit.isKnown(command)) {
            return new Done();
        }
        if (!snapshot.seen().equals(form.seen())) {
            return new Overtaken();
        }
        Answer answer = engine.answer(snapshot, person.clinic(), person.today(clock));
        Optional<Decision.Kind> kind = Decision.Kind.of(form.kind());
        if (kind.isEmpty()) {
            return new Refused("Choose whether to accept, move or decline.");
        }
        if (kind.get() != Decision.Kind.DECLINE && limits.isWaiting(person.clinic())) {
            return new Refused(ConfirmLimits.WAITING);
        }
        return switch (chosen(kind.get(), form, answer)) {
            case Chosen.Wrong(String problem) -> new Refused(problem);
            case Chosen.Right right -> {
                Act act = Act.onPatient("proposal-" + kind.get().code(), patientId);
                audit.take(command, person.actor(), act);
                append(person, snapshot, answer, right);
                audit.done(person.actor(), act);
                yield new Done();
            }
        };
    }

    private void append(Person person, Snapshot snapshot, Answer answer, Chosen.Right right) {
        UUID patientId = snapshot.patient().id();
        decisions.append(
                person.actor(),
                new Decision(
                        patientId,
                        clock.instant(),
                        person.id(),
                        right.kind(),
                        right.day(),
                        right.reason(),
                        snapshot.factsHash()),
                answer);
        right.day()
                .ifPresent(day -> appointments.book(person.actor(), patientId, day, answer.asOf()));
    }

    private sealed interface Chosen {
        record Right(Decision.Kind kind, Optional<LocalDate> day, Optional<String> reason)
                implements Chosen {}

        record Wrong(String problem) implements Chosen {}
    }

    private static Chosen chosen(Decision.Kind kind, Form form, Answer answer) {
        if (form.reason().length() > MOST_REASON) {
            return new Chosen.Wrong("The reason may have up to " + MOST_REASON + " characters, it"
                    + " has " + form.reason().length() + ".");
        }
        Optional<String> reason =
                form.reason().isEmpty() ? Optional.empty() : Optional.of(form.reason());
        return switch (kind) {
            case ACCEPT ->
                answer.proposedDay()
                        .<Chosen>map(day -> new Chosen.Right(kind, Optional.of(day), reason))
                        .orElse(new Chosen.Wrong("There is no proposed date to accept."));
            case DECLINE ->
                reason.isEmpty()
                        ? new Chosen.Wrong("Say why no date is booked, in a few words.")
                        : new Chosen.Right(kind, Optional.empty(), reason);
            case MOVE -> moved(form.day(), reason, answer);
        };
    }

    private static Chosen moved(String text, Optional<String> reason, Answer answer) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return new Chosen.Wrong("Choose the day to book.");
        }
        LocalDate today = answer.asOf();
        if (!day.isAfter(today) || day.isAfter(today.plusYears(1))) {
            return new Chosen.Wrong("The day must lie between tomorrow and a year from now.");
        }
        boolean within = answer.kind() == Answer.Kind.BOOK
                && answer.bounds().map(bounds -> bounds.contain(day)).orElse(false);
        if (!within && reason.isEmpty()) {
            return new Chosen.Wrong(
                    answer.kind() == Answer.Kind.BOOK
                            ? "That day lies outside what the protocol allows: say why."
                            : "No date is proposed: say why you book one.");
        }
        return new Chosen.Right(Decision.Kind.MOVE, Optional.of(day), reason);
    }
}
