package org.evenkeel.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Device;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.DoseRule.Older;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.core.units.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a dose rule gives at its limits, beside them and beyond.
final class DosingTest {
    private static final WeightRule.Ideal IDEAL = new WeightRule.Ideal(
            cited(kg("50")),
            cited(kg("45.5")),
            cited(kg("2.3")),
            cited(new Cm(new BigDecimal("152.4"))),
            cited(new Cm(new BigDecimal("220"))));

    @ParameterizedTest
    @CsvSource({
        "70, 35.0",
        "70.4, 35.0",
        "70.5, 35.5",
        "30, 15.0",
        "250, 125.0",
        "29.9, 'the dose rule holds from 30 to 250 kg, got 29.9 kg'",
        "250.1, 'the dose rule holds from 30 to 250 kg, got 250.1 kg'",
    })
    void byTheWeightOnTheScale(String weight, String dose) {
        assertThat(dose(byWeight("0.5", "1.0"), weighing(weight))).isEqualTo(dose);
    }

    @Test
    void withoutAWeightThereIsNoDose() {
        assertThat(dose(byWeight("0.5", "1.0"), Body.UNKNOWN))
                .isEqualTo("the dose needs the weight");
        assertThat(dose(capped("60"), Body.UNKNOWN)).isEqualTo("the dose needs the weight");
        assertThat(Dosing.most(protocol(byWeight("0.5", "1.0")), Body.UNKNOWN)).isEmpty();
    }

    @Test
    void aDoseBelowWhatCanBeDrawnUpIsNone() {
        assertThat(dose(byWeight("0.001", "1.0"), weighing("70")))
                .isEqualTo("the dose is less than the 0.5 mg it is rounded to");
    }

    @Test
    void roundingNeverGoesAboveTheCap() {
        // 0.5 mg/kg of 70.7 kg are 35.35 mg: the nearest is 35.5, the cap allows 35
        assertThat(dose(byWeight("0.5", "0.5"), weighing("70.7"))).isEqualTo("35.0");
    }

    @ParameterizedTest
    @CsvSource({"59, 29.5", "60, 30.0", "61, 30.0", "120, 30.0"})
    void aCappedWeightCountsUpToItsCap(String weight, String dose) {
        assertThat(dose(capped("60"), weighing(weight))).isEqualTo(dose);
    }

    @ParameterizedTest
    @CsvSource({
        "MALE, 177.8, 36.5",
        "FEMALE, 165.1, 28.5",
        "MALE, 152.4, 25.0",
        "FEMALE, 220, 53.5",
        "MALE, 152.3, 'ideal weight holds from 152.4 to 220 cm, got 152.3 cm'",
        "MALE, 220.1, 'ideal weight holds from 152.4 to 220 cm, got 220.1 cm'",
    })
    void byIdealWeight(Sex sex, String height, String dose) {
        assertThat(dose(
                        byWeight("0.5", "1.0", IDEAL),
                        new Body(
                                Optional.of(kg("200")),
                                Optional.of(new Cm(new BigDecimal(height))),
                                Optional.of(sex),
                                Optional.empty())))
                .isEqualTo(dose);
    }

    @Test
    void idealWeightNeedsHeightAndSex() {
        Body tall = new Body(
                Optional.empty(),
                Optional.of(new Cm(new BigDecimal("180"))),
                Optional.empty(),
                Optional.empty());

        assertThat(dose(byWeight("0.5", "1.0", IDEAL), tall))
                .isEqualTo("the dose is by ideal weight and needs height and sex");
        assertThat(dose(byWeight("0.5", "1.0", IDEAL), weighing("70")))
                .isEqualTo("the dose is by ideal weight and needs height and sex");
    }

    @ParameterizedTest
    @CsvSource({"17, 'test holds from 18 years of age, got 17'", "18, 35.0", "40, 35.0"})
    void nobodyYoungerThanTheProtocolHasADose(int age, String dose) {
        Body body = new Body(
                Optional.of(kg("70")), Optional.empty(), Optional.empty(), Optional.of(age));

        assertThat(dose(byWeight("0.5", "1.0"), body)).isEqualTo(dose);
        assertThat(Dosing.choices(protocol(byWeight("0.5", "1.0")), body).isEmpty())
                .isEqualTo(age < 18);
    }

    @ParameterizedTest
    @CsvSource({"64, true, 56", "65, true, 28", "66, true, 28"})
    void olderPeopleStartLower(int age, boolean first, String dose) {
        Dose.Amount amount = (Dose.Amount) Dosing.dose(protocol(ladder()), aged(age), first);

        assertThat(amount.amount().value()).isEqualTo(dose);
        assertThat(amount.note()).isEmpty();
    }

