package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How a dose is found.
public sealed interface DoseRule {
    /// How a later dose may differ from the first; empty where it does not.
    Optional<Titration> titration();

    /// Milligrams per kilogram of a body weight.
    ///
    /// @param perKg the dose a course starts with
    /// @param cap never more than this per kilogram
    /// @param least never less than this per kilogram, where the protocol says so
    /// @param most never more than this amount, where the protocol says so
    /// @param weight which body weight
    /// @param lightest below this weight the rule does not hold
    /// @param heaviest above this weight the rule does not hold
    /// @param roundTo what can be drawn up
    /// @param titration later doses; its steps lie between the least dose and the cap
    record ByWeight(
            Cited<MgPerKg> perKg,
            Cited<MgPerKg> cap,
            Optional<Cited<MgPerKg>> least,
            Optional<Cited<Mg>> most,
            WeightRule weight,
            Cited<Kg> lightest,
            Cited<Kg> heaviest,
            Cited<Mg> roundTo,
            Optional<Titration> titration)
            implements DoseRule {
        public ByWeight {
            requireAtMost("the dose must not be above its cap", value(perKg), value(cap));
            least.ifPresent(low ->
                    requireAtMost("the least dose must not be above it", value(low), value(perKg)));
            if (lightest.value().value().compareTo(heaviest.value().value()) > 0) {
                throw new IllegalArgumentException("the range of weights must rise, got "
                        + lightest.value().value() + " to "
                        + heaviest.value().value());
            }
            titration.ifPresent(later -> later.perKg().forEach(step -> {
                requireAtMost("a step must not be above the cap", step.value(), value(cap));
                least.ifPresent(low -> requireAtMost(
                        "the least dose must not be above a step", value(low), step.value()));
            }));
        }

        private static BigDecimal value(Cited<MgPerKg> cited) {
            return cited.value().value();
        }

        private static void requireAtMost(String what, BigDecimal low, BigDecimal high) {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException(what + ", got " + low + " above " + high);
            }
        }
    }

    /// Amounts from a fixed ladder.
    ///
    /// @param steps the amounts there are, ascending; the last is the cap
    /// @param first amount of the first visit
    /// @param older another first amount from an age on, where the protocol says so
    /// @param device what it comes in, where the amounts are whole numbers of it
    /// @param titration how a later amount may differ from the first
    record Fixed(
            Cited<List<Mg>> steps,
            Cited<Mg> first,
            Optional<Older> older,
            Optional<Device> device,
            Optional<Titration> titration)
            implements DoseRule {
        public Fixed {
            steps = steps.map(List::copyOf);
            requireAscending(steps.value());
            requireStep(steps.value(), first.value());
            for (Older rule : older.stream().toList()) {
                requireStep(steps.value(), rule.first().value());
            }
            for (Device each : device.stream().toList()) {
                steps.value().forEach(each::requireWhole);
            }
            if (titration.filter(later -> !later.perKg().isEmpty()).isPresent()) {
                throw new IllegalArgumentException(
                        "a fixed dose has steps in mg, not steps per kilogram");
            }
        }

        private static void requireAscending(List<Mg> steps) {
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i - 1).value().compareTo(steps.get(i).value()) >= 0) {
                    throw new IllegalArgumentException("steps must ascend, got "
                            + steps.get(i - 1).value() + " mg before "
                            + steps.get(i).value() + " mg");
                }
            }
        }

        private static void requireStep(List<Mg> steps, Mg amount) {
            if (steps.stream().noneMatch(step -> step.isSameAs(amount))) {
                throw new IllegalArgumentException(
                        "a first amount must be one of the steps, got " + amount.value() + " mg");
            }
        }
    }

    /// Another first amount from an age on.
    ///
    /// @param from age in years
    /// @param first amount of the first visit
    record Older(Cited<Integer> from, Cited<Mg> first) {}

    /// A device that holds one amount.
    ///
    /// @param each what one holds
    /// @param sprays sprays of one
    /// @param restMinutes minutes to wait between two
    record Device(Cited<Mg> each, Cited<Integer> sprays, Cited<Integer> restMinutes) {
        private void requireWhole(Mg amount) {
            if (amount.value().remainder(each.value().value()).signum() != 0) {
                throw new IllegalArgumentException("a step must be a whole number of devices of "
                        + each.value().value() + " mg, got " + amount.value() + " mg");
            }
        }

        /// How many an amount takes.
        public int count(Mg amount) {
            return amount.value().divideToIntegralValue(each.value().value()).intValueExact();
        }
    }
}
