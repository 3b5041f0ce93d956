package org.evenkeel.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.Protocols;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Plan;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Treatments held against the protocol: what kept to it is not told, what did not is.
class DeviationsTest {
    private static final Protocol PROTOCOL = Protocols.adaptive();
    private static final List<Plan.Visit> VISITS =
            Plan.of(PROTOCOL, Body.UNKNOWN, 60).visits();

    @Test
    void whoKeepsToThePlanHasNone() {
        List<Administration> given = planned();
        given.add(given(lastDay() + 30, "35"));
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, given, 1000 + lastDay() + 40))
                .isEmpty();
    }

    @Test
    void aVisitLeftOutIsToldOnceItsWindowIsOver() {
        List<Administration> given = planned();
        given.remove(2);
        Plan.Visit missed = VISITS.get(2);

        assertThat(Deviations.of(
                        PROTOCOL, Body.UNKNOWN, given.subList(0, 2), 1000 + missed.latest()))
                .isEmpty();
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, given, 1000 + lastDay()))
                .contains(new Deviation.Skipped(1000 + missed.latest(), 1000 + missed.earliest()));
    }

    @Test
    void anIntervalBeyondTheBoundsIsOutsideItsWindow() {
        List<Administration> given = planned();
        given.add(given(lastDay() + 3, "35"));
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, given, 1000 + lastDay() + 40))
                .containsExactly(new Deviation.OutsideWindow(
                        1000 + lastDay() + 3, 1000 + lastDay() + 7, 1000 + lastDay() + 84));
    }

    @Test
    void anotherDoseIsToldAndOneWithinTheRoundingIsNot() {
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, List.of(given(0, "35.5")), 1000))
                .isEmpty();
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, List.of(given(0, "50")), 1000))
                .singleElement()
                .isInstanceOf(Deviation.OtherDose.class);
    }

    @Test
    void partsOfADayMakeOneTreatmentAndOneDose() {
        List<Administration> parts = List.of(given(0, "20"), given(0, "15"));
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, parts, 1000)).isEmpty();

        List<Administration> twice = List.of(given(0, "35"), given(0, "35"));
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, twice, 1000))
                .singleElement()
                .isInstanceOfSatisfying(
                        Deviation.OtherDose.class,
                        other -> assertThat(other.given().value()).isEqualByComparingTo("70"));
    }

    @Test
    void anotherDrugIsNoTreatmentOfThisProtocol() {
        Administration other = new Administration(
                1000,
                Drug.ESKETAMINE,
                Route.IN,
                Optional.of(new Mg(new BigDecimal("84"))),
                Optional.empty(),
                Optional.empty());
        assertThat(Deviations.of(PROTOCOL, Body.UNKNOWN, List.of(other), 2000)).isEmpty();
    }

    private static List<Administration> planned() {
        return new ArrayList<>(IntStream.range(0, VISITS.size())
                .mapToObj(i -> given(VISITS.get(i).day(), "35"))
                .toList());
    }

    private static int lastDay() {
        return VISITS.getLast().day();
    }

    private static Administration given(int day, String mg) {
        return new Administration(
                1000 + day,
                Drug.KETAMINE,
                Route.IV,
                Optional.of(new Mg(new BigDecimal(mg))),
                Optional.of(new Kg(new BigDecimal("70"))),
                Optional.empty());
    }
}
