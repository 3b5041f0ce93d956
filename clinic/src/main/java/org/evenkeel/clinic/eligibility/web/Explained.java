package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.core.condition.Answer;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Fact;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Answers of conditions in plain words.
///
/// @param words how facts are told
record Explained(FactWords words) {

    /// What decided an answer, with days.
    List<String> because(Answer answer) {
        return answer.because().stream()
                .flatMap(single -> single.facts().isEmpty()
                        ? absence(single)
                        : single.facts().stream().map(this::told))
                .distinct()
                .toList();
    }

    private String told(Fact fact) {
        return words.of(fact);
    }

    /// What was looked for and is not there.
    private static Stream<String> absence(Answer.Single single) {
        return single.missing().isEmpty()
                ? switch (single.condition()) {
                    case Condition.Diagnosis _ -> Stream.of("No such diagnosis is noted.");
                    case Condition.Medicine _ -> Stream.of("No such medicine is on the list.");
                    case Condition.FailedTrials _ -> Stream.of("Too few trials count as failed.");
                    case Condition.Age _ -> Stream.of("By the day of birth.");
                    default -> Stream.empty();
                }
                : Stream.empty();
    }

    /// What to ask before it can be told.
    List<String> ask(Answer answer) {
        return answer.because().stream()
                .filter(single -> !single.missing().isEmpty())
                .flatMap(this::questions)
                .distinct()
                .toList();
    }

    private Stream<String> questions(Answer.Single single) {
        return switch (single.condition()) {
            case Condition.Finding finding -> Stream.of(words.question(finding.question()));
            case Condition.Quantity quantity ->
                Stream.of("Measure: " + words.quantity(quantity.quantity()));
            case Condition.OtherTreatment treatment ->
                Stream.of("Was it had: " + words.treatment(treatment.treatment()) + "?");
            case Condition.Score score ->
                Stream.of("Have it answered: " + score.instrument().value());
            default ->
                single.missing().stream()
                        .map(each ->
                                each.substring(0, 1).toUpperCase(Locale.ROOT) + each.substring(1));
        };
    }
}
