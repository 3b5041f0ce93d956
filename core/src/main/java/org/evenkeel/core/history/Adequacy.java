package org.evenkeel.core.history;

import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When a trial of an antidepressant counts as adequate and failed.
///
/// @param id of the rule
/// @param weeks shortest adequate trial
/// @param failedUpTo the best improvement that still counts as failed
/// @param doses smallest adequate daily dose by ingredient
/// @param augmenting ingredients that, added to an antidepressant, help it and are not another one
public record Adequacy(
        String id,
        Cited<Integer> weeks,
        Cited<Improvement> failedUpTo,
        Map<String, Cited<Mg>> doses,
        Set<String> augmenting) {

    public Adequacy {
        doses = Map.copyOf(doses);
        augmenting = Set.copyOf(augmenting);
        if (failedUpTo.value() != Improvement.NONE && failedUpTo.value() != Improvement.PARTIAL) {
            throw new IllegalArgumentException("a trial fails with no improvement or a partial one,"
                    + " got " + failedUpTo.value());
        }
    }

    /// A rule that knows of nothing that augments.
    public Adequacy(
            String id,
            Cited<Integer> weeks,
            Cited<Improvement> failedUpTo,
            Map<String, Cited<Mg>> doses) {
        this(id, weeks, failedUpTo, doses, Set.of());
    }

    /// Whether a trial is one of an antidepressant, and not of what was added to help one. An
    /// antidepressant that is added to another is one more.
    public boolean isOfAntidepressant(Tried trial) {
        return !(trial.added() && augmenting.contains(trial.ingredient()));
    }

    /// What the rule says of one trial.
    public sealed interface Verdict {
        /// It was adequate and failed.
        record Failed() implements Verdict {}

        /// It does not count, and why.
        record NotCounted(String reason) implements Verdict {}

        /// It cannot be told, and what is missing.
        record Untold(String missing) implements Verdict {}
    }

    /// Judges one trial. What rules it out comes before what is not known of it.
    public Verdict judge(Tried trial) {
        Optional<Cited<Mg>> least = Optional.ofNullable(doses.get(trial.ingredient()));
        return ruledOut(trial, least)
                .<Verdict>map(Verdict.NotCounted::new)
                .or(() -> missing(trial, least).map(Verdict.Untold::new))
                .orElseGet(Verdict.Failed::new);
    }

    private Optional<String> ruledOut(Tried trial, Optional<Cited<Mg>> least) {
        if (trial.adherence() == Adherence.POOR) {
            return Optional.of("not taken as prescribed");
        }
        if (isBetter(trial.improvement())) {
            return Optional.of("it helped");
        }
        if (trial.weeks().filter(this::isTooShort).isPresent()) {
            return Optional.of("shorter than " + weeks.value() + " weeks");
        }
        return least.flatMap(dose -> trial.dailyMg()
                .filter(taken -> taken.compareTo(dose.value().value()) < 0)
                .map(_ -> "below " + dose.value().value().toPlainString() + " mg a day"));
    }

    private Optional<String> missing(Tried trial, Optional<Cited<Mg>> least) {
        if (least.isEmpty()) {
            return Optional.of("no smallest adequate dose of " + trial.ingredient());
        }
        if (trial.dailyMg().isEmpty()) {
            return Optional.of("the dose");
        }
        if (trial.weeks().isEmpty()) {
            return Optional.of("how long");
        }
        if (trial.adherence() == Adherence.UNKNOWN) {
            return Optional.of("whether it was taken as prescribed");
        }
        return trial.improvement() == Improvement.UNKNOWN
                ? Optional.of("what it did")
                : Optional.empty();
    }

    private boolean isTooShort(BigDecimal taken) {
        return taken.compareTo(BigDecimal.valueOf(weeks.value())) < 0;
    }

    private boolean isBetter(Improvement improvement) {
        return improvement == Improvement.RESPONSE
                || improvement == Improvement.PARTIAL && failedUpTo.value() == Improvement.NONE;
    }
}
