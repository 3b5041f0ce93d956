package org.evenkeel.core.condition;

import org.evenkeel.core.condition.Answer.Combined;
import org.evenkeel.core.condition.Answer.Single;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Adequacy.Verdict;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers conditions from a chart, as of a day. What happened later is not seen.
///
/// @param chart what is known
/// @param today the day it is asked for
/// @param ageless whether nothing is too old, so that what was last told still counts
public record Evaluation(Chart chart, LocalDate today, boolean ageless) {

    /// An evaluation for which what is too old is unknown.
    public Evaluation(Chart chart, LocalDate today) {
        this(chart, today, false);
    }

    /// What a condition comes to.
    public Answer of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> {
                List<Answer> parts = all.parts().stream().map(this::of).toList();
                yield new Combined(all, Truth.all(truths(parts)), parts);
            }
            case Condition.Any any -> {
                List<Answer> parts = any.parts().stream().map(this::of).toList();
                yield new Combined(any, Truth.any(truths(parts)), parts);
            }
            case Condition.Not not -> {
                Answer part = of(not.part());
                yield new Combined(not, part.truth().not(), List.of(part));
            }
            case Condition.Age age -> age(age);
            case Condition.Quantity quantity -> quantity(quantity);
            case Condition.Score score -> score(score);
            case Condition.Finding finding -> finding(finding);
            case Condition.Diagnosis diagnosis -> diagnosis(diagnosis);
            case Condition.Medicine medicine -> medicine(medicine);
            case Condition.FailedTrials trials -> trials(trials);
            case Condition.OtherTreatment treatment -> treatment(treatment);
        };
    }

    private static List<Truth> truths(List<Answer> parts) {
        return parts.stream().map(Answer::truth).toList();
    }

    private Answer age(Condition.Age age) {
        return chart.birth()
                .filter(birth -> !birth.isAfter(today))
                .map(birth -> known(
                        age,
                        age.is()
                                .holds(
                                        Period.between(birth, today).getYears(),
                                        age.years().value()),
                        List.of()))
                .orElseGet(() -> unknown(age, "the day of birth"));
    }

    private Answer quantity(Condition.Quantity asked) {
        Optional<Measured> found = Chart.latest(
                chart.measurements().stream()
                        .filter(each -> each.quantity().equals(asked.quantity())),
                today);
        if (found.isPresent() && !found.get().unit().equals(asked.unit())) {
            throw new IllegalArgumentException(asked.quantity() + " must be in " + asked.unit()
                    + ", got " + found.get().unit());
        }
        return found.filter(each -> isRecent(each.on(), asked.within()))
                .map(each -> known(
                        asked,
                        asked.is().holds(each.value(), asked.limit().value()),
                        List.of(each)))
                .orElseGet(() -> unknown(asked, asked.quantity() + age(found, asked.within())));
    }

    private Answer score(Condition.Score asked) {
        Optional<Fact.Scored> found = Chart.latest(
                chart.scores().stream()
                        .filter(each -> each.instrument().equals(asked.instrument())
                                && each.item().equals(asked.item())),
                today);
        String name = asked.instrument()
                + (asked.item().isPresent() ? " item " + asked.item().getAsInt() : "");
        return found.filter(each -> isRecent(each.on(), asked.within()))
                .map(each -> known(
                        asked,
                        asked.is().holds(each.value(), asked.limit().value()),
                        List.of(each)))
                .orElseGet(() -> unknown(asked, name + age(found, asked.within())));
    }

    private Answer finding(Condition.Finding asked) {
        Optional<Fact.Answered> found = Chart.latest(
                chart.answers().stream().filter(each -> each.question().equals(asked.question())),
                today);
        return found.filter(each -> asked.within()
                        .map(within -> isRecent(each.on(), within))
                        .orElse(true))
                .map(each -> known(asked, each.yes(), List.of(each)))
                .orElseGet(() -> unknown(
                        asked,
                        asked.question()
                                + asked.within()
                                        .map(within -> age(found, within))
                                        .orElse("")));
    }

    private Answer diagnosis(Condition.Diagnosis asked) {
        if (isUnasked(chart.diagnoses())) {
            return unknown(asked, "the diagnoses");
        }
        List<Diagnosed> found = chart.diagnoses().orElseThrow().entries().stream()
                .filter(each -> asked.ever() ? !each.on().isAfter(today) : each.isActive(today))
                .filter(each -> asked.codes().stream().anyMatch(each.code()::startsWith)
                        && each.specifiers().containsAll(asked.specifiers()))
                .toList();
        return known(asked, !found.isEmpty(), found);
    }

    private Answer medicine(Condition.Medicine asked) {
        List<Taken> entries = chart.medicines().map(Asked::entries).orElse(List.of());
        List<Taken> found = entries.stream()
                .filter(each -> asked.ingredients().contains(each.ingredient()))
                .filter(each -> each.daysSince(today).stream()
                        .anyMatch(days -> days <= asked.since().value()))
                .toList();
        // One that is known to be taken is taken, however long ago the whole list was looked over.
        if (!found.isEmpty()) {
            return known(asked, true, found);
        }
        boolean looked = chart.medicines()
                .filter(list -> list.wasLookedOver() && isRecent(list.on(), asked.within()))
                .isPresent();
        return looked
                ? known(asked, false, List.of())
                : unknown(
                        asked,
                        "the list of medicines, at most " + asked.within().value() + " days old");
    }

    private Answer trials(Condition.FailedTrials asked) {
        if (isUnasked(chart.trials())) {
            return unknown(asked, "the trials of antidepressants");
        }
        Adequacy adequacy = asked.adequacy();
        List<Tried> failed = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        Set<String> perhaps = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (Tried trial : chart.trials().orElseThrow().entries()) {
            if (trial.on().isAfter(today)
                    || asked.episode() && !trial.episode()
                    || !adequacy.isOfAntidepressant(trial)) {
                continue;
            }
            switch (adequacy.judge(trial)) {
                case Verdict.Failed _ -> {
                    failed.add(trial);
                    counted.add(trial.ingredient());
                }
                case Verdict.Untold(String what) -> {
                    perhaps.add(trial.ingredient());
                    missing.add("of the trial of " + trial.ingredient() + ": " + what);
                }
                case Verdict.NotCounted _ -> {}
            }
        }
        perhaps.addAll(counted);
        int least = asked.atLeast().value();
        return counted.size() < least && perhaps.size() >= least
                ? new Single(asked, Truth.UNKNOWN, List.copyOf(failed), missing)
                : known(asked, counted.size() >= least, failed);
    }

    private Answer treatment(Condition.OtherTreatment asked) {
        return Chart.latest(
                        chart.treatments().stream()
                                .filter(each -> each.treatment().equals(asked.treatment())),
                        today)
                .map(each -> known(asked, asked.statuses().contains(each.status()), List.of(each)))
                .orElseGet(() -> unknown(asked, asked.treatment()));
    }

    /// A list that was first taken later was not there on the day.
    private boolean isUnasked(Optional<? extends Asked<?>> list) {
        return list.filter(asked -> !asked.on().isAfter(today)).isEmpty();
    }

    private boolean isRecent(LocalDate day, Cited<Integer> within) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days >= 0 && (ageless || days <= within.value());
    }

    private static String age(Optional<? extends Fact> found, Cited<Integer> within) {
        return found.map(old -> " again: the last is of " + old.on() + ", more than "
                        + within.value() + " days ago")
                .orElse("");
    }

    private static Answer known(Condition condition, boolean met, List<? extends Fact> facts) {
        return new Single(condition, Truth.of(met), List.copyOf(facts), List.of());
    }

    private static Answer unknown(Condition condition, String missing) {
        return new Single(condition, Truth.UNKNOWN, List.of(), List.of(missing));
    }
}
