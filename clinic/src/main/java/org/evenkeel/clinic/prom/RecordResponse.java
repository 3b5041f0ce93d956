package org.evenkeel.clinic.prom;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.core.instrument.Scoring;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Scores and records an answered questionnaire, corrects one and takes one back.
@Service
public class RecordResponse {
    /// What the form sends for the self-harm item when it was not answered.
    public static final String NOT_ANSWERED = "none";

    private final Responses responses;
    private final Patients patients;
    private final Audit audit;
    private final InstantSource clock;

    RecordResponse(Responses responses, Patients patients, Audit audit, InstantSource clock) {
        this.responses = responses;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// Reads the form and records, corrects or takes back, or notes in the form what is wrong.
    /// Answers whether that is done, now or when the same form came before.
    @Transactional
    public boolean from(FormState form, Instrument instrument, Person person, UUID patientId) {
        Patient patient = patients.lock(person.clinicId(), patientId).orElseThrow(NotThere::new);
        if (audit.isKnown(form.command())) {
            return true;
        }
        List<RecordedResponse> standing = standing(patient, instrument);
        Optional<Correction> correction = Correction.read(
                form, standing.stream().map(RecordedResponse::id).toList());
        return Correction.isTakenBack(form)
                ? takenBack(form, person, standing, correction)
                : recorded(form, instrument, person, new Case(patient, standing, correction));
    }

    /// Whose answers a form is about.
    ///
    /// @param standing what stands of them and the instrument
    private record Case(
            Patient patient, List<RecordedResponse> standing, Optional<Correction> correction) {}

    private List<RecordedResponse> standing(Patient patient, Instrument instrument) {
        return responses.standing(patient.clinicId(), patient.id()).stream()
                .filter(each -> each.response().instrument().equals(instrument.id()))
                .toList();
    }

    private boolean takenBack(
            FormState form,
            Person person,
            List<RecordedResponse> standing,
            Optional<Correction> correction) {
        if (!form.isRight() || correction.isEmpty()) {
            return false;
        }
        Response taken = standing.stream()
                .filter(each -> each.id().equals(correction.get().of()))
                .map(RecordedResponse::response)
                .findFirst()
                .orElseThrow();
        Act act = Act.onPatient("questionnaire-take-back", taken.patientId());
        audit.take(form.command(), person.actor(), act);
        responses.takeBack(person.actor(), taken, correction.get());
        audit.done(person.actor(), act);
        return true;
    }

    private boolean recorded(FormState form, Instrument instrument, Person person, Case about) {
        Patient patient = about.patient();
        Optional<LocalDate> day = form.pastDay("day", person.today(clock), patient.birthDate());
        List<OptionalInt> answers = answers(form, instrument);
        if (day.isPresent() && isTaken(form, about, day.get())) {
            form.reject("day", "There is one of that day already; one a day counts.");
        }
        if (!form.isRight()) {
            return false;
        }
        Optional<Rating> rating = rating(form, instrument, answers, day.orElseThrow());
        if (rating.isEmpty()) {
            return false;
        }
        Response response = new Response(
                patient.id(),
                instrument.id(),
                instrument.version(),
                day.get(),
                rating.get(),
                answers.stream()
                        .map(answer -> answer.orElse(Response.UNANSWERED))
                        .toList());
        if (isUnchanged(about, response)) {
            form.reject(Correction.CORRECTS, "Nothing is different from what is recorded.");
            return false;
        }
        Act act = Act.onPatient(
                about.correction().isPresent() ? "questionnaire-correct" : "questionnaire-record",
                patient.id());
        audit.take(form.command(), person.actor(), act);
        about.correction()
                .ifPresentOrElse(
                        correction -> responses.correct(person.actor(), response, correction),
                        () -> responses.append(person.actor(), List.of(response)));
        audit.done(person.actor(), act);
        return true;
    }

    /// The one that is corrected does not stand in its own way.
    private static boolean isTaken(FormState form, Case about, LocalDate day) {
        String corrects = form.value(Correction.CORRECTS);
        return about.standing().stream()
                .filter(each -> !each.id().toString().equals(corrects))
                .anyMatch(each -> each.response().on().equals(day));
    }

    private static boolean isUnchanged(Case about, Response response) {
        return about.correction().stream()
                .flatMap(correction ->
                        about.standing().stream().filter(each -> each.id().equals(correction.of())))
                .map(RecordedResponse::response)
                .anyMatch(each -> each.on().equals(response.on())
                        && each.rating().equals(response.rating())
                        && each.answers().equals(response.answers()));
    }

    private static List<OptionalInt> answers(FormState form, Instrument instrument) {
        List<OptionalInt> answers = new ArrayList<>();
        for (Instrument.Item item : instrument.items()) {
            String field = "item-" + item.number();
            String text = form.value(field);
            boolean risk = instrument
                    .riskItem()
                    .map(each -> each.number() == item.number())
                    .orElse(false);
            if (risk && text.isEmpty()) {
                form.reject(field, "This item needs an answer, or the mark that none was given.");
            }
            if (text.isEmpty() || text.equals(NOT_ANSWERED)) {
                answers.add(OptionalInt.empty());
            } else if (text.matches("\\d")) {
                answers.add(OptionalInt.of(Integer.parseInt(text)));
            } else {
                form.reject(field, "Choose one of the answers.");
                answers.add(OptionalInt.empty());
            }
        }
        return answers;
    }

    /// Without a total nothing is kept: whoever holds the sheet must be told what it says.
    private static void actOn(FormState form, Instrument instrument, OptionalInt risk) {
        instrument
                .riskItem()
                .filter(item -> risk.orElse(0) >= item.from().value())
                .ifPresent(item -> form.reject(
                        "item-" + item.number(),
                        "Item " + item.number() + ", about self-harm, was answered "
                                + risk.getAsInt() + ": act on it now. Without a total it is not"
                                + " kept here and raises no flag."));
    }

    private static Optional<Rating> rating(
            FormState form, Instrument instrument, List<OptionalInt> answers, LocalDate day) {
        int on = (int) day.toEpochDay();
        return switch (Scoring.of(instrument, answers)) {
            case Score.Complete(int total, OptionalInt risk) ->
                Optional.of(new Rating(on, total, risk));
            case Score.Prorated(int total, OptionalInt risk, List<Integer> _) ->
                Optional.of(new Rating(on, total, risk));
            case Score.Unscorable(List<String> problems, OptionalInt risk) -> {
                actOn(form, instrument, risk);
                form.reject("answers", "No total: " + String.join("; ", problems) + ".");
                yield Optional.empty();
            }
        };
    }
}
