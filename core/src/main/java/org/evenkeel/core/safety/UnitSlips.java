package org.evenkeel.core.safety;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures of a treatment that look as if they were written in another unit or with the point in
/// another place.
///
/// The smallest slip is pounds for kilograms, a factor of 2.2. A figure within the square root of
/// that of what was expected cannot be slipped away from another that is: whatever is expected and
/// then slipped falls outside and is asked about. It is arithmetic of units, not a clinical limit.
public final class UnitSlips {
    /// The root of 2.15, a little less than pounds in a kilogram, because written figures are
    /// rounded.
    private static final BigDecimal FACTOR = new BigDecimal("1.466");

    /// A weight changes by less than a fifth from one treatment to the next; pounds in place of
    /// kilograms then still stand out.
    private static final BigDecimal WEIGHT_FACTOR = new BigDecimal("1.8");

    private UnitSlips() {}

    /// What a figure can be compared with.
    ///
    /// @param lastWeight the weight that was recorded last
    /// @param last the last treatment with the same drug and route
    /// @param expected the amount a course would start with at that weight
    public record Known(
            Optional<Kg> lastWeight, Optional<Administration> last, Optional<Mg> expected) {}

    /// A figure that must be looked at again.
    ///
    /// @param what `dose` or `weight`
    /// @param sentence what it looks like
    public record Slip(String what, String sentence) {}

    /// Everything that must be looked at again; empty where every figure is near to what is known.
    public static List<Slip> of(Administration given, Known known) {
        List<Slip> slips = new ArrayList<>();
        given.weight()
                .flatMap(weight -> known.lastWeight().flatMap(last -> weight(weight, last)))
                .ifPresent(slips::add);
        given.dose().flatMap(dose -> dose(dose, given, known)).ifPresent(slips::add);
        return slips;
    }

    /// The same where the amount does not go by weight: no dose then tells that a first weight is
    /// wrong, so it is looked at again.
    public static List<Slip> ofWeight(Administration given, Optional<Kg> lastWeight) {
        return given
                .weight()
                .flatMap(weight -> lastWeight
                        .map(last -> weight(weight, last))
                        .orElseGet(() -> Optional.of(new Slip(
                                "weight",
                                text(weight.value())
                                        + " kg is the first weight here: is the unit right?"))))
                .stream()
                .toList();
    }

    private static Optional<Slip> weight(Kg weight, Kg last) {
        return isFar(weight.value(), last.value(), WEIGHT_FACTOR)
                ? Optional.of(new Slip(
                        "weight",
                        text(weight.value()) + " kg after " + text(last.value())
                                + " kg last time: is the unit right?"))
                : Optional.empty();
    }

    private static Optional<Slip> dose(Mg dose, Administration given, Known known) {
        Optional<Administration> last = known.last().filter(each -> isComparable(each, given));
        if (last.isPresent()) {
            return againstLast(dose, given, last.get());
        }
        return known.expected()
                .map(expected -> isFar(dose.value(), expected.value(), FACTOR)
                        ? Optional.of(new Slip(
                                "dose",
                                text(dose.value()) + " mg where the protocol would start with "
                                        + text(expected.value()) + " mg: is the unit right?"))
                        : Optional.<Slip>empty())
                .orElseGet(() -> Optional.of(new Slip(
                        "dose",
                        text(dose.value())
                                + " mg, and nothing to compare it with: is the unit right?")));
    }

    private static boolean isComparable(Administration last, Administration given) {
        return last.dose().isPresent()
                || (last.dosePerKg().isPresent() && given.dosePerKg().isPresent());
    }

    private static Optional<Slip> againstLast(Mg dose, Administration given, Administration last) {
        boolean far = last.dosePerKg()
                .flatMap(before ->
                        given.dosePerKg().map(now -> isFar(now.value(), before.value(), FACTOR)))
                .orElseGet(() -> last.dose()
                        .map(before -> isFar(dose.value(), before.value(), FACTOR))
                        .orElse(true));
        return far
                ? Optional.of(new Slip(
                        "dose",
                        text(dose.value()) + " mg" + perKg(given) + " after " + amount(last)
                                + " last time: is the unit right?"))
                : Optional.empty();
    }

    private static String amount(Administration last) {
        return last.dose()
                .map(dose -> text(dose.value()) + " mg" + perKg(last))
                .orElseGet(() -> last.dosePerKg()
                        .map(dose -> text(dose.value()) + " mg/kg")
                        .orElse("none"));
    }

    private static String perKg(Administration given) {
        return given.dosePerKg()
                .map(dose -> " (" + text(dose.value()) + " mg/kg)")
                .orElse("");
    }

    private static boolean isFar(BigDecimal figure, BigDecimal from, BigDecimal factor) {
        return figure.compareTo(from.multiply(factor)) > 0
                || figure.multiply(factor).compareTo(from) < 0;
    }

    private static String text(BigDecimal value) {
        return value.round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
