package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.forecast.DriftMonitor.Lean;
import org.evenkeel.core.forecast.DriftMonitor.Verdict;
import org.evenkeel.core.numerics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

class DriftMonitorTest {
    private static final int ANSWERS = 200;
    private static final int CLINICS = 4_000;

    /// The stated rate is an upper bound: at most one in ten runs of 200 answers.
    @Test
    void rightForecastsRaiseAFalseAlarmNoMoreOftenThanStated() {
        double stated = (double) ANSWERS / DriftMonitor.ANSWERS_PER_FALSE_ALARM;
        double rate = alarms(CLINICS, 0, u -> u);

        assertThat(rate).isLessThan(stated).isGreaterThan(0);
    }

    @Test
    void onAverageAFalseAlarmComesNotBeforeTheStatedNumberOfAnswers() {
        RandomGenerator random = random(7);
        double sum = 0;
        int runs = 60;
        for (int run = 0; run < runs; run++) {
            List<Double> pits = random.doubles(20_000).boxed().toList();
            sum += DriftMonitor.over(pits).alarm().orElse(20_000);
        }
        System.out.printf("mean answers to a false alarm: %.0f%n", sum / runs);
        assertThat(sum / runs).isGreaterThan(DriftMonitor.ANSWERS_PER_FALSE_ALARM);
    }

    /// HZ-34. Forecasts off by a bias and a factor of the spread, in standard deviations.
    @ParameterizedTest
    @CsvSource({"0.8,1,WORSE", "-0.8,1,BETTER", "0,2,NARROW", "0,0.4,WIDE"})
    void wrongForecastsAreFoundAndNamed(double bias, double spread, Lean lean) {
        DoubleUnaryOperator wrong = u -> Normal.cdf(bias + spread * Normal.quantile(u));

        assertThat(alarms(200, 0, wrong)).isGreaterThan(0.95);
        assertThat(DriftMonitor.over(pits(random(5), 0, wrong)).lean()).isEqualTo(lean);
    }

    @Test
    void aDriftThatBeginsLateIsFoundToo() {
        assertThat(alarms(200, 400, u -> Normal.cdf(0.8 + Normal.quantile(u)))).isGreaterThan(0.9);
    }

    @Test
    void anAlarmStays() {
        List<Double> wrong = Stream.generate(() -> 0.97).limit(40).toList();
        Verdict then = DriftMonitor.over(wrong);
        Verdict later = DriftMonitor.over(
                Stream.concat(wrong.stream(), random(1).doubles(500).boxed()).toList());

        assertThat(then.isAlarm()).isTrue();
        assertThat(later.alarm()).isEqualTo(then.alarm());
    }

    @Test
    void withoutAnswersThereIsNothingToSay() {
        Verdict none = DriftMonitor.over(List.of());

        assertThat(none.isAlarm()).isFalse();
        assertThat(none.stakes()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aBetGainsNothingOnTheMeanIfForecastsAreRight(Lean lean) {
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += lean.bet((i + 0.5) / steps) / steps;
        }
        assertThat(sum).isEqualTo(1, within(2e-3)).isLessThanOrEqualTo(1 + 1e-5);
    }

    private static double alarms(int clinics, int rightBefore, DoubleUnaryOperator wrong) {
        RandomGenerator random = random(20_261_122);
        int alarms = 0;
        for (int clinic = 0; clinic < clinics; clinic++) {
            alarms += DriftMonitor.over(pits(random, rightBefore, wrong)).isAlarm() ? 1 : 0;
        }
        return (double) alarms / clinics;
    }

    private static List<Double> pits(
            RandomGenerator random, int rightBefore, DoubleUnaryOperator wrong) {
        return Stream.concat(
                        random.doubles(rightBefore).boxed(),
                        random.doubles(ANSWERS).map(wrong).boxed())
                .toList();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
