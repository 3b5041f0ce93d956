package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.Protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.Protocol.DoseRule.FixedByAge;
import org.evenkeel.core.protocol.Protocol.WeightRule;
import org.evenkeel.core.protocol.Protocol.WeightRule.Ideal;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The dose of a visit.
///
/// Without what its rule needs there is no dose: an amount is never computed from another weight
/// than the rule's own, nor outside the range the protocol holds for.
public final class Dosing {
    private static final BigDecimal CM_PER_INCH = new BigDecimal("2.54");

    private Dosing() {}

    /// The dose of a visit.
    ///
    /// @param protocol the protocol
    /// @param body what is known of the patient
    /// @param first whether it is the first visit of the course
    public static Dose dose(Protocol protocol, Body body, boolean first) {
        int from = protocol.minimumAge().value();
        if (body.age().isPresent() && body.age().get() < from) {
            return new Dose.Unknown(protocol.id() + " holds from " + from + " years of age, got "
                    + body.age().get());
        }
        return switch (protocol.dose()) {
            case ByWeight rule -> byWeight(rule, body);
            case FixedByAge rule -> byAge(rule, body, first);
        };
    }

    /// The weight a rule doses by.
    public static Weight weight(WeightRule rule, Body body) {
        return switch (rule) {
            case WeightRule.Actual _ ->
                body.weight()
                        .<Weight>map(Weight.Known::new)
                        .orElseGet(() -> new Weight.Unknown("the dose needs the weight"));
            case Ideal ideal -> ideal(ideal, body);
        };
    }

    /// The weight a dose is computed from, or why there is none.
    public sealed interface Weight {
        record Known(Kg weight) implements Weight {}

        record Unknown(String reason) implements Weight {}
    }

    private static Weight ideal(Ideal rule, Body body) {
        if (body.height().isEmpty() || body.sex().isEmpty()) {
            return new Weight.Unknown("the dose is by ideal weight and needs height and sex");
        }
        BigDecimal height = body.height().get().value();
        Cm shortest = rule.fromHeight().value();
        Cm tallest = rule.toHeight().value();
        if (height.compareTo(shortest.value()) < 0 || height.compareTo(tallest.value()) > 0) {
            return new Weight.Unknown("ideal weight holds from " + shortest.value() + " to "
                    + tallest.value() + " cm, got " + height + " cm");
        }
        Kg base = switch (body.sex().get()) {
            case MALE -> rule.maleBase().value();
            case FEMALE -> rule.femaleBase().value();
        };
        BigDecimal inches =
                height.subtract(shortest.value()).divide(CM_PER_INCH, MathContext.DECIMAL64);
        return new Weight.Known(
                new Kg(base.value().add(rule.perInch().value().value().multiply(inches))));
    }

    private static Dose byWeight(ByWeight rule, Body body) {
        return switch (weight(rule.weight(), body)) {
            case Weight.Unknown(String reason) -> new Dose.Unknown(reason);
            case Weight.Known(Kg weight) -> byWeight(rule, weight);
        };
    }

    private static Dose byWeight(ByWeight rule, Kg weight) {
        Kg lightest = rule.lightest().value();
        Kg heaviest = rule.heaviest().value();
        if (weight.value().compareTo(lightest.value()) < 0
                || weight.value().compareTo(heaviest.value()) > 0) {
            return new Dose.Unknown("the dose rule holds from " + lightest.value() + " to "
                    + heaviest.value() + " kg, got " + weight.value() + " kg");
        }
        BigDecimal step = rule.roundTo().value().value();
        BigDecimal nearest = multiple(
                rule.perKg().value().forWeight(weight).value(), step, RoundingMode.HALF_UP);
        BigDecimal most =
                multiple(rule.cap().value().forWeight(weight).value(), step, RoundingMode.DOWN);
        BigDecimal amount = nearest.min(most);
        if (amount.signum() == 0) {
            return new Dose.Unknown("the dose is less than the " + step + " mg it is rounded to");
        }
        return new Dose.Amount(new Mg(amount), Optional.empty());
    }

    private static BigDecimal multiple(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        return amount.divide(step, 0, mode).multiply(step);
    }

    private static Dose byAge(FixedByAge rule, Body body, boolean first) {
        if (body.age().isEmpty()) {
            return new Dose.Unknown("the dose needs the age");
        }
        boolean older = body.age().get() >= rule.olderFrom().value();
        Mg start = older ? rule.olderFirst().value() : rule.first().value();
        return new Dose.Amount(
                start,
                first ? Optional.empty() : Optional.of(choice(rule.steps().value(), start)));
    }

    /// After the first visit the prescriber chooses; a plan can only repeat the first amount.
    private static String choice(List<Mg> steps, Mg start) {
        return steps.stream()
                        .filter(step -> step.value().compareTo(start.value()) >= 0)
                        .map(step -> step.value().toPlainString())
                        .collect(Collectors.joining(" or "))
                + " mg by the prescriber";
    }
}
