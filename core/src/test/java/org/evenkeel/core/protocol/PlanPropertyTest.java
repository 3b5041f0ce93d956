package org.evenkeel.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.evenkeel.core.protocol.Plan.Visit;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.util.List;

/// Laws of a plan, over protocols nobody would write.
final class PlanPropertyTest {
    @Provide
    Arbitrary<Protocol> protocols() {
        return RandomProtocols.protocols();
    }

    @Provide
    Arbitrary<Body> bodies() {
        return RandomProtocols.bodies();
    }

    @Property
    void daysAscendFromDayZero(
            @ForAll("protocols") Protocol protocol, @ForAll @IntRange(max = 800) int lastDay) {
        List<Visit> visits = Plan.of(protocol, Body.UNKNOWN, lastDay).visits();
        assertThat(visits.getFirst().day()).isZero();
        for (int i = 1; i < visits.size(); i++) {
            assertThat(visits.get(i).day()).isGreaterThan(visits.get(i - 1).day());
            assertThat(visits.get(i).number()).isEqualTo(i + 1);
            assertThat(visits.get(i).phase())
                    .isGreaterThanOrEqualTo(visits.get(i - 1).phase());
        }
        assertThat(visits.getLast().day()).isLessThanOrEqualTo(lastDay);
    }

    @Property
    void noVisitLiesOutsideItsWindowAndNoWindowsCross(
            @ForAll("protocols") Protocol protocol, @ForAll @IntRange(max = 800) int lastDay) {
        int latestBefore = -1;
        for (Visit visit : Plan.of(protocol, Body.UNKNOWN, lastDay).visits()) {
            assertThat(visit.day()).isBetween(visit.earliest(), visit.latest());
            assertThat(visit.earliest()).isGreaterThan(latestBefore);
            latestBefore = visit.latest();
        }
    }

    @Property
    void aShorterPlanIsTheBeginningOfALongerOne(
            @ForAll("protocols") Protocol protocol,
            @ForAll @IntRange(max = 400) int lastDay,
            @ForAll @IntRange(max = 400) int more) {
        List<Visit> shorter = Plan.of(protocol, Body.UNKNOWN, lastDay).visits();
        List<Visit> longer = Plan.of(protocol, Body.UNKNOWN, lastDay + more).visits();
        assertThat(longer).startsWith(shorter.toArray(Visit[]::new));
    }

    @Property
    void maintenanceKeepsItsBounds(@ForAll("protocols") Protocol protocol) {
        int last = protocol.series().getLast().days().getLast();
        List<Visit> visits = Plan.of(protocol, Body.UNKNOWN, last + 400).visits().stream()
                .filter(visit -> visit.phase() == Phase.MAINTENANCE)
                .toList();
        boolean planned = protocol.maintenance().flatMap(Maintenance::usual).isPresent();
        assertThat(!visits.isEmpty()).isEqualTo(planned);
        for (Visit visit : visits) {
            IntervalBounds bounds = protocol.maintenance().orElseThrow().bounds();
            assertThat(visit.day() - last)
                    .isBetween(
                            bounds.minimumDays().value(), bounds.maximumDays().value());
            last = visit.day();
        }
    }

    @Property
    void everyVisitOfTheSeriesIsPlanned(@ForAll("protocols") Protocol protocol) {
        List<Integer> days = protocol.series().stream()
                .map(Series::days)
                .flatMap(List::stream)
                .toList();
        assertThat(Plan.of(protocol, Body.UNKNOWN, days.getLast()).visits())
                .extracting(Visit::day)
                .containsExactlyElementsOf(days);
    }

    @Property
    void dosesNeverPassTheCapAndCanBeDrawnUp(
            @ForAll("protocols") Protocol protocol, @ForAll("bodies") Body body) {
        Dose dose = Dosing.dose(protocol, body, true);
        if (!(protocol.dose() instanceof DoseRule.ByWeight rule)
                || !(dose instanceof Dose.Amount amount)) {
            return;
        }
        Kg weight = ((Dosing.Weight.Known) Dosing.weight(rule.weight(), body)).weight();
        BigDecimal exact = rule.perKg().value().forWeight(weight).value();
        BigDecimal cap = Dosing.most(protocol, body).orElseThrow().value();
        assertThat(cap).isLessThanOrEqualTo(rule.cap().value().forWeight(weight).value());
        BigDecimal step = rule.roundTo().value().value();
        BigDecimal given = amount.amount().value();
        assertThat(given).isLessThanOrEqualTo(cap);
        assertThat(given.remainder(step)).isZero();
        boolean nearest = given.subtract(exact).abs().multiply(BigDecimal.TWO).compareTo(step) <= 0;
        boolean highestUnderCap = given.add(step).compareTo(cap) > 0;
        assertThat(nearest || highestUnderCap).isTrue();
    }

    /// Whatever a prescriber chooses, it can be drawn up and no cap is passed.
    @Property
    void everyChoiceCanBeDrawnUpAndKeepsTheCap(
            @ForAll("protocols") Protocol protocol, @ForAll("bodies") Body body) {
        for (Mg choice : Dosing.choices(protocol, body)) {
            assertThat(choice.value())
                    .isLessThanOrEqualTo(
                            Dosing.most(protocol, body).orElseThrow().value());
            switch (protocol.dose()) {
                case DoseRule.ByWeight rule ->
                    assertThat(choice.value().remainder(rule.roundTo().value().value()))
                            .isZero();
                case DoseRule.Fixed rule ->
                    assertThat(rule.steps().value()).anyMatch(choice::isSameAs);
            }
        }
    }

    @Property
    void thereIsNoDoseWithoutWhatItsRuleNeeds(
            @ForAll("protocols") Protocol protocol, @ForAll("bodies") Body body) {
        boolean known = switch (protocol.dose()) {
            case DoseRule.Fixed rule -> rule.older().isEmpty() || body.age().isPresent();
            case DoseRule.ByWeight rule ->
                switch (rule.weight()) {
                    case WeightRule.Actual _ -> body.weight().isPresent();
                    case WeightRule.Capped _ -> body.weight().isPresent();
                    case WeightRule.Ideal _ ->
                        body.height().isPresent() && body.sex().isPresent();
                };
        };
        if (!known) {
            assertThat(Dosing.dose(protocol, body, true)).isInstanceOf(Dose.Unknown.class);
        }
    }
}
