package org.evenkeel.core.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/// Concentrations against the decimal oracle, where closed forms usually lose their digits.
class ExposureTest {
    /// Relative. The promise is 1e-10; a careless form would miss by far more than the
    /// slack.
    private static final double CLOSED_FORM = 2e-12;

    /// Near the smallest double digits are lost for good.
    private static final double UNDERFLOW = 1e-290;

    private static final double[] HOURS = {
        -1,
        0,
        1e-9,
        1e-6,
        0.001,
        0.1,
        0.25,
        0.3333333333,
        0.5,
        1,
        1.5,
        2,
        2.000000001,
        3,
        5,
        8,
        13,
        24,
        48,
        100,
        300
    };

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            case                         | cl v1 q v2 fm clm vm
            a person                     | 79.3 63.1 151.7 187 0.83 41.9 97.2
            one compartment              | 79 252 0 100 0.8 40 100
            one, both rates equal        | 50 100 0 100 0.8 50 100
            hardly a second compartment  | 50 100 1e-9 100 0.8 50 100
            almost equal modes           | 50 100 1e-6 2e-6 0.8 25 100
            metabolite at the fast mode  | 2 1 2 1 1 4.561552812808830 1
            metabolite near the slow one | 2 1 2 1 1 0.8768943743823 2
            slow mode to fifteen digits  | 2 1 2 1 1 0.876894374382339 2
            no metabolite                | 80 60 150 180 0 40 100
            a deep, slow compartment     | 80 60 0.01 5000 0.5 40 100
            a metabolite that stays      | 80 60 150 180 1 1e-6 100
            a metabolite that flies      | 80 60 150 180 1 1e6 100
            a drug that flies            | 1e5 10 1 10 1 10 100
            """)
    void agreesWithTheOracle(String name, String values) {
        Subjects one = Cohorts.one(
                Stream.of(values.split(" ")).mapToDouble(Double::parseDouble).toArray());
        for (List<Dose> doses : REGIMENS) {
            assertAgrees(one, doses, HOURS);
        }
    }

    private static final List<List<Dose>> REGIMENS = List.of(
            List.of(new Dose(0, 0.5, 0)),
            List.of(new Dose(0, 0.5, 2)),
            List.of(new Dose(0.1, 0.5, 0.2)),
            List.of(new Dose(1, 0.5, 1e-7), new Dose(0.5, 1, 100), new Dose(2, 0.2, 0)));

    @Test
    void aShortInfusionLateInALongCourse() {
        Subjects one = person();
        List<Dose> doses = List.of(new Dose(10_000.1, 0.5, 1e-6));
        assertAgrees(one, doses, 10_000.1, 10_000.1000005, 10_000.2, 10_050);
    }

    @Test
    void equalStepsThatAreNotEqualInBinary() {
        double[] hours = new double[240];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i / 10.0;
        }
        assertAgrees(person(), List.of(new Dose(0.05, 0.5, 0.7), new Dose(7, 1, 0)), hours);
    }

    @Test
    void farInTheTailTheFirstDigitsStillStand() {
        double[] hours = {500, 600, 700};
        assertAgrees(person(), List.of(new Dose(0, 0.5, 0.7)), hours);
        Pairs far = Pairs.of(person(), List.of(new Dose(0, 0.5, 0.7)), 5e4, 1e6);
        assertThat(far.drug).containsExactly(0, 0);
        assertThat(far.metabolite).containsExactly(0, 0);
    }

    @Test
    void beforeTheFirstDoseThereIsNothing() {
        Pairs before = Pairs.of(person(), List.of(new Dose(3, 0.5, 0)), -5, 0, 2.9999, 3);
        assertThat(before.drug).startsWith(0, 0, 0);
        assertThat(before.drug[3]).isPositive();
        assertThat(before.metabolite).containsExactly(0, 0, 0, 0);
        assertThat(Pairs.of(person(), List.of(), 1, 2).drug).containsExactly(0, 0);
    }

    @Test
    void atTheVeryHourOfABolusTheConcentrationIsThatJustAfter() {
        Pairs at = Pairs.of(person(), List.of(new Dose(3, 0.5, 0)), 3);
        assertThat(at.drug[0]).isCloseTo(1_000 * 0.5 * 70 / 63.1, withinPercentage(1e-10));
    }

    @Test
    void timesMayStandInAnyOrderAndTwice() {
        List<Dose> doses = REGIMENS.getLast();
        Pairs sorted = Pairs.of(person(), doses, 0.5, 1, 2, 7);
        Pairs mixed = Pairs.of(person(), doses, 7, 1, 2, 0.5, 2);
        assertThat(mixed.drug)
                .containsExactly(
                        sorted.drug[3],
                        sorted.drug[1],
                        sorted.drug[2],
                        sorted.drug[0],
                        sorted.drug[2]);
    }

    @Test
    void subjectsDoNotTouchEachOther() {
        Subjects many = Cohorts.drawn(1_000, 7);
        double[] hours = {0.3, 4, 30};
        Exposure all = new Exposure(many, REGIMENS.getLast(), hours);
        Exposure.Worker worker = all.worker();
        int seen = 0;
        for (int block = all.blocks() - 1; block >= 0; block--) {
            Concentrations some = worker.block(block);
            for (int i = 0; i < some.count(); i++) {
                Subjects alone = Cohorts.alone(many, some.first() + i);
                Pairs pair = Pairs.of(alone, REGIMENS.getLast(), hours);
                assertThat(some.drug(i, 1)).isEqualTo(pair.drug[1]);
                assertThat(some.metabolite(i, 2)).isEqualTo(pair.metabolite[2]);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(1_000);
    }

    @Test
    void whatNoSubjectCanBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohorts.one(0, 60, 150, 180, 0.8, 40, 100))
                .withMessage("cl must be from 1.0E-9 to 1.0E9, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohorts.one(80, 60, 150, 180, 1.2, 40, 100))
                .withMessage("fm must be from 0.0 to 1.0, got 1.2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dose(Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dose(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dose(0, 1, -1));
    }

    private static Subjects person() {
        return Cohorts.one(79.3, 63.1, 151.7, 187, 0.83, 41.9, 97.2);
    }

    private static void assertAgrees(Subjects one, List<Dose> doses, double... hours) {
        DecimalOracle oracle = new DecimalOracle(one, 0);
        Pairs found = Pairs.of(one, doses, hours);
        for (int i = 0; i < hours.length; i++) {
            DecimalOracle.Pair expected = oracle.at(doses, hours[i]);
            assertClose("drug at " + hours[i], found.drug[i], expected.drug());
            assertClose("metabolite at " + hours[i], found.metabolite[i], expected.metabolite());
        }
    }

    private static void assertClose(String what, double found, BigDecimal expected) {
        if (expected.abs().compareTo(new BigDecimal(UNDERFLOW)) < 0) {
            assertThat(found).as(what).isBetween(0.0, UNDERFLOW);
            return;
        }
        double error = new BigDecimal(found)
                .subtract(expected)
                .divide(expected, MathContext.DECIMAL64)
                .doubleValue();
        assertThat(error).as(what + ", " + found).isBetween(-CLOSED_FORM, CLOSED_FORM);
    }
}
