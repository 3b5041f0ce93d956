package org.evenkeel.clinic.history.web;

import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.content.Figure;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Adequacy.Verdict;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Mg;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a trial of an antidepressant counts, by every rule, and by which figures.
///
/// @param content with the rules
record Counting(EligibilityContent content) {

    /// What each rule says, in one line.
    String words(Tried trial) {
        return content.adequacies().stream()
                .map(rule -> name(rule) + ": " + verdict(rule.judge(trial)))
                .collect(Collectors.joining("; "));
    }

    /// The figures by which each rule says so.
    List<Figure> figures(String ingredient) {
        return content.adequacies().stream()
                .flatMap(rule -> figures(rule, ingredient))
                .toList();
    }

    private static Stream<Figure> figures(Adequacy rule, String ingredient) {
        Stream<Figure> weeks = Stream.of(Figure.of(
                name(rule) + ": " + rule.weeks().value() + " weeks or more", rule.weeks()));
        Optional<Cited<Mg>> dose = Optional.ofNullable(rule.doses().get(ingredient));
        return Stream.concat(
                weeks,
                dose.stream()
                        .map(least -> Figure.of(
                                name(rule) + ": " + ingredient + " "
                                        + least.value().value().toPlainString()
                                        + " mg a day or more",
                                least)));
    }

    private static String name(Adequacy rule) {
        return rule.id().toUpperCase(Locale.ROOT);
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Failed _ -> "counts as failed";
            case Verdict.NotCounted(String reason) -> "does not count, " + reason;
            case Verdict.Untold(String missing) -> "cannot be told, missing: " + missing;
        };
    }
}
