package org.evenkeel.core.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.protocol.RandomProtocols.cited;
import static org.evenkeel.core.protocol.RandomProtocols.mg;
import static org.evenkeel.core.protocol.RandomProtocols.window;

import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a protocol's records refuse.
final class ProtocolTest {
    @Test
    void windowsThatTouchWithinASeries() {
        assertThatThrownBy(() -> series(Phase.INDUCTION, List.of(0, 2), 1, 1))
                .hasMessage("INDUCTION: windows must not touch, got day 0 + 1 and day 2 - 1");
    }

    @Test
    void daysThatDoNotAscend() {
        assertThatThrownBy(() -> series(Phase.INDUCTION, List.of(0, 4, 4), 0, 0))
                .hasMessageContaining("day 4 + 0 and day 4 - 0");
    }

    @Test
    void windowsThatTouchBetweenSeries() {
        Series induction = series(Phase.INDUCTION, List.of(0, 7), 0, 3);
        Series continuation = series(Phase.CONTINUATION, List.of(12), 2, 0);
        assertThatThrownBy(() -> protocol(List.of(induction, continuation), Optional.empty()))
                .hasMessageContaining("day 7 + 3 and day 12 - 2");
    }

    @Test
    void windowsThatTouchBeforeMaintenance() {
        Series induction = series(Phase.INDUCTION, List.of(0, 7), 0, 6);
        assertThatThrownBy(
                        () -> protocol(List.of(induction), Optional.of(maintenance(7, 1, 1, 5, 9))))
                .hasMessageContaining("day 7 + 6 and day 14 - 1");
    }

    @Test
    void aStartWithoutInductionOrAfterDayZero() {
        Series late = series(Phase.INDUCTION, List.of(1), 0, 0);
        Series wrong = series(Phase.CONTINUATION, List.of(0), 0, 0);
        assertThatThrownBy(() -> protocol(List.of(late), Optional.empty()))
                .hasMessageContaining("must begin on day 0, got 1");
        assertThatThrownBy(() -> protocol(List.of(wrong), Optional.empty()))
                .hasMessageContaining("must begin with an induction series");
        assertThatThrownBy(() -> protocol(List.of(), Optional.empty()))
                .hasMessageContaining("must begin with an induction series");
    }

    @Test
    void aUsualIntervalWhoseWindowLeavesTheBounds() {
        assertThatThrownBy(() -> maintenance(21, 3, 3, 19, 24))
                .hasMessageContaining("bounds of 19 to 24 days, got 18 to 24");
        assertThatThrownBy(() -> maintenance(21, 3, 3, 18, 23))
                .hasMessageContaining("bounds of 18 to 23 days, got 18 to 24");
    }

    @Test
    void aDoseAboveItsCap() {
        assertThatThrownBy(() -> new DoseRule.ByWeight(
                        cited(perKg("1.1")),
                        cited(perKg("1.0")),
                        Optional.empty(),
                        Optional.empty(),
                        new WeightRule.Actual(),
                        cited(new Kg(BigDecimal.ONE)),
                        cited(new Kg(BigDecimal.TEN)),
                        cited(mg("0.5")),
                        Optional.empty()))
                .hasMessage("the dose must not be above its cap, got 1.1 above 1.0");
    }

    @Test
    void aFirstAmountThatIsNotAStep() {
        assertThatThrownBy(() -> new DoseRule.Fixed(
                        cited(List.of(mg("28"), mg("56"))),
                        cited(mg("50")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("got 50 mg");
    }

    private static MgPerKg perKg(String value) {
        return new MgPerKg(new BigDecimal(value));
    }

    private static Series series(Phase phase, List<Integer> days, int before, int after) {
        return new Series(phase, days, window(before, after), cited("test"));
    }

    private static Maintenance maintenance(
            int days, int before, int after, int minimum, int maximum) {
        return new Maintenance(
                Optional.of(new Usual(cited(days), window(before, after))),
                new IntervalBounds(cited(minimum), cited(maximum), Optional.empty()),
                cited("test"));
    }

    private static Protocol protocol(List<Series> series, Optional<Maintenance> maintenance) {
        return new Protocol(
                new ProtocolId("test"),
                "1",
                "test",
                new Use.Enrol(),
                Agent.KETAMINE,
                Route.IV,
                Supervised.STANDING,
                cited(18),
                new DoseRule.Fixed(
                        cited(List.of(mg("28"))),
                        cited(mg("28")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                series,
                maintenance,
                Optional.of(Supervised.OBSERVATION),
                Supervised.RULES,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
