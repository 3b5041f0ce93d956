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
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// EV-101 to EV-104: the shipped models of drugs in plasma give the check values that were
/// worked out apart from this program (35 mg over 40 minutes at 70 kg where nothing else
/// is said). Where they do not agree with people, that is checked too.
class PharmacokineticEvidenceTest {
    private static final String PEREZ_RUIXO =
            "Perez-Ruixo 2021 (doi 10.1007/s40262-020-00953-4), check values worked out apart";
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

    @Test
    void theLedgerHasTheSameFigures() {
        Checks domino = new Checks("ketamine.domino1984");
        double[] minutes = {10, 20, 40, 60, 80, 120, 240};
        double[] printed = {181.8, 209.6, 240.0, 55.1, 45.8, 35.8, 17.3};
        for (int i = 0; i < minutes.length; i++) {
            domino.add("ng/mL at %.0f min".formatted(minutes[i]), printed[i], minutes[i]);
        }
        Ledger.here()
                .keep(claim(
                                "EV-101",
                                "The three compartments of racemic ketamine give their check"
                                        + " values: 35 mg over 40 minutes at 70 kg.",
                                "dominoAgrees")
                        .from("check values worked out apart from this program, by Domino's rates")
                        .with(domino.table())
                        .worse(List.of("The peak is a third above the 185 ng/mL that were measured"
                                + " (Zarate 2006).")));
        Checks kamp = new Checks("ketamine.kamp2020");
        kamp.add("ng/mL at 40 min", 125.3, 40);
        kamp.add("ng/mL at 80 min", 101.7, 80);
        kamp.add("ng/mL at 240 min", 44.1, 240);
        Ledger.here()
                .keep(claim(
                                "EV-102",
                                "The one-compartment reading of the meta-analysis gives its"
                                        + " check values: 35 mg over 40 minutes at 70 kg.",
                                "kampAgrees")
                        .from("Kamp 2020 (doi 10.1097/ALN.0000000000003577)")
                        .with(kamp.table())
                        .worse(List.of("The peak is a third below the 185 ng/mL that were measured"
                                + " (Zarate 2006).")));
    }

    /// Check values beside what is found.
    private static final class Checks {
        private final String id;
        private final List<List<String>> rows = new ArrayList<>();

        Checks(String id) {
            this.id = id;
        }

        void add(String name, double printed, double minutes) {
            rows.add(List.of(name, String.valueOf(printed), figure(at(id, minutes))));
        }

        Claim.Table table() {
            return new Claim.Table(List.of("figure", "expected", "found"), rows);
        }
    }

    private static Claim claim(String id, String sentence, String method) {
        return Claim.of(id, Section.EXPOSURE, sentence, "PharmacokineticEvidenceTest#" + method);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
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
        Ledger.here()
                .keep(claim(
                                "EV-103",
                                "The esketamine model gives its check values into a vein and"
                                        + " in the liver.",
                                "perezRuixoAgreesIntoAVeinAndInTheLiver")
                        .from(PEREZ_RUIXO)
                        .with(new Claim.Table(
                                List.of("figure", "expected", "found"),
                                List.of(
                                        List.of(
                                                "peak of 28 mg over 40 minutes, ng/mL",
                                                "99.9",
                                                figure(levels(esketamine(), infusion, HOURS)
                                                        .drug()[0])),
                                        List.of(
                                                "taken out by the liver, %",
                                                "72.2",
                                                figure(100 * esketamine().extraction())),
                                        List.of(
                                                "clearance, L/h",
                                                "109 (114 in the abstract)",
                                                figure(151 * esketamine().extraction())),
                                        List.of(
                                                "oral bioavailability, %",
                                                "17.8 (18.6 in the abstract)",
                                                figure(100
                                                        * esketamine().oralBioavailability()))))));
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
        NASAL.put(
                devices,
                List.of(
                        28 * devices + " mg",
                        expected[2] + " / " + figure(peak(drug)),
                        expected[3] + " / " + figure(area(drug)),
                        expected[4] + " / " + figure(peak(metabolite))));
    }

    private static final Map<Integer, List<String>> NASAL = new TreeMap<>();

    @AfterAll
    static void keepNasal() {
        Ledger.here()
                .keep(claim(
                                "EV-104",
                                "The esketamine model gives its check values by nose.",
                                "perezRuixoAgreesByNose")
                        .from(PEREZ_RUIXO)
                        .with(new Claim.Table(
                                List.of(
                                        "dose",
                                        "peak, ng/mL, expected / found",
                                        "area to 24 h, ng·h/mL, expected / found",
                                        "peak of noresketamine, ng/mL, expected / found"),
                                List.copyOf(NASAL.values())))
                        .worse(List.of("The area of noresketamine is known to be too high by 1.4 in"
                                + " the library the figures were read from.")));
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
