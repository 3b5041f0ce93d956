package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Laws the forecast keeps whatever the numbers of its prior.
class RelapseModelTest {
    private static final List<Integer> WEEKS = List.of(107, 114, 121, 128, 135, 142);

    /// HZ-33.
    @Test
    void refusesWithoutARecentScore() {
        assertThat(posterior(Courses.of("", "0 2 4"), 20))
                .isEqualTo(new Posterior.Refused("no-recent-score"));
        assertThat(posterior(Courses.of("0:18 10:7", "0 2 4"), 81))
                .isEqualTo(new Posterior.Refused("no-recent-score"));
        assertThat(posterior(Courses.of("0:18 10:7", "0 2 4"), 80)).isInstanceOf(Fitted.class);
    }

    @Test
    void shiftingAllDatesShiftsTheAnswer() {
        Course course = Courses.responder();
        Course shifted = Courses.shifted(course, 19_000);
        List<DayForecast> here = fitted(course, 100).forecast(new Question(WEEKS, List.of(), 10));
        List<Integer> then = WEEKS.stream().map(day -> day + 19_000).toList();
        List<DayForecast> there =
                fitted(shifted, 19_100).forecast(new Question(then, List.of(), 10));
        for (int d = 0; d < WEEKS.size(); d++) {
            assertThat(there.get(d).quantiles()).isEqualTo(here.get(d).quantiles());
            assertThat(there.get(d).relapse()).isEqualTo(here.get(d).relapse());
        }
    }

    @Test
    void theOrderOfRowsAndWhatCameLaterDoNotMatter() {
        Course course = Courses.responder();
        List<Rating> ratings = new ArrayList<>(course.ratings());
        ratings.add(Rating.of(103, 27));
        List<Administration> given = new ArrayList<>(course.administrations());
        given.add(Courses.treatment(101));
        Collections.shuffle(ratings, new Random(1));
        Collections.shuffle(given, new Random(2));
        Course shuffled = new Course(course.instrument(), ratings, given);
        Question question = new Question(WEEKS, List.of(), 10);
        assertThat(fitted(shuffled, 100).forecast(question))
                .isEqualTo(fitted(course, 100).forecast(question));
    }

    @Test
    void benefitStartsTheDayAfterATreatment() {
        Fitted fitted = fitted(Courses.responder(), 100);
        DayForecast without = day(fitted, 110, List.of());
        assertThat(day(fitted, 110, List.of(110))).isEqualTo(without);
        assertThat(day(fitted, 110, List.of(109)).mean()).isLessThan(without.mean() - 0.5);
    }

    @Test
    void aScoreOnATreatmentDayWasGivenBeforeIt() {
        Course before = Courses.of("0:20 8:5 29:16", "0 2 4 7 29");
        Course after = Courses.of("0:20 8:5 29:16", "0 2 4 7 28");
        // A bad score before a treatment says nothing against it; after one it does.
        double hopeful = fitted(before, 29).portrait().benefitFull().mean();
        double sobered = fitted(after, 29).portrait().benefitFull().mean();
        assertThat(hopeful).isGreaterThan(sobered);
    }

    @Test
    void twoAdministrationsOnADayAreOneTreatment() {
        Course once = Courses.responder();
        List<Administration> twice = new ArrayList<>(once.administrations());
        twice.add(Courses.treatment(85));
        Course doubled = new Course(once.instrument(), once.ratings(), twice);
        Question question = new Question(WEEKS, List.of(), 10);
        assertThat(fitted(doubled, 100).forecast(question))
                .isEqualTo(fitted(once, 100).forecast(question));
    }

    @Test
    void aWorseLatestScoreRaisesTheRisk() {
        double last = 0;
        for (int score = 0; score <= 27; score++) {
            Course course = Courses.of("-1:19 7:9 14:4 28:5 42:" + score, "0 2 4 7 9 11");
            double unwell = day(fitted(course, 42), 50, List.of()).unwell();
            // Near the floor a mixture may turn by less than any page shows.
            assertThat(unwell).as("score %d", score).isGreaterThan(last - 0.001);
            last = Math.max(last, unwell);
        }
        assertThat(last).isGreaterThan(0.8);
    }

