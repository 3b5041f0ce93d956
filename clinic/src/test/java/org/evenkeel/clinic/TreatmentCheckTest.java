package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.treatment.TreatmentCheck;
import org.evenkeel.clinic.treatment.TreatmentCheck.Stop;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.safety.UnitSlips;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.core.units.Sex;
import org.evenkeel.knowledge.Catalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What must not be recorded, by the rules that ship: caps by the weight a rule goes by, and of a
/// day's parts together.
class TreatmentCheckTest {
    private static final Protocol IDEAL = protocol("ketamine-iv.messer2010");
    private static final Protocol SCALE = protocol("ketamine-iv.murrough2013");
    private static final Protocol MUSCLE = protocol("ketamine-im.kap");

    /// 160 cm: ideal weight 52.4 kg, whatever she weighs.
    private static final Body WOMAN = new Body(
            Optional.empty(),
            Optional.of(new Cm(new BigDecimal("160"))),
            Optional.of(Sex.FEMALE),
            Optional.of(40));

    @ParameterizedTest
    @CsvSource({
        "26, 120, ''",
        "52, 120, ''",
        "60, 120, 60 mg is above the 52.38 mg that the protocol gives at most.",
        "120, 120, 120 mg is above the 52.38 mg that the protocol gives at most.",
        "60, , 60 mg is above the 52.38 mg that the protocol gives at most."
    })
    void theCapOfARuleByIdealWeightGoesByIdealWeight(String mg, @Nullable String kg, String stop) {
        assertThat(sentences(check(IDEAL, WOMAN, given(IDEAL, 0, mg, kg))))
                .isEqualTo(stop.isEmpty() ? List.of() : List.of(stop));
    }

    @Test
    void aCapThatCannotBeCheckedIsAskedAbout() {
        Administration given = given(IDEAL, 0, "26", "120");
        Administration before = given(IDEAL, -7, "26", "120");

        assertThat(check(IDEAL, Body.UNKNOWN, given, before).asks())
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly("The protocol's cap for this patient was not checked: the dose is"
                        + " by ideal weight and needs height and sex. Is the dose right?");
        assertThat(check(IDEAL, WOMAN, given, before).asks()).isEmpty();
    }

    @Test
    void aFirstDoseByIdealWeightIsComparedWithWhatTheRuleStartsWith() {
        assertThat(check(IDEAL, WOMAN, given(IDEAL, 0, "26", "120")).asks()).isEmpty();
        assertThat(check(IDEAL, WOMAN, given(IDEAL, 0, "50", "120")).asks())
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly(
                        "50 mg where the protocol would start with 26 mg: is the unit right?");
    }

    /// HZ-19.
    @Test
    void theCapHoldsForTheSumOfADay() {
        Administration first = given(MUSCLE, 0, "60", "80");

        assertThat(sentences(check(MUSCLE, WOMAN, given(MUSCLE, 0, "40", "80"), first)))
                .containsExactly("With what is recorded of that day it makes 1.25 mg/kg; the cap is"
                        + " 1 mg/kg. Check dose and weight.");
        assertThat(sentences(check(MUSCLE, WOMAN, given(MUSCLE, 0, "40", null), first)))
                .hasSize(1);
        assertThat(sentences(check(MUSCLE, WOMAN, given(MUSCLE, 0, "20", "80"), first)))
                .isEmpty();
        assertThat(sentences(check(MUSCLE, WOMAN, given(MUSCLE, 7, "40", "80"), first)))
                .isEmpty();
        assertThat(sentences(check(MUSCLE, WOMAN, perKg(MUSCLE, "0.5"), first))).hasSize(1);
    }

    @Test
    void partsThatMakeExactlyTheCapDoNotPassIt() {
        Protocol scale = protocol("ketamine-iv.taylor2018");

        assertThat(sentences(
                        check(scale, WOMAN, given(scale, 0, "16", "66"), perKg(scale, "0.25758"))))
                .isEmpty();
        assertThat(sentences(check(
                        scale, WOMAN, given(scale, 0, "16.1", "66"), perKg(scale, "0.25758"))))
                .hasSize(1);
    }

    @Test
    void aPartOfTheDayWhoseDoseIsNotKnownIsAskedAbout() {
        Administration unknown = given(MUSCLE, 0, null, null);

        assertThat(check(MUSCLE, WOMAN, given(MUSCLE, 0, "24", "80"), unknown).asks())
                .extracting(UnitSlips.Slip::sentence)
                .containsExactly("The dose of another treatment of that day is not known: the cap"
                        + " was not checked for both together. Is the dose right?");
    }

    @Test
    void devicesOfADayCountTogether() {
        Protocol spray = protocol("esketamine-in.us-label");
        Administration first = given(spray, 0, "84", null);

        assertThat(sentences(check(spray, WOMAN, given(spray, 0, "56", null), first)))
                .containsExactly("With what is recorded of that day it makes 140 mg: above the 84"
                        + " mg that the protocol gives at most.");
        Administration half = given(spray, 0, "56", null);
        assertThat(sentences(check(spray, WOMAN, given(spray, 0, "28", null), half)))
                .isEmpty();
    }

    /// A patient of 70 on the spray whose own protocol is another: 28 mg is what the label gives.
    @Test
    void outsideTheOwnProtocolOnlyWhatEveryRuleStopsIsStopped() {
        Protocol spray = protocol("esketamine-in.us-label");

        assertThat(sentences(check(SCALE, WOMAN, given(spray, 0, "28", null)))).isEmpty();
        assertThat(sentences(check(SCALE, WOMAN, given(spray, 0, "30", null)))).hasSize(1);
    }

    private static List<String> sentences(TreatmentCheck check) {
        return check.stops(Optional.empty()).stream().map(Stop::sentence).toList();
    }

    private static TreatmentCheck check(
            Protocol own, Body body, Administration given, Administration... before) {
        return new TreatmentCheck(
                own,
                Catalogue.shipped().protocols(),
                given,
                new TreatmentCheck.Subject(body, Stream.of(before).toList()),
                Catalogue.shipped().exposureLimits());
    }

    private static Administration given(
            Protocol protocol, int day, @Nullable String mg, @Nullable String kg) {
        return new Administration(
                day,
                protocol.agent().drug().orElseThrow(),
                protocol.route(),
                Optional.ofNullable(mg).map(BigDecimal::new).map(Mg::new),
                Optional.ofNullable(kg).map(BigDecimal::new).map(Kg::new),
                Optional.empty());
    }

    private static Administration perKg(Protocol protocol, String value) {
        return Administration.perKg(
                0,
                protocol.agent().drug().orElseThrow(),
                protocol.route(),
                new MgPerKg(new BigDecimal(value)));
    }

    private static Protocol protocol(String id) {
        return Catalogue.shipped().protocol(new ProtocolId(id)).orElseThrow();
    }
}
