package org.evenkeel.clinic.treatment;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.Dosing;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.ExposureLimits;
import org.evenkeel.core.safety.UnitSlips;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The hard stops: what must not be recorded as a treatment given, whichever way it comes in.
///
/// Every limit comes from the content files: the dose rule of the protocol for the drug and route,
/// and the limit by route on a dose per kilogram.
public final class TreatmentCheck {
    private static final BigDecimal POUNDS_PER_KG = new BigDecimal("2.2046");
    private static final BigDecimal POUNDS_TOLERANCE = new BigDecimal("0.2");

    private final Optional<Protocol> rule;
    private final ExposureLimits limits;

    /// Finds the dose rule that holds for a treatment.
    ///
    /// @param patientsOwn the protocol the patient is on
    /// @param all all protocols, for a treatment of another drug or route
    /// @param given the treatment
    /// @param limits limits of exposure
    public TreatmentCheck(
            Protocol patientsOwn, List<Protocol> all, Administration given, ExposureLimits limits) {
        this.rule = holdsFor(patientsOwn, given)
                ? Optional.of(patientsOwn)
                : all.stream()
                        .filter(each -> each.mayEnrol() && holdsFor(each, given))
                        .findFirst();
        this.limits = limits;
    }

    /// A thing that must not be recorded.
    ///
    /// @param what the part that is wrong: `dose`, `weight` or `minutes`
    /// @param sentence what is wrong and what is allowed
    public record Stop(String what, String sentence) {}

    /// Everything that is wrong with a treatment; empty where it may be recorded.
    ///
    /// @param given the treatment
    /// @param minutes how long it lasted
    /// @param lastWeight weight at the treatment before, where known
    public List<Stop> stops(
            Administration given, Optional<Integer> minutes, Optional<Kg> lastWeight) {
        List<Stop> stops = new ArrayList<>();
        given.weight().flatMap(weight -> pounds(weight, lastWeight)).ifPresent(stops::add);
        rule.map(Protocol::dose).ifPresent(dose -> {
            switch (dose) {
                case ByWeight byWeight -> byWeight(byWeight, given, stops);
                case Fixed fixed -> fixed(fixed, given).ifPresent(stops::add);
            }
        });
        if (stops.isEmpty() && !isFixed()) {
            aboveCap(given, limits.doseCreep().redAbove(given.route()).value())
                    .ifPresent(stops::add);
        }
        length(minutes).ifPresent(stops::add);
        return stops;
    }

    /// Figures far from what is known, as they are when a unit was mistaken: they must be looked at
    /// again before they are recorded. Amounts from a fixed ladder are exact.
    ///
    /// @param given the treatment
    /// @param before what was recorded before, in order of day
    public List<UnitSlips.Slip> asks(Administration given, List<Administration> before) {
        Optional<Kg> lastWeight = before.reversed().stream()
                .flatMap(each -> each.weight().stream())
                .findFirst();
        Optional<Administration> last = before.reversed().stream()
                .filter(each -> each.drug() == given.drug() && each.route() == given.route())
                .findFirst();
        UnitSlips.Known known = new UnitSlips.Known(lastWeight, last, expected(given, lastWeight));
        return isFixed() ? UnitSlips.ofWeight(given, lastWeight) : UnitSlips.of(given, known);
    }

    /// Amounts from a fixed ladder are as they are, whatever the patient weighs.
    private boolean isFixed() {
        return rule.filter(each -> each.dose() instanceof Fixed).isPresent();
    }

    private Optional<Mg> expected(Administration given, Optional<Kg> lastWeight) {
        Body body = new Body(
                given.weight().or(() -> lastWeight),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return rule.map(each -> Dosing.dose(each, body, true))
                .flatMap(dose -> dose instanceof Dose.Amount amount
                        ? Optional.of(amount.amount())
                        : Optional.empty());
    }

    private static boolean holdsFor(Protocol protocol, Administration given) {
        return protocol.agent().is(given.drug()) && protocol.route() == given.route();
    }

    private static void byWeight(ByWeight rule, Administration given, List<Stop> stops) {
        given.weight()
                .filter(weight -> weight.value()
                                        .compareTo(rule.lightest().value().value())
                                < 0
                        || weight.value().compareTo(rule.heaviest().value().value()) > 0)
                .ifPresent(weight -> stops.add(new Stop(
                        "weight",
                        "A weight of " + text(weight.value()) + " kg is outside "
                                + text(rule.lightest().value().value()) + " to "
                                + text(rule.heaviest().value().value()) + " kg: check the unit.")));
        BigDecimal cap = rule.cap().value().value();
        given.dose()
                .filter(dose -> given.weight().isPresent() && dose.value().compareTo(cap) <= 0)
                .ifPresent(dose -> stops.add(new Stop(
                        "dose",
                        text(dose.value()) + " mg is so little that it looks like mg per kg:"
                                + " enter the whole amount in mg.")));
        if (stops.isEmpty()) {
            aboveCap(given, rule.cap().value()).ifPresent(stops::add);
            rule.most().flatMap(most -> aboveMost(given, most.value())).ifPresent(stops::add);
        }
    }

    private static Optional<Stop> aboveMost(Administration given, Mg most) {
        return given.dose()
                .filter(dose -> dose.value().compareTo(most.value()) > 0)
                .map(dose -> new Stop(
                        "dose",
                        text(dose.value()) + " mg is above the " + text(most.value())
                                + " mg that the protocol gives at most."));
    }

    private static Optional<Stop> aboveCap(Administration given, MgPerKg cap) {
        return given.dosePerKg()
                .filter(dose -> dose.value().compareTo(cap.value()) > 0)
                .map(dose -> new Stop(
                        "dose",
                        "That makes " + text(dose.value()) + " mg/kg; the cap is "
                                + text(cap.value()) + " mg/kg. Check dose and weight."));
    }

    private static Optional<Stop> fixed(Fixed rule, Administration given) {
        List<Mg> steps = rule.steps().value();
        return given.dose()
                .filter(dose ->
                        steps.stream().noneMatch(step -> step.value().compareTo(dose.value()) == 0))
                .map(dose -> new Stop(
                        "dose",
                        text(dose.value()) + " mg is not one of the amounts it is given in: "
                                + steps.stream()
                                        .map(step -> text(step.value()))
                                        .collect(Collectors.joining(", "))
                                + " mg."));
    }

    private static Optional<Stop> pounds(Kg weight, Optional<Kg> last) {
        return last.filter(before -> weight.value()
                                .divide(before.value(), 4, RoundingMode.HALF_UP)
                                .subtract(POUNDS_PER_KG)
                                .abs()
                                .compareTo(POUNDS_TOLERANCE)
                        <= 0)
                .map(before -> new Stop(
                        "weight",
                        text(weight.value()) + " kg after " + text(before.value())
                                + " kg last time looks like pounds: enter kilograms."));
    }

    private Optional<Stop> length(Optional<Integer> minutes) {
        int most = 24 * 60;
        return minutes.filter(length -> length > most)
                .map(length -> new Stop(
                        "minutes", "A treatment lasts up to " + most + " minutes, got " + length));
    }

    private static String text(BigDecimal value) {
        BigDecimal rounded = value.setScale(Math.min(value.scale(), 2), RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
