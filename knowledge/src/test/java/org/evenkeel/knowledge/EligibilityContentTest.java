package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/// The shipped rules of eligibility.
final class EligibilityContentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void ofSomebodyUnknownEveryRuleIsOpen() {
        Screening screening =
                Screening.of(Catalogue.shipped().rulePacks(), new Evaluation(Chart.empty(), TODAY));

        assertThat(screening.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(screening.in(State.OPEN)).hasSameSizeAs(screening.results());
        assertThat(screening.missing()).contains("the day of birth", "vascular-aneurysm");
    }

    @Test
    void packsHoldWhereAndWhenTheySay() {
        assertThat(Catalogue.shipped().rulePacks().stream()
                        .filter(pack -> pack.holds("US", TODAY))
                        .map(RulePack::id))
                .contains("contraindications")
                .doesNotContain("contraindications.eu");
        assertThat(Catalogue.shipped().rulePacks())
                .noneMatch(pack -> pack.holds("EU", TODAY.minusYears(1)));
    }
}
