package org.evenkeel.bench;

import org.evenkeel.bench.AccuracyCohort.Case;
import org.evenkeel.bench.AccuracyCohort.Outcome;
import org.evenkeel.bench.KnowingFilter.Size;
import org.evenkeel.core.insilico.World;

import java.util.ArrayList;
import java.util.List;

/// The methods beside the filter that knows the law, on the same patients of one world.
///
/// @param world the law they live under
/// @param patients how many, the first of the cohort
/// @param knowing the filter
/// @param half the filter with half as many particles
/// @param others every other method on these patients
record KnowingComparison(
        World world, int patients, Scorecard knowing, Scorecard half, List<Scorecard> others) {
    /// Enough for doubling them to change little; the page says by how much.
    static final Size HALF = new Size(40_000, 4_000);

    private static final long SEED = 20_262_000;

    /// @param cards of every other method on the whole cohort
    static KnowingComparison of(AccuracyCohort cohort, List<Scorecard> cards, int patients) {
        int compared = Math.min(patients, cohort.cases().size());
        World world = cohort.world();
        long seed = SEED + 2L * world.ordinal();
        List<Case> cases = cohort.cases().subList(0, compared);
        List<Outcome> outcomes = cohort.outcomes().stream()
                .filter(each -> each.patient() < compared)
                .toList();
        return new KnowingComparison(
                world,
                compared,
                card(outcomes, cases, KnowingFilter.in(world, HALF.doubled(), seed)),
                card(outcomes, cases, KnowingFilter.in(world, HALF, seed + 1)),
                cards.stream().map(each -> first(outcomes, each)).toList());
    }

    private static Scorecard card(List<Outcome> outcomes, List<Case> cases, KnowingFilter filter) {
        List<Predicted> predicted = new ArrayList<>();
        for (int n = 0; n < cases.size(); n++) {
            predicted.addAll(filter.predicted(cases.get(n), n));
        }
        return new Scorecard("knowing filter", outcomes, predicted);
    }

    /// Outcomes stand in the order of the patients.
    private static Scorecard first(List<Outcome> outcomes, Scorecard card) {
        return new Scorecard(card.method(), outcomes, card.predicted().subList(0, outcomes.size()));
    }
}
