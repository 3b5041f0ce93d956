package org.evenkeel.core.eligibility;

import org.evenkeel.core.condition.Answer;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Rule.Sense;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.history.Chart;

import java.time.LocalDate;
import java.util.List;

/// What the rules say of somebody on a day.
///
/// @param day the day they were asked for
/// @param results in the order of the packs and their rules
public record Screening(LocalDate day, List<Result> results) {

    public Screening {
        results = List.copyOf(results);
    }

    /// One rule and what it came to.
    ///
    /// @param pack id of its pack
    public record Result(String pack, Rule rule, State state, Answer answer) {}

    /// What a rule came to.
    public enum State {
        /// There is nothing against it.
        CLEAR,
        /// It speaks against treatment, or for care.
        RAISED,
        /// Not enough is known.
        OPEN
    }

    /// What follows from all of them.
    public enum Conclusion {
        /// Every rule is clear or only says something.
        ELIGIBLE,
        /// No rule blocks; a prescriber decides about those that are raised or open.
        REVIEW,
        /// A rule that blocks cannot be told yet, and none is raised.
        INCOMPLETE,
        /// A rule that blocks is raised.
        BLOCKED
    }

    /// Asks all rules of some packs.
    public static Screening of(List<RulePack> packs, Evaluation evaluation) {
        return new Screening(
                evaluation.today(),
                packs.stream()
                        .flatMap(pack -> pack.rules().stream()
                                .map(rule -> result(pack.id(), rule, evaluation)))
                        .toList());
    }

    private static Result result(String pack, Rule rule, Evaluation evaluation) {
        Answer answer = evaluation.of(rule.condition());
        return new Result(pack, rule, state(rule.sense(), answer.truth()), answer);
    }

    private static State state(Sense sense, Truth truth) {
        return switch (truth) {
            case UNKNOWN -> State.OPEN;
            case MET -> sense == Sense.EXCLUDES ? State.RAISED : State.CLEAR;
            case NOT_MET -> sense == Sense.EXCLUDES ? State.CLEAR : State.RAISED;
        };
    }

    /// What a rule came to when it was last told, however long ago. A reason against treatment does
    /// not go away because nobody asked again.
    ///
    /// @param chart what is known
    public State lastTold(Result result, Chart chart) {
        Answer ever = new Evaluation(chart, day, true).of(result.rule().condition());
        return state(result.rule().sense(), ever.truth());
    }

    /// What follows from all rules together.
    public Conclusion conclusion() {
        if (has(Severity.BLOCK, State.RAISED)) {
            return Conclusion.BLOCKED;
        }
        if (has(Severity.BLOCK, State.OPEN)) {
            return Conclusion.INCOMPLETE;
        }
        return has(Severity.REVIEW, State.RAISED) || has(Severity.REVIEW, State.OPEN)
                ? Conclusion.REVIEW
                : Conclusion.ELIGIBLE;
    }

    /// The rules of a state.
    public List<Result> in(State state) {
        return results.stream().filter(result -> result.state() == state).toList();
    }

    /// What to ask before everything can be told, each once.
    public List<String> missing() {
        return results.stream()
                .flatMap(result -> result.answer().missing().stream())
                .distinct()
                .toList();
    }

    private boolean has(Severity severity, State state) {
        return results.stream()
                .anyMatch(
                        result -> result.rule().severity() == severity && result.state() == state);
    }
}
