package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.WeightRule.Ideal;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
        return tooYoung(protocol, body).<Dose>map(Dose.Unknown::new).orElseGet(() -> {
            return switch (protocol.dose()) {
                case ByWeight rule -> byWeight(rule, rule.perKg().value(), body);
                case Fixed rule -> fixed(rule, body, first);
            };
        });
    }

    /// The amounts a prescriber may choose from, ascending: the first dose and the steps of the
    /// titration. Empty where a dose cannot be told.
    ///
    /// A titration without steps gives the least amount, the first one and the cap.
    public static List<Mg> choices(Protocol protocol, Body body) {
        if (tooYoung(protocol, body).isPresent()) {
            return List.of();
        }
        return switch (protocol.dose()) {
            case ByWeight rule -> choices(rule, body);
            case Fixed rule -> rule.steps().value();
        };
    }

    private static List<Mg> choices(ByWeight rule, Body body) {
        SortedSet<BigDecimal> amounts = new TreeSet<>();
        for (MgPerKg perKg : perKg(rule)) {
            if (byWeight(rule, perKg, body) instanceof Dose.Amount amount) {
                amounts.add(amount.amount().value());
            }
        }
        return amounts.stream().map(Mg::new).toList();
    }

    private static List<MgPerKg> perKg(ByWeight rule) {
        List<MgPerKg> doses = new ArrayList<>(List.of(rule.perKg().value()));
        for (Titration titration : rule.titration().stream().toList()) {
            doses.addAll(titration.perKg());
            if (titration.perKg().isEmpty()) {
                rule.least().map(Cited::value).ifPresent(doses::add);
                doses.add(rule.cap().value());
            }
        }
        return doses;
    }

    /// The most that may be given in one visit; empty where the weight it needs is not known.
    public static Optional<Mg> most(Protocol protocol, Body body) {
        return switch (protocol.dose()) {
            case ByWeight rule ->
                weight(rule.weight(), body) instanceof Weight.Known(Kg weight)
                        ? Optional.of(new Mg(most(rule, weight)))
                        : Optional.empty();
            case Fixed rule -> Optional.of(rule.steps().value().getLast());
        };
    }

    private static Optional<String> tooYoung(Protocol protocol, Body body) {
        int from = protocol.minimumAge().value();
        return body.age()
                .filter(age -> age < from)
                .map(age -> protocol.id() + " holds from " + from + " years of age, got " + age);
    }

    /// The weight a rule doses by.
    public static Weight weight(WeightRule rule, Body body) {
        return switch (rule) {
            case WeightRule.Actual _ ->
                body.weight()
                        .<Weight>map(Weight.Known::new)
                        .orElseGet(() -> new Weight.Unknown("the dose needs the weight"));
            case WeightRule.Capped capped ->
                body.weight()
                        .<Weight>map(weight ->
                                new Weight.Known(lighter(weight, capped.most().value())))
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

    private static Kg lighter(Kg one, Kg other) {
        return one.value().compareTo(other.value()) <= 0 ? one : other;
    }

    private static Dose byWeight(ByWeight rule, MgPerKg perKg, Body body) {
        return switch (weight(rule.weight(), body)) {
            case Weight.Unknown(String reason) -> new Dose.Unknown(reason);
            case Weight.Known(Kg weight) -> byWeight(rule, perKg, weight);
        };
    }

    private static Dose byWeight(ByWeight rule, MgPerKg perKg, Kg weight) {
        Kg lightest = rule.lightest().value();
        Kg heaviest = rule.heaviest().value();
        if (weight.value().compareTo(lightest.value()) < 0
                || weight.value().compareTo(heaviest.value()) > 0) {
            return new Dose.Unknown("the dose rule holds from " + lightest.value() + " to "
                    + heaviest.value() + " kg, got " + weight.value() + " kg");
        }
        BigDecimal step = rule.roundTo().value().value();
        BigDecimal nearest = multiple(perKg.forWeight(weight).value(), step, RoundingMode.HALF_UP);
        BigDecimal amount = nearest.min(multiple(most(rule, weight), step, RoundingMode.DOWN));
        if (amount.signum() == 0) {
            return new Dose.Unknown("the dose is less than the " + step + " mg it is rounded to");
        }
        return new Dose.Amount(new Mg(amount), Optional.empty());
    }

    /// The cap of the rule for a weight, in mg.
    private static BigDecimal most(ByWeight rule, Kg weight) {
        BigDecimal byWeight = rule.cap().value().forWeight(weight).value();
        return rule.most().map(most -> byWeight.min(most.value().value())).orElse(byWeight);
    }

    private static BigDecimal multiple(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        return amount.divide(step, 0, mode).multiply(step);
    }

    private static Dose fixed(Fixed rule, Body body, boolean first) {
        if (rule.older().isPresent() && body.age().isEmpty()) {
            return new Dose.Unknown("the dose needs the age");
        }
        Mg start = rule.older()
                .filter(older -> body.age().orElseThrow() >= older.from().value())
                .map(older -> older.first().value())
                .orElse(rule.first().value());
        boolean chosen = !first && rule.steps().value().size() > 1;
        return new Dose.Amount(
                start,
                chosen ? Optional.of(choice(rule.steps().value(), start)) : Optional.empty());
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
