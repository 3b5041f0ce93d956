package org.evenkeel.clinic.history;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Histories.Note;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.history.Chart;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Notes what is known of a patient, corrects it and takes it back.
@Service
public class RecordHistory {
    private final Histories histories;
    private final Patients patients;
    private final EligibilityContent content;
    private final Audit audit;
    private final InstantSource clock;

    RecordHistory(
            Histories histories,
            Patients patients,
            EligibilityContent content,
            Audit audit,
            InstantSource clock) {
        this.histories = histories;
        this.patients = patients;
        this.content = content;
        this.audit = audit;
        this.clock = clock;
    }

    /// Reads the form and notes what it says, or notes in the form what is wrong. Answers whether
    /// it is noted, now or when the same form came before.
    @Transactional
    public boolean from(FormState form, Person person, UUID patientId) {
        Patient patient = patients.lock(person.clinicId(), patientId).orElseThrow(NotThere::new);
        Command command = command(form);
        if (audit.isKnown(command)) {
            return true;
        }
        LocalDate today = person.today(clock);
        Optional<Correction> correction = correction(form, person, patient.id());
        Chart rest = histories
                .chartWithout(
                        person.clinicId(), patient.id(), form.value(Correction.CORRECTS), today)
                .orElseThrow(NotThere::new);
        HistoryForm sent = new HistoryForm(content, form, today);
        List<Noted> noted = Correction.isTakenBack(form)
                ? sent.takeBack(chart(person, patient.id(), today), rest)
                : sent.read(rest);
        if (correction.isPresent() && noted.size() > 1) {
            form.reject(Correction.REASON, "One thing is corrected at a time.");
        }
        if (!form.isRight()) {
            return false;
        }
        Act act = Act.onPatient(
                correction.isPresent() ? "history-correct" : "history-note", patient.id());
        audit.take(command, person.actor(), act);
        histories.append(
                person.actor(),
                noted.stream()
                        .map(each -> new Note(patient.id(), each, correction))
                        .toList());
        audit.done(person.actor(), act);
        return true;
    }

    /// Leaves the mark that somebody was at a patient's history and noted nothing.
    @Transactional
    public void previewed(Person person, UUID patientId) {
        audit.done(person.actor(), Act.onPatient("history-preview", patientId));
    }

    /// The forms of a page share a key; each kind of them is carried out once.
    private static Command command(FormState form) {
        Command sent = form.command();
        String all = sent.key() + " " + form.value(HistoryForm.KIND) + " "
                + form.value(Correction.CORRECTS);
        return sent.under(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }

    private Chart chart(Person person, UUID patientId, LocalDate today) {
        return histories.chart(person.clinicId(), patientId, today).orElseThrow(NotThere::new);
    }

    private Optional<Correction> correction(FormState form, Person person, UUID patientId) {
        return Correction.read(
                form,
                histories.standing(person.clinicId(), patientId).stream()
                        .map(Entry::id)
                        .toList());
    }
}
