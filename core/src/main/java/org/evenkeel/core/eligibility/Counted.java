package org.evenkeel.core.eligibility;

import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Adequacy.Verdict;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Tried;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Trials of antidepressants that failed, and those of which it cannot be told.
///
/// @param failed trials that were adequate and failed
/// @param least different kinds among them
/// @param most the same with those of which it cannot be told
/// @param missing what is not known of those
record Counted(List<Tried> failed, int least, int most, List<String> missing) {

    /// Counts different kinds of trials up to a day.
    ///
    /// @param kind what makes two trials of one kind; empty where that is not known
    static Counted of(
            List<Tried> trials,
            LocalDate day,
            Adequacy adequacy,
            Function<Tried, Optional<String>> kind) {
        List<Tried> failed = new ArrayList<>();
        Set<String> certain = new HashSet<>();
        Set<String> perhaps = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (Tried trial : trials) {
            if (trial.on().isAfter(day)) {
                continue;
            }
            String what = kind.apply(trial).orElse("");
            switch (adequacy.judge(trial)) {
                case Verdict.Failed _ -> {
                    failed.add(trial);
                    if (what.isEmpty()) {
                        perhaps.add(trial.ingredient());
                        missing.add("the class of " + trial.ingredient());
                    } else {
                        certain.add(what);
                    }
                }
                case Verdict.Untold(String lacks) -> {
                    perhaps.add(what.isEmpty() ? trial.ingredient() : what);
                    missing.add("of the trial of " + trial.ingredient() + ": " + lacks);
                }
                case Verdict.NotCounted _ -> {}
            }
        }
        perhaps.removeAll(certain);
        return new Counted(
                List.copyOf(failed),
                certain.size(),
                certain.size() + perhaps.size(),
                perhaps.isEmpty() ? List.of() : List.copyOf(missing));
    }

    List<Fact> facts() {
        return List.copyOf(failed);
    }
}
