package org.evenkeel.core.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import java.util.List;

/// Laws that hold for every subject and regimen.
class ExposurePropertyTest {
    /// Relative, in percent: two ways to the same number differ by rounding alone.
    private static final double ROUNDING = 1e-9;

    private static final double[] HOURS = {0.1, 0.5, 0.77, 1, 2, 3.3, 8, 24, 60};

    @Property(tries = 200)
    void concentrationsAreProportionalToTheDose(
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 50) double factor,
            @ForAll @DoubleRange(min = 0, max = 10) double hours) {
        Subjects one = Cohorts.drawn(1, seed);
        Pairs single = Pairs.of(one, List.of(new Dose(0.2, 1, hours)), HOURS);
        Pairs scaled = Pairs.of(one, List.of(new Dose(0.2, factor, hours)), HOURS);
        for (int i = 0; i < HOURS.length; i++) {
            assertClose(scaled.drug[i], factor * single.drug[i]);
            assertClose(scaled.metabolite[i], factor * single.metabolite[i]);
        }
    }

    @Property(tries = 200)
    void dosesAddUp(
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 30) double second,
            @ForAll @DoubleRange(min = 0, max = 10) double hours) {
        Subjects one = Cohorts.drawn(1, seed);
        Dose a = new Dose(0.5, 0.5, hours);
        Dose b = new Dose(second, 1.3, hours / 3);
        Pairs first = Pairs.of(one, List.of(a), HOURS);
        Pairs other = Pairs.of(one, List.of(b), HOURS);
        Pairs both = Pairs.of(one, List.of(b, a), HOURS);
        for (int i = 0; i < HOURS.length; i++) {
            assertClose(both.drug[i], first.drug[i] + other.drug[i]);
            assertClose(both.metabolite[i], first.metabolite[i] + other.metabolite[i]);
        }
    }

    @Property(tries = 200)
    void laterDosesAreLaterConcentrations(
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @LongRange(min = -4096, max = 4096) long quarterHours) {
        Subjects one = Cohorts.drawn(1, seed);
        double shift = quarterHours / 4.0;
        double[] hours = {0.25, 0.5, 1, 2, 3.5, 8, 24};
        double[] later = hours.clone();
        for (int i = 0; i < later.length; i++) {
            later[i] += shift;
        }
        Pairs now = Pairs.of(one, List.of(new Dose(0, 1, 0.75)), hours);
        Pairs then = Pairs.of(one, List.of(new Dose(shift, 1, 0.75)), later);
        assertThat(then.drug).containsExactly(now.drug);
        assertThat(then.metabolite).containsExactly(now.metabolite);
    }

    @Property(tries = 200)
    void twoInfusionsInARowAreOne(
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.01, max = 5) double hours) {
        Subjects one = Cohorts.drawn(1, seed);
        Pairs whole = Pairs.of(one, List.of(new Dose(0, 1, 2 * hours)), HOURS);
        Pairs halves =
                Pairs.of(one, List.of(new Dose(0, 0.5, hours), new Dose(hours, 0.5, hours)), HOURS);
        for (int i = 0; i < HOURS.length; i++) {
            assertClose(halves.drug[i], whole.drug[i]);
            assertClose(halves.metabolite[i], whole.metabolite[i]);
        }
    }

    /// What a dose of 1 leaves over all time is what an endless infusion of 1 an hour
    /// comes to.
    @Property(tries = 200)
    void theAreaUnderTheCurveIsTheDoseOverTheClearance(
            @ForAll @LongRange(max = 1_000_000) long seed) {
        Subjects one = Cohorts.drawn(1, seed);
        double endless = 100_000;
        Pairs steady = Pairs.of(one, List.of(new Dose(0, endless, endless)), endless);
        double dose = 1_000 * one.value(Parameter.WEIGHT_KG, 0);
        assertClose(steady.drug[0], dose / one.value(Parameter.CL, 0));
        assertClose(
                steady.metabolite[0],
                dose * one.value(Parameter.FM, 0) / one.value(Parameter.CLM, 0));
    }

    @Property(tries = 200)
    void nothingIsEverNegativeOrNotANumber(
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 1e6) double hours,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double time) {
        Subjects one = Cohorts.drawn(1, seed);
        Pairs found = Pairs.of(one, List.of(new Dose(0, 1, hours), new Dose(1, 1, 0)), time, 1);
        for (int i = 0; i < 2; i++) {
            assertThat(found.drug[i]).isGreaterThanOrEqualTo(0).isFinite();
            assertThat(found.metabolite[i]).isGreaterThanOrEqualTo(0).isFinite();
        }
    }

    private static void assertClose(double found, double expected) {
        assertThat(found).isCloseTo(expected, withinPercentage(ROUNDING));
    }
}
