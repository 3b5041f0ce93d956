package org.evenkeel.core.eligibility;

import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One definition of treatment resistance.
///
/// @param id its id, for example `us-label`
/// @param title name for people, with its evidence
/// @param adequacy when a trial counts
/// @param episode whether only trials of the present episode count
/// @param classes class of each ingredient where different classes are counted; empty where
///     different ingredients are
/// @param atLeast how many must have failed
public record Resistance(
        String id,
        Cited<String> title,
        Adequacy adequacy,
        boolean episode,
        Map<String, String> classes,
        Cited<Integer> atLeast) {

    public Resistance {
        classes = Map.copyOf(classes);
        if (atLeast.value() < 1) {
            throw new IllegalArgumentException(
                    id + " must ask for 1 failed trial or more, got " + atLeast.value());
        }
    }

    /// What a definition comes to.
    ///
    /// @param definition which one
    /// @param truth whether the depression is resistant by it
    /// @param counted the trials that failed
    /// @param missing what is not known; empty unless unknown
    public record Found(
            Resistance definition, Truth truth, List<Tried> counted, List<String> missing) {}

    /// Whether the depression of a patient is resistant on a day.
    public Found of(Chart chart, LocalDate day) {
        Optional<Asked<Tried>> asked = chart.trials().filter(list -> !list.on().isAfter(day));
        if (asked.isEmpty()) {
            return new Found(
                    this, Truth.UNKNOWN, List.of(), List.of("the trials of antidepressants"));
        }
        List<Tried> trials = asked.get().entries().stream()
                .filter(trial -> !episode || trial.episode())
                .filter(adequacy::isOfAntidepressant)
                .toList();
        Function<Tried, Optional<String>> kind = classes.isEmpty()
                ? trial -> Optional.of(trial.ingredient())
                : trial -> Optional.ofNullable(classes.get(trial.ingredient()));
        Counted counted = Counted.of(trials, day, adequacy, kind);
        Truth truth = counted.least() >= atLeast.value()
                ? Truth.MET
                : counted.most() >= atLeast.value() ? Truth.UNKNOWN : Truth.NOT_MET;
        return new Found(
                this,
                truth,
                counted.failed(),
                truth == Truth.UNKNOWN ? counted.missing() : List.of());
    }
}