    @Test
    void afterTheFirstVisitThePrescriberChooses() {
        Dose.Amount young = (Dose.Amount) Dosing.dose(protocol(ladder()), aged(40), false);
        Dose.Amount old = (Dose.Amount) Dosing.dose(protocol(ladder()), aged(70), false);
        Dose.Amount only = (Dose.Amount) Dosing.dose(
                protocol(fixed(List.of("10"), "10", Optional.empty())), Body.UNKNOWN, false);

        assertThat(young.note()).contains("56 or 84 mg by the prescriber");
        assertThat(old.note()).contains("28 or 56 or 84 mg by the prescriber");
        assertThat(only.note()).isEmpty();
    }

    @Test
    void aRuleForOlderPeopleNeedsTheAge() {
        assertThat(dose(ladder(), Body.UNKNOWN)).isEqualTo("the dose needs the age");
        assertThat(dose(fixed(List.of("28", "56"), "28", Optional.empty()), Body.UNKNOWN))
                .isEqualTo("28");
    }

    @Test
    void theMostIsTheCapOrTheAmountWhicheverIsLess() {
        ByWeight rule = new ByWeight(
                cited(perKg("0.5")),
                cited(perKg("1.0")),
                Optional.empty(),
                Optional.of(cited(mg("80"))),
                new WeightRule.Actual(),
                cited(kg("30")),
                cited(kg("250")),
                cited(mg("0.5")),
                Optional.empty());

        assertThat(most(rule, "70")).isEqualTo("70.0");
        assertThat(most(rule, "100")).isEqualTo("80");
        assertThat(most(ladder(), "70")).isEqualTo("84");
    }

    @Test
    void choicesAreTheFirstDoseAndTheSteps() {
        assertThat(choices(byWeight("0.5", "1.0"))).containsExactly("35.0");
        assertThat(choices(titrated(Optional.empty(), "0.6", "0.75", "0.9")))
                .containsExactly("35.0", "42.0", "52.5", "63.0");
        assertThat(choices(titrated(Optional.of("0.25")))).containsExactly("17.5", "35.0", "70.0");
        assertThat(choices(ladder())).containsExactly("28", "56", "84");
        assertThat(Dosing.choices(protocol(byWeight("0.5", "1.0")), Body.UNKNOWN))
                .isEmpty();
    }

    @Test
    void aRuleByWeightIsRefusedOutOfOrder() {
        refused(() -> byWeight("1.1", "1.0"), "the dose must not be above its cap");
        refused(() -> titrated(Optional.of("0.6")), "the least dose must not be above it");
        refused(() -> titrated(Optional.empty(), "0.6", "1.1"), "a step must not be above the cap");
        refused(
                () -> titrated(Optional.of("0.4"), "0.3", "0.6"),
                "the least dose must not be above a step");
        refused(
                () -> new ByWeight(
                        cited(perKg("0.5")),
                        cited(perKg("1.0")),
                        Optional.empty(),
                        Optional.empty(),
                        new WeightRule.Actual(),
                        cited(kg("80")),
                        cited(kg("79")),
                        cited(mg("0.5")),
                        Optional.empty()),
                "the range of weights must rise, got 80 to 79");
        assertThat(byWeight("1.0", "1.0").cap().value()).isEqualTo(perKg("1.0"));
        assertThat(new ByWeight(
                                cited(perKg("0.5")),
                                cited(perKg("1.0")),
                                Optional.empty(),
                                Optional.empty(),
                                new WeightRule.Actual(),
                                cited(kg("80")),
                                cited(kg("80")),
                                cited(mg("0.5")),
                                Optional.empty())
                        .lightest()
                        .value())
                .isEqualTo(kg("80"));
    }

