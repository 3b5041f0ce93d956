package org.evenkeel.clinic.treatment;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.Dosing;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.WeightRule;
import org.evenkeel.core.safety.ExposureLimits;
import org.evenkeel.core.safety.UnitSlips;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The hard stops: what must not be recorded as a treatment given, whichever way it comes in.
///
/// Every limit comes from the content files: the dose rule of the protocol for the drug and route,
/// and the limit by route on a dose per kilogram. What is recorded of the same day, drug and route
/// counts with it: a cap holds for a visit, in however many parts.
public final class TreatmentCheck {
    /// What is asked about where a cap could not be checked.
    static final String CAP = "cap";

    private static final int PLACES = 4;
    private static final BigDecimal POUNDS_PER_KG = new BigDecimal("2.2046");
    private static final BigDecimal POUNDS_TOLERANCE = new BigDecimal("0.2");

    private final List<Protocol> rules;
    private final Administration given;
    private final Subject subject;
    private final Body body;
    private final ExposureLimits limits;

    /// Whose treatment it is.
    ///
    /// @param body what is known of the patient on the day
    /// @param recorded all treatments recorded before this one, in order of day
    public record Subject(Body body, List<Administration> recorded) {
        public Subject {
            recorded = List.copyOf(recorded);
        }

        private Optional<Kg> lastWeight() {
            return recorded.reversed().stream()
                    .flatMap(each -> each.weight().stream())
                    .findFirst();
        }

        private List<Administration> before(Administration given) {
            return recorded.stream().filter(each -> each.day() <= given.day()).toList();
        }
    }

    /// Finds the dose rules that may hold for a treatment: the one of the patient's own protocol,
    /// or those of all protocols for that drug and route. Of several, the one that stops least
    /// decides.
    ///
    /// @param patientsOwn the protocol the patient is on
    /// @param all all protocols, for a treatment of another drug or route
    /// @param given the treatment
    /// @param subject whose it is
    /// @param limits limits of exposure
    public TreatmentCheck(
            Protocol patientsOwn,
            List<Protocol> all,
            Administration given,
            Subject subject,
            ExposureLimits limits) {
        this.rules = holdsFor(patientsOwn, given)
                ? List.of(patientsOwn)
                : all.stream()
                        .filter(each -> each.mayEnrol() && holdsFor(each, given))
                        .toList();
        this.given = given;
        this.subject = subject;
        this.body = subject.body().weighing(given.weight().or(subject::lastWeight));
        this.limits = limits;
    }

    /// A thing that must not be recorded.
    ///
    /// @param what the part that is wrong: `dose`, `weight` or `minutes`
    /// @param sentence what is wrong and what is allowed
    public record Stop(String what, String sentence) {}

