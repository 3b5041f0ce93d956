package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.forecasting.web.PatientPage.Fact;
import org.evenkeel.clinic.forecasting.web.PatientPage.Headline;
import org.evenkeel.clinic.forecasting.web.PatientPage.Slider;
import org.evenkeel.clinic.forecasting.web.PatientPage.Why;
import org.evenkeel.clinic.treatment.Held;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns a snapshot and its answer into the patient's page.
final class PatientView {
    private static final int LEAST_WAIT_DAYS = 28;
    private static final List<String> UNKNOWNS = List.of(
            "It has not been validated on real patients: its starting point is published cohorts.",
            "It knows scores and treatment days only: not doses, other medicines, psychotherapy or"
                    + " what happens in the patient's life.",
            "No randomised trial has compared maintenance intervals for racemic ketamine.",
            "The shaded bands hold if no treatment is given before the day shown.");

    private final Snapshot snapshot;
    private final Answer answer;
    private final Clinic clinic;
    private final List<Hold> holds;
    private final Optional<Validity> consent;

    PatientView(
            Snapshot snapshot,
            Answer answer,
            Clinic clinic,
            List<Hold> holds,
            Optional<Validity> consent) {
        this.snapshot = snapshot;
        this.answer = answer;
        this.clinic = clinic;
        this.holds = List.copyOf(holds);
        this.consent = consent;
    }

    PatientPage page(
            PatientPage.DecisionPanel decision, AgreementPanel agreed, Recordings.Ever ever) {
        Optional<Outlook> outlook = answer.fitted().map(fitted -> new Outlook(answer, fitted));
        Picture.Band band = outlook.map(ahead -> ahead.band(List.of())).orElse(Picture.Band.NONE);
        return new PatientPage(
                snapshot.patient().id(),
                snapshot.patient().name().full(),
                about(),
                alert(),
                Held.of(snapshot.patient().id(), holds),
                headline(),
                Json.of(picture(band)),
                outlook.map(_ -> slider()),
                outlook.map(ahead -> Waiting.until(chosenDay(), answer, ahead, clinic.riskLimit())),
                decision,
                agreed,
                new PastView(ever, answer.content().instrument()).tables(band),
                UNKNOWNS);
    }

    private List<Fact> about() {
        List<Fact> facts = new ArrayList<>();
        snapshot.patient()
                .age(answer.asOf())
                .ifPresent(age -> facts.add(new Fact(
                        "Age",
                        age + ", " + snapshot.patient().sex().name().toLowerCase(Locale.ROOT),
                        false)));
        facts.add(new Fact(
                "Protocol",
                answer.content().protocol().title(),
                !answer.content().protocol().caveats().isEmpty()));
        facts.addAll(ProtocolFacts.of(answer.content().protocol(), consent));
        facts.add(new Fact("Last score", lastScore(), false));
        facts.add(new Fact("Last treatment", lastTreatment(), false));
        return facts;
    }

    private String lastScore() {
        return snapshot.responses().isEmpty()
                ? "none yet"
                : Words.instrument(answer.content().instrument().id()) + " "
                        + snapshot.responses().getLast().rating().score() + ", "
                        + Words.distance(
                                answer.asOf(), snapshot.responses().getLast().on());
    }

    private String lastTreatment() {
        return snapshot.treatments().isEmpty()
                ? "none yet"
                : snapshot.treatments().size() + " so far, the last "
                        + Words.distance(
                                answer.asOf(), snapshot.treatments().getLast().on());
    }

    private Optional<String> alert() {
        return answer.proposal().reasons().stream()
                .filter(reason -> reason.code() == ReasonCode.SELF_HARM_ITEM)
                .map(Reason::words)
                .findFirst();
    }

    private Headline headline() {
        return switch (answer.kind()) {
            case BOOK -> book();
            case WITHHOLD -> withheld();
            case ASK ->
                new Headline(
                        "ask",
                        "A question for you first",
                        "The data alone cannot date the next treatment.",
                        reasons());
        };
    }

    private Headline withheld() {
        boolean agreed = answer.proposal().reasons().getFirst().code() == ReasonCode.TREATMENT_FREE;
        return agreed
                ? new Headline(
                        "free",
                        "None for now",
                        "A monitored time without treatment is agreed.",
                        reasons())
                : new Headline(
                        "withhold",
                        "No treatment proposed",
                        "Something speaks against treating; decide with the patient.",
                        reasons());
    }

    private Headline book() {
        LocalDate day = answer.proposedDay().orElseThrow();
        Answer.Bounds bounds = answer.bounds().orElseThrow();
        String sub = "%s · chance of being unwell that day %s · the protocol allows %s to %s"
                .formatted(
                        Words.distance(answer.asOf(), day),
                        Words.percent(answer.proposedUnwell().orElseThrow()),
                        Words.day(bounds.earliest()),
                        Words.day(bounds.latest()));
        return new Headline("book", Words.weekday(day), sub, reasons());
    }

    private List<Why> reasons() {
        return answer.proposal().reasons().stream().map(this::why).toList();
    }

    private Why why(Reason reason) {
        Evidence evidence = Evidence.of(reason, answer);
        return new Why(
                reason.code().code(),
                reason.words(),
                evidence.unverified(),
                evidence.source(),
                evidence.figure());
    }

    private Picture picture(Picture.Band band) {
        Instrument instrument = answer.content().instrument();
        return new Picture(
                Words.instrument(instrument.id()),
                instrument.maximum(),
                answer.content().threshold(),
                clinic.riskLimit(),
                answer.asOf().toString(),
                snapshot.responses().stream()
                        .map(response -> new Picture.Score(
                                response.on().toString(), response.rating().score()))
                        .toList(),
                snapshot.treatments().stream().map(PatientView::given).toList(),
                band,
                answer.bounds().stream().map(this::window).toList(),
                snapshot.appointment().map(booked -> booked.on().toString()).orElse(""));
    }

    private static Picture.Given given(TreatmentGiven treatment) {
        return new Picture.Given(treatment.on().toString(), PastView.drugAndDose(treatment));
    }

    private Picture.Window window(Answer.Bounds bounds) {
        return new Picture.Window(
                bounds.earliest().toString(),
                answer.proposedDay().map(LocalDate::toString).orElse(""),
                bounds.latest().toString());
    }

    private Slider slider() {
        LocalDate first = answer.asOf().plusDays(1);
        LocalDate least = answer.asOf().plusDays(LEAST_WAIT_DAYS);
        LocalDate allowed = answer.bounds().map(Answer.Bounds::latest).orElse(least);
        LocalDate last = allowed.isBefore(least) ? least : allowed;
        return new Slider(daysTo(first), daysTo(last), daysTo(chosenDay()));
    }

    /// The day the slider stands on at first: the proposed one, else a week from now.
    private LocalDate chosenDay() {
        return answer.proposedDay().orElse(answer.asOf().plusWeeks(1));
    }

    private int daysTo(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(answer.asOf(), day);
    }
}