    @Test
    void aLadderIsRefusedOutOfOrder() {
        refused(
                () -> fixed(List.of("56", "28"), "28", Optional.empty()),
                "steps must ascend, got 56 mg before 28 mg");
        refused(
                () -> fixed(List.of("28", "28"), "28", Optional.empty()),
                "steps must ascend, got 28 mg before 28 mg");
        refused(
                () -> fixed(List.of("28", "56"), "30", Optional.empty()),
                "a first amount must be one of the steps, got 30 mg");
        refused(
                () -> new Fixed(
                        cited(mgs(List.of("28", "56"))),
                        cited(mg("28")),
                        Optional.of(new Older(cited(65), cited(mg("14")))),
                        Optional.empty(),
                        Optional.empty()),
                "a first amount must be one of the steps, got 14 mg");
        refused(
                () -> fixed(List.of("28", "60"), "28", Optional.of(device())),
                "a step must be a whole number of devices of 28 mg, got 60 mg");
        refused(
                () -> new Fixed(
                        cited(mgs(List.of("28"))),
                        cited(mg("28")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(titration("0.5"))),
                "a fixed dose has steps in mg, not steps per kilogram");
        assertThat(new Fixed(
                                cited(mgs(List.of("28"))),
                                cited(mg("28")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(titration()))
                        .titration())
                .isPresent();
    }

    @Test
    void anAmountIsAWholeNumberOfDevices() {
        Fixed rule = fixed(List.of("28", "56", "84"), "56", Optional.of(device()));

        assertThat(rule.device().orElseThrow().count(mg("84"))).isEqualTo(3);
        assertThat(rule.device().orElseThrow().count(mg("28"))).isEqualTo(1);
    }

    private static void refused(ThrowingCallable making, String words) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageStartingWith(words);
    }

    private static String dose(DoseRule rule, Body body) {
        return switch (Dosing.dose(protocol(rule), body, true)) {
            case Dose.Amount amount -> amount.amount().value().toPlainString();
            case Dose.Unknown unknown -> unknown.reason();
        };
    }

    private static String most(DoseRule rule, String weight) {
        return Dosing.most(protocol(rule), weighing(weight))
                .orElseThrow()
                .value()
                .toPlainString();
    }

    private static List<String> choices(DoseRule rule) {
        return Dosing.choices(protocol(rule), weighing("70")).stream()
                .map(amount -> amount.value().toPlainString())
                .toList();
    }

    private static ByWeight byWeight(String perKg, String cap) {
        return byWeight(perKg, cap, new WeightRule.Actual());
    }

    private static ByWeight capped(String most) {
        return byWeight("0.5", "1.0", new WeightRule.Capped(cited(kg(most))));
    }

    private static ByWeight byWeight(String perKg, String cap, WeightRule weight) {
        return new ByWeight(
                cited(perKg(perKg)),
                cited(perKg(cap)),
                Optional.empty(),
                Optional.empty(),
                weight,
                cited(kg("30")),
                cited(kg("250")),
                cited(mg("0.5")),
                Optional.empty());
    }

    private static ByWeight titrated(Optional<String> least, String... steps) {
        return new ByWeight(
                cited(perKg("0.5")),
                cited(perKg("1.0")),
                least.map(low -> cited(perKg(low))),
                Optional.empty(),
                new WeightRule.Actual(),
                cited(kg("30")),
                cited(kg("250")),
                cited(mg("0.5")),
                Optional.of(titration(steps)));
    }

    private static Titration titration(String... steps) {
        return new Titration(
                Arrays.stream(steps).map(DosingTest::perKg).toList(),
                new Trigger.ByPrescriber(),
                cited("words"));
    }

    private static Fixed ladder() {
        return new Fixed(
                cited(mgs(List.of("28", "56", "84"))),
                cited(mg("56")),
                Optional.of(new Older(cited(65), cited(mg("28")))),
                Optional.empty(),
                Optional.empty());
    }

    private static Fixed fixed(List<String> steps, String first, Optional<Device> device) {
        return new Fixed(
                cited(mgs(steps)), cited(mg(first)), Optional.empty(), device, Optional.empty());
    }

    private static Device device() {
        return new Device(cited(mg("28")), cited(2), cited(5));
    }

    private static List<Mg> mgs(List<String> amounts) {
        return amounts.stream().map(DosingTest::mg).toList();
    }

    private static Body weighing(String weight) {
        return new Body(
                Optional.of(kg(weight)), Optional.empty(), Optional.empty(), Optional.of(40));
    }

    private static Body aged(int age) {
        return new Body(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(age));
    }

    private static Protocol protocol(DoseRule rule) {
        Series series = new Series(
                Phase.INDUCTION, List.of(0), new Window(cited(0), cited(0)), cited("words"));
        return new Protocol(
                new ProtocolId("test"),
                "1",
                "test",
                new Use.Enrol(),
                Agent.KETAMINE,
                Route.IV,
                Supervised.STANDING,
                cited(18),
                rule,
                Optional.empty(),
                List.of(series),
                Optional.empty(),
                Optional.of(Supervised.OBSERVATION),
                Supervised.RULES,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static MgPerKg perKg(String value) {
        return new MgPerKg(new BigDecimal(value));
    }

    private static Mg mg(String value) {
        return new Mg(new BigDecimal(value));
    }

    private static Kg kg(String value) {
        return new Kg(new BigDecimal(value));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }
}
