package org.evenkeel.core.history;

import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a body can have, and how a slip of the unit is recognised.
///
/// @param ranges by id of the quantity
/// @param slips factors by which a value is off when somebody slips
/// @param nearness how near to such a factor a value must come, as a share of it
public record Plausible(Map<String, Range> ranges, List<Slip> slips, Cited<BigDecimal> nearness) {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    public Plausible {
        ranges = Map.copyOf(ranges);
        slips = List.copyOf(slips);
    }

    /// The least and the most.
    public record Range(Cited<BigDecimal> least, Cited<BigDecimal> most) {
        public Range {
            if (least.value().compareTo(most.value()) >= 0) {
                throw new IllegalArgumentException(
                        least.value() + " must be less than " + most.value());
            }
        }

        private boolean holds(BigDecimal value) {
            return value.compareTo(least.value()) >= 0 && value.compareTo(most.value()) <= 0;
        }
    }

    /// A slip.
    ///
    /// @param factor how many times the right value the wrong one is
    /// @param words what happened, for example `pounds for kilograms`
    /// @param unit UCUM code of the unit it happens with; empty for all
    public record Slip(BigDecimal factor, String words, Optional<String> unit) {
        public Slip {
            if (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) == 0) {
                throw new IllegalArgumentException("a slip changes a value, got " + factor);
            }
        }
    }

    /// What is to be said of a value.
    public sealed interface Verdict {
        /// Nothing.
        record Fine() implements Verdict {}

        /// A body cannot have it.
        ///
        /// @param slip what may have happened, where it looks like a slip
        record Impossible(Range range, Optional<Slip> slip) implements Verdict {}

        /// It may be right, but looks like a slip beside the value before.
        record Doubtful(Slip slip) implements Verdict {}
    }

    /// Judges a value.
    ///
    /// @param unit UCUM code of its unit
    /// @param before the value before, where there is one
    public Verdict judge(
            String quantity, String unit, BigDecimal value, Optional<BigDecimal> before) {
        Optional<Range> range = Optional.ofNullable(ranges.get(quantity));
        if (range.filter(each -> !each.holds(value)).isPresent()) {
            Range limits = range.orElseThrow();
            return new Verdict.Impossible(
                    limits,
                    slips.stream()
                            .filter(slip -> isOf(slip, unit)
                                    && limits.holds(value.divide(slip.factor(), DIGITS)))
                            .findFirst());
        }
        return before.filter(last -> last.signum() > 0)
                .flatMap(last -> slips.stream()
                        .filter(slip -> isOf(slip, unit)
                                && isNear(value.divide(last, DIGITS), slip.factor()))
                        .findFirst())
                .<Verdict>map(Verdict.Doubtful::new)
                .orElseGet(Verdict.Fine::new);
    }

    private static boolean isOf(Slip slip, String unit) {
        return slip.unit().map(unit::equals).orElse(true);
    }

    private boolean isNear(BigDecimal ratio, BigDecimal factor) {
        return ratio.subtract(factor).abs().compareTo(factor.multiply(nearness.value(), DIGITS))
                <= 0;
    }
}
