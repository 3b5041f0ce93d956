package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.pharmacokinetics.HepatoPortal;
import org.evenkeel.core.pharmacokinetics.Levels;
import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// EV-101 to EV-104: the shipped models of drugs in plasma give the check values that were
/// worked out apart from this program (35 mg over 40 minutes at 70 kg where nothing else
/// is said). Where they do not agree with people, that is checked too.
class PharmacokineticEvidenceTest {
    private static final double HOURS = 40 / 60.0;
    private static final double STEP = 0.01;
    private static final double[] DAY =
            IntStream.rangeClosed(0, 2_400).mapToDouble(i -> i * STEP).toArray();

    /// EV-101. The printed 240.0 at 40 minutes is 240.3 here, 0.14 % more; the others
    /// agree as far as they are printed.
    @ParameterizedTest(name = "Domino at {0} min")
    @CsvSource({
        "10, 181.8, 0.05",
        "20, 209.6, 0.05",
        "40, 240.0, 0.4",
        "60, 55.1, 0.05",
        "80, 45.8, 0.05",
        "120, 35.8, 0.05",
        "240, 17.3, 0.05"
    })
    void dominoAgrees(double minutes, double expected, double tolerance) {
        assertThat(at("ketamine.domino1984", minutes)).isCloseTo(expected, within(tolerance));
    }

    /// EV-102. One compartment: the peak is a third below the 185 ng/mL that were measured
    /// (Zarate 2006), and that of Domino's three is a third above.
    @ParameterizedTest(name = "Kamp at {0} min")
    @CsvSource({"40, 125.3", "80, 101.7", "240, 44.1"})
    void kampAgrees(double minutes, double expected) {
        assertThat(at("ketamine.kamp2020", minutes)).isCloseTo(expected, within(0.06));
    }

    @Test
    void neitherModelOfRacemicKetamineMeetsTheMeasuredPeak() {
        double measured = 185;
        assertThat(at("ketamine.kamp2020", 40) / measured).isBetween(0.65, 0.70);
        assertThat(at("ketamine.domino1984", 40) / measured).isBetween(1.25, 1.35);
    }

    /// EV-103.
    @Test
    void perezRuixoAgreesIntoAVeinAndInTheLiver() {
        GivenDose infusion = new GivenDose(0, Route.IV, 28, HOURS);
        assertThat(levels(esketamine(), infusion, HOURS).drug()[0]).isCloseTo(99.9, within(0.05));
        assertThat(esketamine().extraction()).isCloseTo(0.722, within(0.0005));
        assertThat(151 * esketamine().extraction()).isCloseTo(109, within(0.05));
        assertThat(esketamine().oralBioavailability()).isCloseTo(0.178, within(0.0005));
    }

    /// EV-104. The metabolite's peak is the library's; its area is known to be too high
    /// there.
    @ParameterizedTest(name = "{0} nasal devices")
    @CsvSource({
        "1, 0.540 0.622 43.9 147 59",
        "2, 0.437 0.538 73.0 254 120",
        "3, 0.403 0.509 102.2 361 181"
    })
    void perezRuixoAgreesByNose(int devices, String figures) {
        double[] expected = Arrays.stream(figures.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        GivenDose spray = new GivenDose(0, Route.IN, 28 * devices, 0);
        double[] drug = levels(esketamine(), spray, DAY).drug();
        double[] metabolite = levels(esketamine(), spray, DAY).metabolite();
        assertThat(esketamine().nasal().share(devices)).isCloseTo(expected[0], within(0.0005));
        assertThat(esketamine().nasalBioavailability(devices))
                .isCloseTo(expected[1], within(0.0006));
        assertThat(peak(drug)).isCloseTo(expected[2], within(0.06));
        assertThat(hourOfPeak(drug)).isCloseTo(0.6, within(0.07));
        assertThat(area(drug)).isCloseTo(expected[3], within(0.5));
        assertThat(peak(metabolite)).isCloseTo(expected[4], within(0.5));
        assertThat(hourOfPeak(metabolite)).isCloseTo(1.6, within(0.06));
    }

    @Test
    void whatIsAbsorbedLeavesByTheClearance() {
        double[] hours =
                IntStream.rangeClosed(0, 60_000).mapToDouble(i -> i * STEP).toArray();
        double clearance = 151 * esketamine().extraction();
        GivenDose drink = new GivenDose(0, Route.PO, 100, 0);
        double swallowed = area(levels(esketamine(), drink, hours).drug());
        double expected = 100_000 * esketamine().oralBioavailability() / clearance;
        assertThat(swallowed).isCloseTo(expected, withinPercentage(0.05));
    }

    @Test
    void weakFiguresAreShownAsSuch() {
        // Figures of other routes are our own in part; into a vein they are not.
        assertThat(model("ketamine.domino1984").weakest()).isEqualTo(EvidenceTag.P);
        assertThat(model("ketamine.domino1984").unverified(Set.of(Route.IV)))
                .containsExactly(
                        "centralVolume (K)", "k10 (K)", "k12 (K)", "k21 (K)", "k13 (K)", "k31 (K)");
        assertThat(model("ketamine.domino1984").unverified(Set.of(Route.SL, Route.SC)))
                .endsWith("k31 (K)", "SC.share (P)", "SC.peak (P)");
        assertThat(model("esketamine.perez-ruixo2021").weakest()).isEqualTo(EvidenceTag.S);
        assertThat(Catalogue.shipped().modelIds())
                .allSatisfy(id -> assertThat(model(id).caveats()).isNotEmpty())
                .allSatisfy(id -> assertThat(model(id).id()).isEqualTo(id));
        assertThat(Catalogue.shipped().model("ketamine.nobody1900")).isEmpty();
    }

    private static double at(String id, double minutes) {
        GivenDose infusion = new GivenDose(0, Route.IV, 35, HOURS);
        return levels(model(id).equations(), infusion, minutes / 60).drug()[0];
    }

    private static Levels levels(PublishedModel model, GivenDose dose, double... hours) {
        return model.levels(70, List.of(dose), hours, 0);
    }

    private static HepatoPortal esketamine() {
        return (HepatoPortal) model("esketamine.perez-ruixo2021").equations();
    }

    private static PharmacokineticModel model(String id) {
        return Catalogue.shipped().model(id).orElseThrow();
    }

    private static double peak(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double hourOfPeak(double[] values) {
        double peak = peak(values);
        return STEP
                * IntStream.range(0, values.length)
                        .filter(i -> values[i] == peak)
                        .findFirst()
                        .orElseThrow();
    }

    private static double area(double[] values) {
        double ends = (values[0] + values[values.length - 1]) / 2;
        return STEP * (Arrays.stream(values).sum() - ends);
    }
}
