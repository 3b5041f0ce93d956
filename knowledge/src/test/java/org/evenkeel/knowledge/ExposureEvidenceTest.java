package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.pharmacokinetics.EffectModel;
import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.pharmacokinetics.HepatoPortal;
import org.evenkeel.core.pharmacokinetics.Levels;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// EV-105 to EV-108: routes, people and effects beside published figures. Where they do not
/// agree with people, that is checked too.
class ExposureEvidenceTest {
    private static final double STEP = 0.01;
    private static final double[] HOURS =
            IntStream.rangeClosed(0, 20_000).mapToDouble(i -> i * STEP).toArray();
    private static final int PEOPLE = 20_000;
    private static final long SEED = 20_261_122;
    private static final GivenDose INFUSION = new GivenDose(0, Route.IV, 35, 40 / 60.0);

    /// EV-105: by each route racemic ketamine has its published share and time of peak.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "IM, 0.93, 5, 30",
        "SC, 0.85, 10, 30",
        "IN, 0.13, 10, 20",
        "SL, 0.29, 15, 60",
        "PO, 0.17, 30, 60"
    })
    void routesHaveTheirShareAndPeak(Route route, double share, double from, double to) {
        double[] injected = domino(new GivenDose(0, Route.IV, 50, 2)).drug();
        double[] drug = domino(new GivenDose(0, route, 50, 0)).drug();
        double tail = 1; // percent: what comes later and the width of a step
        assertThat(100 * sum(drug) / sum(injected)).isCloseTo(100 * share, within(tail));
        assertThat(60 * HOURS[highest(drug)]).isBetween(from, to);
    }

    /// EV-105: the wafer's peak is at 45 minutes.
    @Test
    void theWaferHasItsPeak() {
        double[] drug = domino(new GivenDose(0, Route.SL, 25, 0)).drug();
        assertThat(60 * HOURS[highest(drug)]).isCloseTo(45, within(60 * STEP));
    }

    /// EV-106: people drawn from the esketamine model differ as it says.
    @Test
    void peopleDifferAsPublished() {
        List<HepatoPortal> people = people();
        assertThat(variation(people, person -> person.drug().vc())).isCloseTo(27.5, within(1.0));
        assertThat(variation(people, person -> person.drug().vp1())).isCloseTo(49.3, within(1.5));
        assertThat(variation(people, person -> person.drug().qh())).isCloseTo(23.2, within(1.0));
        assertThat(variation(people, person -> person.drug().vh())).isCloseTo(34.6, within(1.2));
        assertThat(variation(people, person -> person.drug().kel())).isCloseTo(120, within(8.0));
        assertThat(variation(people, person -> person.metabolite().cl()))
                .isCloseTo(25.4, within(1.0));
        double[] logits = people.stream()
                .mapToDouble(person -> person.nasal().firstDevice())
                .map(share -> Math.log(share / (1 - share)))
                .toArray();
        double mean = DoubleStream.of(logits).average().orElseThrow();
        double deviation = Math.sqrt(DoubleStream.of(logits)
                .map(logit -> (logit - mean) * (logit - mean))
                .average()
                .orElseThrow());
        assertThat(1 / (1 + Math.exp(-mean))).isCloseTo(0.54, within(0.005));
        assertThat(deviation).isCloseTo(0.708, within(0.015));
    }

    /// EV-106: nothing else about them changes.
    @Test
    void whatIsNotPublishedDoesNotDiffer() {
        assertThat(people().stream().map(person -> person.drug().kmet()).distinct())
                .hasSize(1);
        assertThat(people().stream().map(person -> person.drug().q1()).distinct())
                .hasSize(1);
    }

    /// EV-107: 200 ng/mL raise blood pressure by the 16 / 11 mmHg of 2342 infusions (Yale
    /// 2024), and an infusion of 0.5 mg/kg by a little more than the 12.6 (10.4 to 14.8) of a
    /// meta-analysis (Vankawala 2021): the model's own peak is too high.
    @Test
    void bloodPressureIsNearTheCohorts() {
        EffectModel effects = effects().equations();
        EffectModel.Person typical = EffectModel.Person.TYPICAL;
        assertThat(effects.systolic(200, typical)).isCloseTo(16, within(0.01));
        assertThat(effects.diastolic(200, typical)).isCloseTo(11, within(0.1));
        double[] site = domino(INFUSION).site();
        int peak = highest(site);
        assertThat(60 * HOURS[peak]).isBetween(38.0, 44.0);
        assertThat(effects.systolic(site[peak], typical)).isBetween(14.8, 18.0);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] rises = IntStream.range(0, PEOPLE)
                .mapToDouble(_ -> effects.systolic(200, effects.drawn(random)))
                .toArray();
        // 11.2 in the cohort, where measurement adds to it
        assertThat(deviation(rises)).isBetween(8.0, 11.2);
    }

    /// EV-108: dissociation is gone 80 minutes after an infusion (Singh 2016), but its peak is
    /// about twice the mean CADSS of 7.7 seen in mood disorders (van Schalkwyk 2018).
    @Test
    void dissociationPassesInTimeAndPeaksTooHigh() {
        EffectModel effects = effects().equations();
        double[] site = domino(INFUSION).site();
        EffectModel.Person typical = EffectModel.Person.TYPICAL;
        int after = (int) Math.round((40 + 80) / 60.0 / STEP);
        assertThat(effects.dissociation(site[after], 1, typical)).isLessThan(4);
        SplittableRandom random = new SplittableRandom(SEED);
        double mean = IntStream.range(0, PEOPLE)
                .mapToDouble(n -> {
                    EffectModel.Person person = effects.drawn(random);
                    return effects.dissociation(site[highest(site)], 1 + n % 6, person);
                })
                .average()
                .orElseThrow();
        assertThat(mean / 7.7).isBetween(1.5, 2.5);
    }

    @Test
    void everyEffectIsShownAsUnverified() {
        assertThat(effects().figures().weakest()).isEqualTo(EvidenceTag.P);
        assertThat(effects().unverified()).hasSize(11).allMatch(name -> name.endsWith(" (P)"));
        assertThat(Catalogue.shipped().effects("esketamine")).isEmpty();
    }

    private static AcuteEffects effects() {
        return Catalogue.shipped().effects("ketamine").orElseThrow();
    }

    private static Levels domino(GivenDose dose) {
        var model = Catalogue.shipped().model("ketamine.domino1984").orElseThrow();
        double delay = effects().equations().delay();
        return model.equations().levels(70, List.of(dose), HOURS, delay);
    }

    private static List<HepatoPortal> people() {
        var model = Catalogue.shipped().model("esketamine.perez-ruixo2021").orElseThrow();
        HepatoPortal typical = (HepatoPortal) model.equations();
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> typical.drawn(random)).limit(PEOPLE).toList();
    }

    /// Coefficient of variation, in percent.
    private static double variation(List<HepatoPortal> people, ToDoubleFunction<HepatoPortal> of) {
        double[] values = people.stream().mapToDouble(of).toArray();
        return 100 * deviation(values) / Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static int highest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}
