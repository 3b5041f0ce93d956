package org.evenkeel.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.protocol.RandomProtocols.cited;
import static org.evenkeel.core.protocol.RandomProtocols.mg;
import static org.evenkeel.core.protocol.RandomProtocols.window;

import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.DoseRule.Device;
import org.evenkeel.core.protocol.Maintenance.MiniSeries;
import org.evenkeel.core.protocol.Use.Why;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The smaller rules of a protocol, one table or sentence each.
final class ProtocolRulesTest {
    /// 0.5 mg/kg, at most 1.0 mg/kg and 60 mg, dosed by at most 100 kg, in steps of 0.5 mg.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weight | choices    | most
            50     | 25 50      | 50
            80     | 40 60      | 60
            100    | 50 60      | 60
            120    | 50 60      | 60
            """, useHeadersInDisplayName = true)
    void everyCapHoldsForEveryChoice(String weight, String choices, String most) {
        Protocol protocol = protocol(new Use.Enrol(), Agent.KETAMINE, capped(), Supervised.RULES);
        Body body = new Body(
                Optional.of(new Kg(new BigDecimal(weight))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(Dosing.choices(protocol, body).stream()
                        .map(each -> each.value().stripTrailingZeros().toPlainString()))
                .containsExactly(choices.split(" "));
        assertThat(Dosing.most(protocol, body).orElseThrow().value()).isEqualByComparingTo(most);
    }

    @Test
    void thereIsNoChoiceForThoseTheProtocolDoesNotHoldFor() {
        Protocol protocol = protocol(new Use.Enrol(), Agent.KETAMINE, capped(), Supervised.RULES);
        Body child = new Body(
                Optional.of(new Kg(new BigDecimal(50))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(17));
        assertThat(Dosing.choices(protocol, child)).isEmpty();
        assertThat(Dosing.choices(protocol, Body.UNKNOWN)).isEmpty();
        assertThat(Dosing.most(protocol, Body.UNKNOWN)).isEmpty();
    }

    @Test
    void midazolamAndProtocolsWithoutSupervisionAreForReferenceOnly() {
        assertThatThrownBy(() ->
                        protocol(new Use.Enrol(), Agent.MIDAZOLAM, capped(), Supervised.RULES))
                .hasMessage("test: midazolam is no treatment here, so the protocol can only be"
                        + " for reference");
        assertThatThrownBy(
                        () -> protocol(new Use.Enrol(), Agent.KETAMINE, capped(), Supervision.NONE))
                .hasMessageContaining("must say how patients are observed");
        Use reference = new Use.Reference(Why.COMPARISON_ARM, "a control");
        Protocol control = protocol(reference, Agent.MIDAZOLAM, capped(), Supervision.NONE);
        assertThat(control.mayEnrol()).isFalse();
        assertThat(control.whyNotEnrol()).contains("test is for reference only: a control");
        assertThat(Drug.values()).noneMatch(Agent.MIDAZOLAM::is);
    }

    @ParameterizedTest
    @CsvSource({
        "START,          0 56,  0 56",
        "EACH_VISIT,     0,     0 7 21 49",
        "EACH_VISIT,     -1,    -1 6 20 48",
        "LAST_INDUCTION, 3,     10",
        "REPEATED,       28,    0 28 56"
    })
    void assessmentsAreDue(Assessment.Anchor anchor, String offsets, String due) {
        Assessment assessment =
                new Assessment(new InstrumentId("phq-9"), anchor, cited(numbers(offsets)));
        Protocol protocol = protocol(new Use.Enrol(), Agent.KETAMINE, capped(), Supervised.RULES);
        assertThat(assessment.due(protocol, List.of(0, 7, 21, 49), 60)).isEqualTo(numbers(due));
    }

    @Test
    void aRepeatedScaleHasOneCadence() {
        InstrumentId any = new InstrumentId("phq-9");
        assertThatThrownBy(() ->
                        new Assessment(any, Assessment.Anchor.REPEATED, cited(List.of(7, 14))))
                .hasMessageContaining("got [7, 14]");
        assertThatThrownBy(() -> new Assessment(any, Assessment.Anchor.REPEATED, cited(List.of(0))))
                .hasMessageContaining("got [0]");
    }

    @ParameterizedTest
    @CsvSource({"28, 21", "84, 63", "9, 7", "200, 84"})
    void afterAMiniSeriesTheIntervalIsAQuarterShorterWithinItsBounds(int stable, int next) {
        MiniSeries mini = new MiniSeries(cited(2), cited(1), cited(4), cited(0.25));
        IntervalBounds bounds = new IntervalBounds(cited(7), cited(84), Optional.empty());
        assertThat(mini.intervalAfter(stable, bounds)).isEqualTo(next);
    }

    @Test
    void stepsAreWholeDevicesAndAscend() {
        Device device = new Device(cited(mg("28")), cited(2), cited(5));
        assertThat(device.count(mg("84"))).isEqualTo(3);
        assertThatThrownBy(() -> fixed(device, "28", "50"))
                .hasMessageContaining("whole number of devices of 28 mg, got 50 mg");
        assertThatThrownBy(() -> fixed(device, "56", "28"))
                .hasMessageContaining("steps must ascend, got 56 mg before 28 mg");
    }

    private static DoseRule fixed(Device device, String... steps) {
        List<Mg> amounts = List.of(steps).stream().map(RandomProtocols::mg).toList();
        return new DoseRule.Fixed(
                cited(amounts),
                cited(amounts.getFirst()),
                Optional.empty(),
                Optional.of(device),
                Optional.empty());
    }

    @Test
    void stepsOfATitrationStayBetweenLeastAndCap() {
        assertThatThrownBy(() -> byWeight("0.5", "0.4"))
                .hasMessage("the least dose must not be above a step, got 0.5 above 0.4");
        assertThatThrownBy(() -> byWeight("0.5", "1.1"))
                .hasMessage("a step must not be above the cap, got 1.1 above 1.0");
        assertThatThrownBy(() -> byWeight("0.6", "0.7"))
                .hasMessage("the least dose must not be above it, got 0.6 above 0.5");
    }

    private static DoseRule byWeight(String least, String step) {
        return new DoseRule.ByWeight(
                cited(perKg("0.5")),
                cited(perKg("1.0")),
                Optional.of(cited(perKg(least))),
                Optional.empty(),
                new WeightRule.Actual(),
                cited(new Kg(BigDecimal.ONE)),
                cited(new Kg(new BigDecimal(250))),
                cited(mg("0.5")),
                Optional.of(new Titration(
                        List.of(perKg(step)), new Trigger.ByPrescriber(), cited("test"))));
    }

    private static DoseRule capped() {
        return new DoseRule.ByWeight(
                cited(perKg("0.5")),
                cited(perKg("1.0")),
                Optional.empty(),
                Optional.of(cited(mg("60"))),
                new WeightRule.Capped(cited(new Kg(new BigDecimal(100)))),
                cited(new Kg(new BigDecimal(30))),
                cited(new Kg(new BigDecimal(250))),
                cited(mg("0.5")),
                Optional.of(new Titration(List.of(), new Trigger.ByPrescriber(), cited("test"))));
    }

    private static Protocol protocol(Use use, Agent agent, DoseRule dose, Supervision rules) {
        return new Protocol(
                new ProtocolId("test"),
                "1",
                "test",
                use,
                agent,
                Route.IV,
                Supervised.STANDING,
                cited(18),
                dose,
                Optional.empty(),
                List.of(new Series(Phase.INDUCTION, List.of(0, 7), window(0, 0), cited("test"))),
                Optional.empty(),
                Optional.of(Supervised.OBSERVATION),
                rules,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static MgPerKg perKg(String value) {
        return new MgPerKg(new BigDecimal(value));
    }

    private static List<Integer> numbers(String words) {
        return List.of(words.strip().split(" ")).stream().map(Integer::valueOf).toList();
    }
}
