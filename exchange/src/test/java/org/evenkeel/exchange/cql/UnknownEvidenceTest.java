package org.evenkeel.exchange.cql;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.evenkeel.knowledge.Catalogue;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A rule that blocks and cannot be told never lets a patient through.
final class UnknownEvidenceTest {
    private static final int CHARTS = Boolean.getBoolean("evenkeel.all") ? 20_000 : 400;
    private static final long SEED = 20_261_129;
    private static final Set<Conclusion> HELD =
            EnumSet.of(Conclusion.INCOMPLETE, Conclusion.BLOCKED);

    @Test
    void unknownNeverPasses() {
        List<RulePack> packs = Catalogue.shipped().rulePacks();
        List<Condition> conditions = packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::condition)
                .toList();
        int open = 0;
        int passed = 0;
        for (int i = 0; i < CHARTS; i++) {
            Chart chart = i == 0 ? Chart.empty() : RandomCharts.near(conditions, SEED + i);
            for (RulePack pack : packs) {
                Screening screening =
                        Screening.of(List.of(pack), new Evaluation(chart, RandomCharts.TODAY));
                if (isOpen(screening)) {
                    open++;
                    passed += HELD.contains(screening.conclusion()) ? 0 : 1;
                    assertThat(screening.missing()).as("seed " + (SEED + i)).isNotEmpty();
                }
            }
        }
        assertThat(open).isPositive();
        assertThat(passed).isZero();
        Ledger.here()
                .keep(Claim.of(
                                "EV-117",
                                Section.CONTENT,
                                "Where a rule that blocks cannot be told, nobody is eligible, and"
                                        + " what to ask is named.",
                                "UnknownEvidenceTest#unknownNeverPasses")
                        .seeded(String.valueOf(SEED))
                        .with(new Claim.Table(
                                List.of("screenings", "number"),
                                List.of(
                                        List.of("charts", String.valueOf(CHARTS)),
                                        List.of("packs of rules", String.valueOf(packs.size())),
                                        List.of(
                                                "with an open rule that blocks",
                                                String.valueOf(open)),
                                        List.of("passed", String.valueOf(passed))))));
    }

    private static boolean isOpen(Screening screening) {
        return screening.results().stream()
                .anyMatch(result -> result.rule().severity() == Rule.Severity.BLOCK
                        && result.state() == State.OPEN);
    }
}
