package org.evenkeel.core.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.evenkeel.core.protocol.Route;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What the equations do whatever their figures are; the figures have a test of their own.
class PublishedModelTest {
    private static final ThreeCompartments PUMP = new ThreeCompartments(
            0.06,
            new ThreeCompartments.Rates(0.4, 0.6, 0.25, 0.6, 0.015),
            Map.of(Route.IM, new Uptake(0.9, 0.3), Route.SL, new Uptake(0.3, 0.75)));

    private static final double[] HOURS =
            IntStream.rangeClosed(0, 20_000).mapToDouble(i -> i * 0.005).toArray();

    @Test
    void theUptakeHasItsPeakAndItsShare() {
        double injected = area(levels(new GivenDose(0, Route.IV, 50, 0)));
        for (Route route : List.of(Route.IM, Route.SL)) {
            double[] drug = levels(new GivenDose(0, route, 50, 0));
            Uptake uptake = Objects.requireNonNull(PUMP.uptakes().get(route));
            assertThat(HOURS[highest(drug)]).isCloseTo(uptake.peakHours(), within(0.0051));
            assertThat(area(drug) / injected).isCloseTo(uptake.share(), withinPercentage(0.5));
        }
    }

    @Test
    void dosesOfSeveralRoutesAddUp() {
        GivenDose first = new GivenDose(0, Route.IM, 30, 0);
        GivenDose second = new GivenDose(2, Route.SL, 100, 0);
        GivenDose third = new GivenDose(3, Route.IV, 20, 0.5);
        double[] together = levels(first, second, third);
        double[] a = levels(first);
        double[] b = levels(second);
        double[] c = levels(third);
        for (int i = 0; i < HOURS.length; i += 97) {
            assertThat(together[i]).isCloseTo(a[i] + b[i] + c[i], withinPercentage(1e-6));
        }
    }

    @Test
    void timesMayComeInAnyOrderAndTwice() {
        double[] asked = {3, -1, 0.5, 3};
        List<GivenDose> doses = List.of(new GivenDose(0, Route.IV, 20, 0.5));
        double[] drug = PUMP.levels(70, doses, asked, 0).drug();
        assertThat(drug[0]).isEqualTo(drug[3]).isPositive();
        assertThat(drug[1]).isZero();
        assertThat(drug[2]).isGreaterThan(drug[0]);
    }

    @Test
    void theSiteFollowsPlasmaAndTakesNothingFromIt() {
        double[] times = {0.1, 0.2, 5};
        List<GivenDose> doses = List.of(new GivenDose(0, Route.IV, 20, 0.15));
        Levels still = PUMP.levels(70, doses, times, 0);
        Levels acting = PUMP.levels(70, doses, times, 14);
        for (int i = 0; i < times.length; i++) {
            assertThat(acting.drug()[i]).isCloseTo(still.drug()[i], withinPercentage(1e-9));
        }
        assertThat(acting.site()[0]).isLessThan(acting.drug()[0]);
        assertThat(acting.site()[1]).isGreaterThan(acting.drug()[1]);
        assertThat(still.site()).containsOnly(0);
    }

    @Test
    void onlyAnInfusionLasts() {
        assertThatThrownBy(() -> new GivenDose(0, Route.IM, 20, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0.5");
        assertThatThrownBy(() -> new Uptake(1.2, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dissociationLessensWithTreatmentsAndEndsWithTheScale() {
        EffectModel model = new EffectModel(
                0.05,
                new EffectModel.Pressure(32, 200, 0.69, 0.5),
                new EffectModel.Dissociation(92, 600, 1.3, 0.85, 4, 0.7));
        EffectModel.Person typical = EffectModel.Person.TYPICAL;
        assertThat(model.systolic(200, typical)).isEqualTo(16);
        double first = model.dissociation(300, 1, typical);
        assertThat(model.dissociation(300, 2, typical))
                .isCloseTo(0.85 * first, withinPercentage(1e-9));
        assertThat(model.dissociation(300, 4, typical))
                .isEqualTo(model.dissociation(300, 40, typical));
        assertThat(model.dissociation(1e9, 1, new EffectModel.Person(1, 9))).isEqualTo(92);
        assertThat(model.drawn(new SplittableRandom(3)).pressure()).isNotEqualTo(1);
    }

    private static double[] levels(GivenDose... doses) {
        return PUMP.levels(70, List.of(doses), HOURS, 0).drug();
    }

    private static double area(double[] values) {
        return 0.005 * (Arrays.stream(values).sum() - values[0] / 2);
    }

    private static int highest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}