    /// Everything that is wrong with the treatment; empty where it may be recorded.
    ///
    /// @param minutes how long it lasted
    public List<Stop> stops(Optional<Integer> minutes) {
        List<Stop> stops = new ArrayList<>();
        given.weight()
                .flatMap(weight -> pounds(weight, subject.lastWeight()))
                .ifPresent(stops::add);
        stops.addAll(rules.stream()
                .map(this::stops)
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> aboveLimit().stream().toList()));
        length(minutes).ifPresent(stops::add);
        return stops;
    }

    private List<Stop> stops(Protocol protocol) {
        return switch (protocol.dose()) {
            case ByWeight rule -> byWeight(protocol, rule);
            case Fixed rule -> fixed(rule).stream().toList();
        };
    }

    /// Figures far from what is known, as they are when a unit was mistaken, and a cap that could
    /// not be checked: they must be looked at again before they are recorded. Amounts from a
    /// ladder are exact.
    public List<UnitSlips.Slip> asks() {
        return rules.stream()
                .map(rule -> asks(Optional.of(rule)))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> asks(Optional.empty()));
    }

    private List<UnitSlips.Slip> asks(Optional<Protocol> rule) {
        List<Administration> before = subject.before(given).reversed();
        Optional<Kg> lastWeight =
                before.stream().flatMap(each -> each.weight().stream()).findFirst();
        if (rule.filter(each -> each.dose() instanceof Fixed).isPresent()) {
            List<UnitSlips.Slip> slips = new ArrayList<>(UnitSlips.ofWeight(given, lastWeight));
            untold().ifPresent(slips::add);
            return slips;
        }
        Optional<Administration> last = before.stream().filter(this::isLike).findFirst();
        List<UnitSlips.Slip> slips = new ArrayList<>(UnitSlips.of(
                given, new UnitSlips.Known(lastWeight, last, rule.flatMap(this::expected))));
        rule.flatMap(this::unchecked).ifPresent(slips::add);
        untold().ifPresent(slips::add);
        return slips;
    }

    /// A part of the day of which no amount is known, as one that was broken off elsewhere.
    private Optional<UnitSlips.Slip> untold() {
        return others().anyMatch(each ->
                        each.dose().isEmpty() && each.dosePerKg().isEmpty())
                ? Optional.of(new UnitSlips.Slip(
                        CAP,
                        "The dose of another treatment of that day is not known: the cap was not"
                                + " checked for both together. Is the dose right?"))
                : Optional.empty();
    }

    private Optional<Mg> expected(Protocol rule) {
        return Dosing.dose(rule, body, true) instanceof Dose.Amount amount
                ? Optional.of(amount.amount())
                : Optional.empty();
    }

    /// A cap by a weight that is not known is not passed in silence.
    private Optional<UnitSlips.Slip> unchecked(Protocol protocol) {
        return given.dose().isPresent()
                        && protocol.dose() instanceof ByWeight rule
                        && Dosing.weight(rule.weight(), body)
                                instanceof Dosing.Weight.Unknown(String reason)
                ? Optional.of(new UnitSlips.Slip(
                        CAP,
                        "The protocol's cap for this patient was not checked: " + reason
                                + ". Is the dose right?"))
                : Optional.empty();
    }

    private boolean isLike(Administration other) {
        return other.drug() == given.drug() && other.route() == given.route();
    }

    private static boolean holdsFor(Protocol protocol, Administration given) {
        return protocol.agent().is(given.drug()) && protocol.route() == given.route();
    }

    private List<Stop> byWeight(Protocol protocol, ByWeight rule) {
        List<Stop> stops = new ArrayList<>();
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
            above(rule)
                    .or(() -> aboveMost(
                            Dosing.most(protocol, body).or(() -> rule.most().map(Cited::value))))
                    .or(this::aboveLimit)
                    .ifPresent(stops::add);
        }
        return stops;
    }

    private Optional<Stop> fixed(Fixed rule) {
        List<Mg> steps = rule.steps().value();
        return given.dose()
                .filter(dose -> steps.stream().noneMatch(step -> step.isSameAs(dose)))
                .map(dose -> new Stop(
                        "dose",
                        text(dose.value()) + " mg is not one of the amounts it is given in: "
                                + steps.stream()
                                        .map(step -> text(step.value()))
                                        .collect(Collectors.joining(", "))
                                + " mg."))
                .or(() -> aboveMost(Optional.of(steps.getLast())));
    }

    /// By the scale; where a rule goes by ideal weight and that is known, its own check decides.
    private Optional<Stop> above(ByWeight rule) {
        return rule.weight() instanceof WeightRule.Ideal
                        && Dosing.weight(rule.weight(), body) instanceof Dosing.Weight.Known
                ? Optional.empty()
                : above(rule.cap().value());
    }

    /// The limit of the route, whatever a protocol says.
    private Optional<Stop> aboveLimit() {
        return above(limits.doseCreep().redAbove(given.route()).value());
    }

    private Optional<Stop> above(MgPerKg cap) {
        return sum(this::perKg)
                .filter(sum -> isAbove(sum, cap.value()))
                .map(sum -> new Stop(
                        "dose",
                        (isAlone() ? "That makes " : "With what is recorded of that day it makes ")
                                + text(sum) + " mg/kg; the cap is " + text(cap.value())
                                + " mg/kg. Check dose and weight."));
    }

    /// What was recorded is kept to five places: parts that make exactly the cap do not pass it.
    private static boolean isAbove(BigDecimal perKg, BigDecimal cap) {
        return perKg.setScale(PLACES, RoundingMode.HALF_UP).compareTo(cap) > 0;
    }

    private Optional<Stop> aboveMost(Optional<Mg> most) {
        return most.flatMap(limit -> sum(TreatmentCheck::amount)
                .filter(sum -> sum.compareTo(limit.value()) > 0)
                .map(sum -> new Stop(
                        "dose",
                        (isAlone() ? "" : "With what is recorded of that day it makes ")
                                + text(sum) + " mg" + (isAlone() ? " is" : ":") + " above the "
                                + text(limit.value()) + " mg that the protocol gives at most.")));
    }

    /// What the treatment makes together with the others of its day, drug and route; empty where
    /// it cannot be told of the treatment itself.
    private Optional<BigDecimal> sum(Function<Administration, Optional<BigDecimal>> figure) {
        return figure.apply(given)
                .map(own -> others().flatMap(other -> figure.apply(other).stream())
                        .reduce(own, BigDecimal::add));
    }

    private boolean isAlone() {
        return others().findAny().isEmpty();
    }

    private Stream<Administration> others() {
        return subject.recorded().stream()
                .filter(this::isLike)
                .filter(each -> each.day() == given.day());
    }

    /// A dose per kilogram is an amount only by the weight it was given for.
    private static Optional<BigDecimal> amount(Administration each) {
        return each.dose()
                .map(Mg::value)
                .or(() -> each.dosePerKg()
                        .flatMap(perKg -> each.weight()
                                .map(weight -> perKg.forWeight(weight).value())));
    }

    /// Where no weight stands beside the amount, the last one known serves.
    private Optional<BigDecimal> perKg(Administration each) {
        return each.dosePerKg()
                .or(() -> each.dose()
                        .flatMap(dose -> body.weight().map(weight -> MgPerKg.of(dose, weight))))
                .map(MgPerKg::value);
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

    private static Optional<Stop> length(Optional<Integer> minutes) {
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
