package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Decision;
import org.evenkeel.clinic.forecasting.Decisions;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.forecasting.web.PatientPage.DecisionPanel;
import org.evenkeel.clinic.forecasting.web.PatientPage.Done;
import org.evenkeel.clinic.web.Words;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes the part of the patient page where a proposal is answered.
@Component
class DecisionPanels {
    private final Decisions decisions;
    private final People people;

    DecisionPanels(Decisions decisions, People people) {
        this.decisions = decisions;
        this.people = people;
    }

    /// What a person typed that could not be done, and why.
    record Sent(String problem, String day, String reason) {
        static final Sent NOTHING = new Sent("", "", "");
    }

    /// A panel that says what was wrong and keeps what was typed.
    DecisionPanel after(Sent sent, Person person, Snapshot snapshot, Answer answer) {
        LocalDate tomorrow = answer.asOf().plusDays(1);
        return new DecisionPanel(
                UUID.randomUUID(),
                snapshot.seen(),
                answer.proposedDay().map(LocalDate::toString).orElse(""),
                answer.proposedDay().map(Words::weekday).orElse(""),
                answer.bounds().map(Answer.Bounds::earliest).orElse(tomorrow).toString(),
                answer.bounds()
                        .map(Answer.Bounds::latest)
                        .orElse(tomorrow.plusMonths(3))
                        .toString(),
                tomorrow.toString(),
                snapshot.appointment().map(booked -> Words.weekday(booked.on())).orElse(""),
                done(person, snapshot),
                sent.problem(),
                sent.day(),
                sent.reason());
    }

    private List<Done> done(Person person, Snapshot snapshot) {
        Map<UUID, String> names = people.names(person.clinicId());
        return decisions.of(person.clinicId(), snapshot.patient().id()).stream()
                .map(decision -> new Done(
                        Words.time(decision.at(), person.clinic().zone()),
                        names.getOrDefault(decision.by(), "someone"),
                        what(decision),
                        decision.reason().orElse("")))
                .toList();
    }

    private static String what(Decision decision) {
        String day = decision.day().map(Words::weekday).orElse("");
        return switch (decision.kind()) {
            case ACCEPT -> "accepted " + day;
            case MOVE -> "booked " + day + " instead";
            case DECLINE -> "left without a date";
        };
    }
}
