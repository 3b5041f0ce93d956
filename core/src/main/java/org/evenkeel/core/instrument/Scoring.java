package org.evenkeel.core.instrument;

import org.evenkeel.core.instrument.Instrument.AnswerOption;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// From the answers of a questionnaire to its total.
public final class Scoring {
    private Scoring() {}

    /// The total of the answers.
    ///
    /// Where at most `missingItemsAllowed` items are unanswered, each of them counts as the
    /// mean of the answered ones and the total is rounded to a whole number, halves up. The
    /// item about self-harm is never filled in: unanswered, its answer stays unknown.
    ///
    /// @param instrument an instrument with items
    /// @param answers one for each item in order; empty where it was not answered
    public static Score of(Instrument instrument, List<OptionalInt> answers) {
        List<String> problems = problems(instrument, answers);
        OptionalInt risk = risk(instrument, answers);
        if (!problems.isEmpty()) {
            return new Score.Unscorable(problems, risk);
        }
        int sum = 0;
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            sum += answers.get(i).orElse(0);
            if (answers.get(i).isEmpty()) {
                missing.add(i + 1);
            }
        }
        if (missing.isEmpty()) {
            return new Score.Complete(sum, risk);
        }
        int answered = answers.size() - missing.size();
        int allowed = instrument.missingItemsAllowed().value();
        if (answered == 0 || missing.size() > allowed) {
            String problem = missing.size() + " of " + answers.size()
                    + " items are unanswered; allowed are at most " + allowed;
            return new Score.Unscorable(List.of(problem), risk);
        }
        int total = Math.floorDiv(2 * sum * answers.size() + answered, 2 * answered);
        return new Score.Prorated(total, risk, missing);
    }

    /// The answer to the item about self-harm, where it is one that can be chosen.
    private static OptionalInt risk(Instrument instrument, List<OptionalInt> answers) {
        OptionalInt risk = instrument
                .riskItem()
                .filter(item -> item.number() <= answers.size())
                .map(item -> answers.get(item.number() - 1))
                .orElse(OptionalInt.empty());
        return risk.isPresent() && isAnswer(instrument, risk.getAsInt())
                ? risk
                : OptionalInt.empty();
    }

    private static List<String> problems(Instrument instrument, List<OptionalInt> answers) {
        int items = instrument.items().size();
        if (items == 0) {
            return List.of(instrument.id() + " has no items here; give its total");
        }
        if (answers.size() != items) {
            return List.of(instrument.id() + " has " + items + " items, got " + answers.size()
                    + " answers");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            OptionalInt answer = answers.get(i);
            if (answer.isPresent() && !isAnswer(instrument, answer.getAsInt())) {
                problems.add("item " + (i + 1) + ": allowed are " + options(instrument) + ", got "
                        + answer.getAsInt());
            }
        }
        return problems;
    }

    private static boolean isAnswer(Instrument instrument, int value) {
        return instrument.answers().stream().anyMatch(option -> option.value() == value);
    }

    private static String options(Instrument instrument) {
        return instrument.answers().stream()
                .map(AnswerOption::value)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
