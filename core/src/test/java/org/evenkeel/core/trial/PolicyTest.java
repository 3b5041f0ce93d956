package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.trial.Policy.Rule;
import org.junit.jupiter.api.Test;

/// The published rules on charts a reader can follow: weekly scores from day 14 on, the latest
/// treatment on day 100.
class PolicyTest {
    private static final int LAST = 100;

    @Test
    void sustainOneIsWeeklyUntilAReviewFindsRemission() {
        Rule rule = new Policy.SustainOne();
        assertThat(interval(rule, 35, 3, 3, 3, 3)).isEqualTo(7);
        assertThat(interval(rule, 42, 3, 3, 3, 3, 4)).isEqualTo(14);
        assertThat(interval(rule, 42, 3, 3, 3, 3, 5)).isEqualTo(7);
        // Between reviews, on days 42 and 70, nothing changes.
        assertThat(interval(rule, 56, 3, 3, 3, 3, 4, 12, 15)).isEqualTo(14);
        assertThat(interval(rule, 70, 3, 3, 3, 3, 4, 12, 15, 14, 13)).isEqualTo(7);
    }

    @Test
    void sustainThreeDoublesAndHalvesAtReviews() {
        Rule rule = new Policy.SustainThree();
        assertThat(interval(rule, 35, 9, 9, 9, 9)).isEqualTo(7);
        assertThat(interval(rule, 42, 9, 9, 9, 9, 9)).isEqualTo(14);
        assertThat(interval(rule, 70, 9, 9, 9, 9, 9, 9, 9, 9, 9)).isEqualTo(28);
        assertThat(interval(rule, 70, 9, 9, 9, 9, 9, 9, 9, 9, 10)).isEqualTo(7);
        int[] longWell = new int[13];
        assertThat(interval(rule, 98, longWell)).isEqualTo(28);
        longWell[12] = 11;
        assertThat(interval(rule, 98, longWell)).isEqualTo(14);
    }

    @Test
    void theLatestAnswerCountsWhereOneIsMissing() {
        Chart chart = new Chart();
        chart.answered(0, 18);
        chart.answered(35, 3);
        chart.treated(LAST);
        assertThat(new Policy.SustainOne().due(chart, 42)).hasValue(LAST + 14);
    }

    @Test
    void earlyWarningTreatsSoonAndOtherwiseAtTheLongestInterval() {
        Chart chart = new Chart();
        for (int week = 0; week < 4; week++) {
            chart.answered(7 * week, 4);
        }
        chart.treated(21);
        chart.answered(28, 4);
        assertThat(new Policy.WhenWorse().due(chart, 28)).hasValue(21 + 84);
        chart.answered(35, 13);
        chart.answered(42, 14);
        assertThat(new Policy.WhenWorse().due(chart, 42)).hasValue(43);
    }

    @Test
    void anIntervalOutsideTheBoundsIsRefused() {
        assertThatThrownBy(() -> new Policy.Fixed(6)).hasMessageContaining("7 to 84 days, got 6");
    }

    private static int interval(Rule rule, int today, int... weekly) {
        Chart chart = new Chart();
        chart.answered(0, 18);
        for (int week = 0; week < weekly.length; week++) {
            chart.answered(14 + 7 * week, weekly[week]);
        }
        chart.treated(LAST);
        return rule.due(chart, today).orElseThrow() - LAST;
    }
}
