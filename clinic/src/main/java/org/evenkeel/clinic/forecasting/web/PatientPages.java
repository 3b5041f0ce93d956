package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.treatment.Holds;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.consent.Manner;
import org.springframework.stereotype.Component;

import java.util.UUID;

/// Makes a patient's page with its forms, as they start or as they come back.
@Component
class PatientPages {
    private final DecisionPanels decisions;
    private final AgreementPanels agreements;
    private final Holds holds;
    private final ConsentStandings consents;
    private final Recordings recordings;

    PatientPages(
            DecisionPanels decisions,
            AgreementPanels agreements,
            Holds holds,
            ConsentStandings consents,
            Recordings recordings) {
        this.decisions = decisions;
        this.agreements = agreements;
        this.holds = holds;
        this.consents = consents;
        this.recordings = recordings;
    }

    /// A page nobody has typed into yet.
    PatientPage fresh(Person person, Snapshot snapshot, Answer answer) {
        return after(DecisionPanels.Sent.NOTHING, person, snapshot, answer);
    }

    /// The page after a decision that could not be taken.
    PatientPage after(DecisionPanels.Sent sent, Person person, Snapshot snapshot, Answer answer) {
        return view(person, snapshot, answer)
                .page(
                        decisions.after(sent, person, snapshot, answer),
                        agreements.panel(
                                person, snapshot, answer, agreements.fresh(snapshot, answer)),
                        recordings.of(person, snapshot.patient().id()));
    }

    /// The page after an agreement that could not be recorded.
    PatientPage after(FormState form, Person person, Snapshot snapshot, Answer answer) {
        return view(person, snapshot, answer)
                .page(
                        decisions.after(DecisionPanels.Sent.NOTHING, person, snapshot, answer),
                        agreements.panel(person, snapshot, answer, form),
                        recordings.of(person, snapshot.patient().id()));
    }

    private PatientView view(Person person, Snapshot snapshot, Answer answer) {
        UUID clinic = person.clinicId();
        UUID patient = snapshot.patient().id();
        return new PatientView(
                snapshot,
                answer,
                person.clinic(),
                holds.of(clinic, patient, answer.asOf()),
                Manner.of(answer.content().protocol())
                        .map(manner -> consents.of(clinic, patient, manner, answer.asOf())));
    }
}
