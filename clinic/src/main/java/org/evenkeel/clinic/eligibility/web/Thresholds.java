package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.condition.Comparison;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.stream.Stream;

/// The figures by which a condition decides, each with what stands behind it.
///
/// @param words what quantities are called
record Thresholds(FactWords words) {

    /// Each figure once, in the order of the file.
    List<Figure> of(Condition condition) {
        return figures(condition).distinct().toList();
    }

    private Stream<Figure> figures(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().flatMap(this::figures);
            case Condition.Any(List<Condition> parts) -> parts.stream().flatMap(this::figures);
            case Condition.Not(Condition part) -> figures(part);
            case Condition.Age(Comparison is, Cited<Integer> years) ->
                Stream.of(Figure.of("age " + side(is) + " " + years.value() + " years", years));
            case Condition.Quantity it ->
                Stream.of(
                        Figure.of(
                                words.quantity(it.quantity()) + " " + side(it.is()) + " "
                                        + Words.amount(it.limit().value()) + " "
                                        + FactWords.unit(it.unit()),
                                it.limit()),
                        within("measured", it.within()));
            case Condition.Score it ->
                Stream.of(
                        Figure.of(
                                Words.instrument(it.instrument())
                                        + (it.item().isPresent()
                                                ? " item " + it.item().getAsInt()
                                                : "")
                                        + " " + side(it.is()) + " " + it.limit().value(),
                                it.limit()),
                        within("answered", it.within()));
            case Condition.Finding it -> it.within().stream().map(days -> within("asked", days));
            case Condition.Medicine it ->
                Stream.of(
                        Figure.of("last taken " + upTo(it.since().value()), it.since()),
                        within("list looked over", it.within()));
            case Condition.FailedTrials it ->
                Stream.concat(
                        Stream.of(Figure.of(
                                "at least " + it.atLeast().value() + " failed trials",
                                it.atLeast())),
                        adequate(it.adequacy()));
            case Condition.Diagnosis _, Condition.OtherTreatment _ -> Stream.empty();
        };
    }

    private static Stream<Figure> adequate(Adequacy rule) {
        return Stream.of(
                Figure.of("adequate from " + rule.weeks().value() + " weeks on", rule.weeks()));
    }

    private static Figure within(String done, Cited<Integer> days) {
        return Figure.of(done + " " + upTo(days.value()), days);
    }

    private static String upTo(int days) {
        return days == 0 ? "that very day" : "up to " + Words.days(days) + " before";
    }

    private static String side(Comparison is) {
        return switch (is) {
            case ABOVE -> "above";
            case AT_LEAST -> "at least";
            case AT_MOST -> "at most";
            case BELOW -> "below";
        };
    }
}
