package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The shipped rules of eligibility.
final class EligibilityContentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    /// When the latest versions are in force.
    private static final LocalDate LATER = LocalDate.of(2026, 12, 20);

    @Test
    void ofSomebodyUnknownEveryRuleIsOpen() {
        Screening screening =
                Screening.of(Catalogue.shipped().rulePacks(), new Evaluation(Chart.empty(), TODAY));

        assertThat(screening.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(screening.in(State.OPEN)).hasSameSizeAs(screening.results());
        assertThat(screening.missing()).contains("the day of birth", "vascular-aneurysm");
    }

    /// A yes does not grow old, a no does.
    @ParameterizedTest
    @CsvSource({
        "vascular-aneurysm, vascular-aneurysm, true, 400, RAISED",
        "vascular-aneurysm, vascular-aneurysm, false, 365, CLEAR",
        "vascular-aneurysm, vascular-aneurysm, false, 366, OPEN",
        "intracerebral-haemorrhage, intracerebral-haemorrhage, false, 366, OPEN",
        "hypersensitivity, hypersensitivity, false, 366, OPEN",
        "pregnancy, pregnancy-possible, false, 182, CLEAR",
        "pregnancy, pregnancy-possible, false, 183, OPEN"
    })
    void aNoIsAskedAgainAndAYesIsNot(
            String rule, String question, boolean yes, int daysAgo, State state) {
        Chart told =
                told(List.of(new Answered(question, yes, LATER.minusDays(daysAgo))), List.of());

        assertThat(state(told, "contraindications", rule)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "cautions, lifetime-mania, F30.2, 2019-03-01, RAISED",
        "cautions, lifetime-mania, F33.1, , CLEAR",
        "contraindications, psychosis, F23.0, , RAISED",
        "contraindications, psychosis, F29, , RAISED",
        "contraindications, psychosis, 6A22, , RAISED",
        "contraindications, psychosis, F23.0, 2019-03-01, CLEAR",
        "contraindications, psychosis, F33.3, , CLEAR"
    })
    void diagnosesThatSpeakAgainst(
            String pack, String rule, String code, LocalDate until, State state) {
        Diagnosed found =
                new Diagnosed(code, Set.of(), LocalDate.of(2018, 5, 1), Optional.ofNullable(until));
        Chart told = told(List.of(new Answered("psychosis", false, LATER)), List.of(found));

        assertThat(state(told, pack, rule)).isEqualTo(state);
    }

    private static State state(Chart chart, String pack, String rule) {
        return Screening.of(
                        RulePack.inForce(Catalogue.shipped().rulePacks(), "US", LATER),
                        new Evaluation(chart, LATER))
                .results()
                .stream()
                .filter(result ->
                        result.pack().equals(pack) && result.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Chart told(List<Answered> answers, List<Diagnosed> diagnoses) {
        return new Chart(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                answers,
                Optional.of(new Chart.Asked<>(LATER, diagnoses)),
                Optional.empty(),
                Optional.empty(),
                List.of());
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
