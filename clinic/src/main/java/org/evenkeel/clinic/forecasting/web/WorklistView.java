package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Decision;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.forecasting.web.WorklistPage.Filter;
import org.evenkeel.clinic.forecasting.web.WorklistPage.LastScore;
import org.evenkeel.clinic.forecasting.web.WorklistPage.Next;
import org.evenkeel.clinic.forecasting.web.WorklistPage.Row;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns answers into the worklist.
final class WorklistView {
    /// A patient, what the engine says, and what is to be settled first.
    record Known(Snapshot snapshot, Answer answer, List<Hold> holds) {}

    private final LocalDate today;

    WorklistView(LocalDate today) {
        this.today = today;
    }

    WorklistPage page(List<Known> all, Optional<Attention> shown, boolean drifted) {
        List<Row> rows = all.stream().map(this::row).sorted(URGENCY).toList();
        Map<Attention, Long> counts =
                rows.stream().collect(Collectors.groupingBy(Row::attention, Collectors.counting()));
        List<Filter> filters = Arrays.stream(Attention.values())
                .filter(counts::containsKey)
                .map(attention ->
                        new Filter(attention, Math.toIntExact(counts.getOrDefault(attention, 0L))))
                .toList();
        return new WorklistPage(
                Words.weekday(today),
                rows.stream()
                        .filter(row ->
                                shown.map(kind -> row.attention() == kind).orElse(true))
                        .toList(),
                filters,
                shown,
                rows.size(),
                drifted);
    }

    /// Most urgent first; within a kind the higher score first.
    private static final Comparator<Row> URGENCY = Comparator.comparing(Row::attention)
            .thenComparing(
                    row -> row.score().map(LastScore::value).orElse(-1), Comparator.reverseOrder())
            .thenComparing(Row::name);

    private Row row(Known known) {
        Snapshot snapshot = known.snapshot();
        Instrument instrument = known.answer().content().instrument();
        Attention attention = Attention.of(snapshot, known.answer(), today);
        return new Row(
                snapshot.patient().id(),
                snapshot.patient().name().listed(),
                attention,
                why(attention, known),
                snapshot.responses().isEmpty()
                        ? Optional.empty()
                        : Optional.of(score(snapshot.responses().getLast(), instrument)),
                next(known),
                Sparkline.of(
                        snapshot.course(instrument.id()), instrument, (int) today.toEpochDay()),
                snapshot.agreement()
                        .map(each -> AgreementPanels.title(each.what()) + " until "
                                + Words.day(each.until())),
                held(known.holds()));
    }

    private static Optional<String> held(List<Hold> holds) {
        long withheld = holds.stream()
                .filter(hold -> hold.effect() == Hold.Effect.WITHHOLD)
                .count();
        if (holds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                withheld > 0
                        ? "treatment withheld: " + withheld + " to settle"
                        : holds.size() + " to settle before the next treatment");
    }

    private LastScore score(Response response, Instrument instrument) {
        int value = response.rating().score();
        return new LastScore(
                value,
                Outcomes.band(instrument, value).map(Instrument.Band::name).orElse(""),
                Outcomes.isUnwell(instrument, value),
                Words.distance(today, response.on()));
    }

    private Optional<Next> next(Known known) {
        return known.snapshot()
                .appointment()
                .map(booked -> next(booked.on(), true))
                .or(() -> known.answer().proposedDay().map(day -> next(day, false)));
    }

    private Next next(LocalDate day, boolean booked) {
        return new Next(Words.day(day), Words.distance(today, day), booked);
    }

    private String why(Attention attention, Known known) {
        List<Reason> reasons = known.answer().proposal().reasons();
        return switch (attention) {
            case BOOKED -> settled(known.snapshot());
            case SELF_HARM ->
                reasons.stream()
                        .filter(reason -> reason.code() == ReasonCode.SELF_HARM_ITEM)
                        .findFirst()
                        .orElse(reasons.getFirst())
                        .words();
            case AGREED ->
                known.answer()
                        .agreed()
                        .map(AgreementState::reason)
                        .orElse(reasons.getFirst())
                        .words();
            default -> reasons.getFirst().words();
        };
    }

    private static String settled(Snapshot snapshot) {
        return snapshot.appointment()
                .map(booked -> "A treatment is booked for " + Words.weekday(booked.on()) + ".")
                .orElseGet(() -> snapshot.decision()
                        .flatMap(Decision::reason)
                        .map(reason -> "Left without a date: " + reason)
                        .orElse("Decided."));
    }
}
