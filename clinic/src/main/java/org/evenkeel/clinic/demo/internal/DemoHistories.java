package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.DecideEligibility;
import org.evenkeel.clinic.eligibility.Screenings;
import org.evenkeel.clinic.history.Histories;
import org.evenkeel.clinic.history.Histories.Note;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.core.history.Chart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Histories of the demo's patients and the decisions that rest on them. Most are whole; a few are
/// not, speak against treating, or have something overdue.
@Component
@ConditionalOnProperty("evenkeel.demo")
class DemoHistories {
    private final Histories histories;
    private final Screenings screenings;
    private final DecideEligibility decide;
    private final EligibilityContent content;
    private final InstantSource clock;

    DemoHistories(
            Histories histories,
            Screenings screenings,
            DecideEligibility decide,
            EligibilityContent content,
            InstantSource clock) {
        this.histories = histories;
        this.screenings = screenings;
        this.decide = decide;
        this.content = content;
        this.clock = clock;
    }

    /// Days of a course.
    ///
    /// @param first when it began here
    /// @param agreed when the patient agreed to it, for the first time or again
    record Days(LocalDate first, LocalDate agreed) {}

    /// Notes what is known of the patients and decides about those of whom enough is.
    ///
    /// @param days days of each patient's course, in the order of the patients
    void tell(Person nurse, Person prescriber, List<Patient> patients, List<Days> days) {
        LocalDate today = prescriber.today(clock);
        List<Note> notes = new ArrayList<>();
        List<UUID> known = new ArrayList<>();
        for (int number = 0; number < patients.size(); number++) {
            Patient patient = patients.get(number);
            Past past = new Past(content.vocabulary(), patient, number, today, days.get(number));
            past.facts().forEach(what -> notes.add(Note.of(patient.id(), what)));
            if (past.isDecided()) {
                known.add(patient.id());
            }
        }
        histories.append(nurse.actor(), notes);
        Proof proof = Proof.of("demo", Factor.LINK, Factor.CODE);
        Map<UUID, Chart> charts = histories.charts(prescriber.clinicId(), known, today);
        screenings
                .of(prescriber.clinic(), charts, today)
                .forEach((patient, screened) ->
                        decide.rehearsed(prescriber, proof, patient, screened));
    }
}