    @Test
    void quantilesAscendAndStayOnTheScale() {
        for (DayForecast each :
                fitted(Courses.responder(), 100).forecast(new Question(WEEKS, List.of(), 10))) {
            DayForecast.Quantiles q = each.quantiles();
            assertThat(List.of(0.0, q.p10(), q.p25(), q.p50(), q.p75(), q.p90(), 27.0))
                    .isSorted();
            assertThat(each.mean()).isBetween(0.0, 27.0);
            assertThat(each.above()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void relapseByADayIsAtLeastTheChanceOnAnyDaySoFar() {
        List<DayForecast> days =
                fitted(Courses.responder(), 100).forecast(new Question(WEEKS, List.of(), 10));
        double most = 0;
        double sum = 0;
        for (DayForecast each : days) {
            most = Math.max(most, each.above());
            sum += each.above();
            assertThat(each.relapse().orElseThrow()).isBetween(most, Math.min(1, sum) + 1e-9);
            most = each.relapse().orElseThrow();
        }
        assertThat(days.getFirst().relapse().orElseThrow())
                .isEqualTo(days.getFirst().above());
    }

    @Test
    void relapseIsLeftEmptyForSomebodyWhoIsUnwellNow() {
        Course course = Courses.of("-1:19 7:9 14:14", "0 2 4 7 9 11");
        assertThat(day(fitted(course, 14), 21, List.of()).relapse()).isEmpty();
    }

    @Test
    void drawsFollowTheForecastAndTheirSeed() {
        Fitted fitted = fitted(Courses.responder(), 100);
        Question question = new Question(WEEKS, List.of(120), 10);
        int[][] draws = fitted.draws(question, 20_000, 7);
        List<DayForecast> forecasts = fitted.forecast(question);
        int crossed = 0;
        for (int[] draw : draws) {
            for (int score : draw) {
                if (score >= 10) {
                    crossed++;
                    break;
                }
            }
        }
        for (int d = 0; d < WEEKS.size(); d++) {
            int at = d;
            double mean = java.util.Arrays.stream(draws)
                    .mapToInt(draw -> draw[at])
                    .average()
                    .orElseThrow();
            assertThat(mean).isEqualTo(forecasts.get(d).mean(), within(0.15));
        }
        assertThat(crossed / 20_000.0)
                .isEqualTo(forecasts.getLast().relapse().orElseThrow(), within(0.02));
        assertThat(fitted.draws(question, 20, 7)).isDeepEqualTo(fitted.draws(question, 20, 7));
        assertThat(fitted.draws(question, 20, 8)).isNotEqualTo(fitted.draws(question, 20, 7));
    }

    @Test
    void aLongSilenceWidensTheBand() {
        Course course = Courses.responder();
        double soon = day(fitted(course, 100), 110, List.of()).sd();
        double late = day(fitted(course, 130), 180, List.of()).sd();
        assertThat(late).isGreaterThan(soon);
    }

    @Test
    void expectedDaysUnwellAreTheSumOfTheChancesOfEachDay() {
        Fitted fitted = fitted(Courses.responder(), 100);
        for (int interval : new int[] {5, 7, 10, 21, 45, 84, 200, 400}) {
            List<Integer> planned = new ArrayList<>();
            for (int day = 103; day <= 465; day += interval) {
                planned.add(day);
            }
            for (int last : new int[] {101, 104, 140, 465}) {
                double sum = 0;
                for (double each : fitted.unwell(last, planned, 10)) {
                    sum += each;
                }
                assertThat(fitted.unwellDays(last, planned, 10))
                        .as("every %d days, to day %d", interval, last)
                        .isEqualTo(sum, within(0.01 + 0.015 * sum));
            }
        }
    }

    @Test
    void daysOutsideItsReachAreRefused() {
        Fitted fitted = fitted(Courses.responder(), 100);
        assertThatThrownBy(() -> day(fitted, 100, List.of())).hasMessageContaining("101 to 465");
        assertThatThrownBy(() -> day(fitted, 466, List.of())).hasMessageContaining("101 to 465");
    }

    @Test
    void scoresPiledUpAtZeroDoNotBreakTheFilter() {
        Course course = Courses.of("-1:22 7:0 14:0 21:0 28:0 35:0 42:0 49:27 56:0", "0 2 4 7 9 11");
        DayForecast next = day(fitted(course, 56), 63, List.of());
        assertThat(next.mean()).isBetween(0.0, 12.0);
        assertThat(next.sd()).isPositive();
    }

    private static Posterior posterior(Course course, int asOf) {
        return RelapseModel.posterior(course, Instruments.phq9(), Priors.phq9(), asOf);
    }

    private static Fitted fitted(Course course, int asOf) {
        return (Fitted) posterior(course, asOf);
    }

    private static DayForecast day(Fitted fitted, int day, List<Integer> planned) {
        return fitted.forecast(new Question(List.of(day), planned, 10)).getFirst();
    }
}
