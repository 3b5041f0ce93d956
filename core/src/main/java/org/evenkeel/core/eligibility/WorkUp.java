package org.evenkeel.core.eligibility;

import org.evenkeel.core.condition.Answer;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is looked at before somebody is treated, and how long it holds.
///
/// @param id its id
/// @param version version of the content file
/// @param decisionHolds days a decision made by it holds
/// @param items in the order they are shown
public record WorkUp(String id, String version, Cited<Integer> decisionHolds, List<Item> items) {

    public WorkUp {
        items = List.copyOf(items);
    }

    /// One thing to look at.
    ///
    /// @param id its id
    /// @param words what it is, with its evidence
    /// @param needed when it is needed; empty for always
    /// @param shown what shows that it was done
    /// @param within days it holds; empty where it does not grow old
    public record Item(
            String id,
            Cited<String> words,
            Optional<Condition> needed,
            Shown shown,
            Optional<Cited<Integer>> within) {}

    /// What in a chart shows that something was done.
    public sealed interface Shown {
        /// A quantity was measured.
        record Measured(String quantity) implements Shown {}

        /// A questionnaire was answered.
        record Scored(InstrumentId instrument) implements Shown {}

        /// A question was asked, whatever the answer.
        record Asked(String question) implements Shown {}

        /// A question was answered with yes, and with nothing else since.
        record Confirmed(String question) implements Shown {}

        /// A list was looked over.
        record Listed(Lists list) implements Shown {}
    }

    /// The lists of a chart.
    public enum Lists {
        DIAGNOSES,
        MEDICINES,
        TRIALS
    }

    /// How it stands with one thing.
    public sealed interface State {
        /// It was done and holds.
        ///
        /// @param until the last day it holds; empty where it does not grow old
        record Done(LocalDate on, Optional<LocalDate> until) implements State {}

        /// It was never done.
        record Due() implements State {}

        /// It was done and holds no longer.
        record Expired(LocalDate on) implements State {}

        /// It is not needed of this patient.
        record NotNeeded() implements State {}
    }

    /// An item and how it stands.
    public record Result(Item item, State state) {}

    /// How everything stands on a day. What may be needed, but cannot be told, is needed.
    public List<Result> of(Chart chart, LocalDate day) {
        return items.stream()
                .map(item -> new Result(item, state(item, chart, day)))
                .toList();
    }

    private static State state(Item item, Chart chart, LocalDate day) {
        Evaluation evaluation = new Evaluation(chart, day);
        boolean needless = item.needed()
                .map(evaluation::of)
                .map(Answer::truth)
                .filter(Truth.NOT_MET::equals)
                .isPresent();
        if (needless) {
            return new State.NotNeeded();
        }
        return state(last(item.shown(), chart, day), item.within().map(Cited::value), day);
    }

    /// How it stands with something that was last done on a day and holds for so many.
    public static State state(Optional<LocalDate> last, Optional<Integer> within, LocalDate today) {
        if (last.isEmpty()) {
            return new State.Due();
        }
        Optional<LocalDate> until = within.map(days -> last.get().plusDays(days));
        return until.filter(end -> end.isBefore(today)).isPresent()
                ? new State.Expired(last.get())
                : new State.Done(last.get(), until);
    }

    /// The last day something was done, up to a day.
    public static Optional<LocalDate> last(Shown shown, Chart chart, LocalDate day) {
        Stream<LocalDate> days = switch (shown) {
            case Shown.Measured(String quantity) ->
                chart.measurements().stream()
                        .filter(each -> each.quantity().equals(quantity))
                        .map(Fact::on);
            case Shown.Scored(InstrumentId instrument) ->
                chart.scores().stream()
                        .filter(each -> each.instrument().equals(instrument))
                        .map(Fact::on);
            case Shown.Asked(String question) ->
                chart.answers().stream()
                        .filter(each -> each.question().equals(question))
                        .map(Fact::on);
            case Shown.Confirmed(String question) ->
                Chart.latest(
                        chart.answers().stream().filter(each -> each.question().equals(question)),
                        day)
                        .filter(Fact.Answered::yes)
                        .map(Fact::on)
                        .stream();
            case Shown.Listed(Lists list) -> looked(chart, list).stream();
        };
        return days.filter(on -> !on.isAfter(day)).max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> looked(Chart chart, Lists list) {
        Optional<? extends Asked<?>> asked = switch (list) {
            case DIAGNOSES -> chart.diagnoses();
            case MEDICINES -> chart.medicines();
            case TRIALS -> chart.trials();
        };
        return asked.filter(Asked::wasLookedOver).map(Asked::on);
    }
}
