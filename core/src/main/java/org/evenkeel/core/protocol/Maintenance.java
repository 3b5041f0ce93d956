package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Optional;

/// Open-ended visits after the series.
///
/// @param usual how they are planned; empty where the proposal alone dates them
/// @param bounds shortest and longest interval
/// @param basis where it comes from
/// @param table a published rule for the next interval, where there is one
/// @param onRelapse what is given when the depression comes back, where the protocol says so
public record Maintenance(
        Optional<Usual> usual,
        IntervalBounds bounds,
        Cited<String> basis,
        Optional<IntervalTable> table,
        Optional<MiniSeries> onRelapse) {

    public Maintenance {
        usual.ifPresent(planned -> {
            int days = planned.days().value();
            requireWithin(
                    "the usual interval with its window must lie",
                    bounds,
                    days - planned.window().before().value(),
                    days + planned.window().after().value());
        });
        table.ifPresent(rule -> {
            List<Integer> days = rule.intervals();
            requireWithin(
                    "the intervals of the table must lie", bounds, days.getFirst(), days.getLast());
        });
    }

    /// Maintenance without a table and without a rule for relapse.
    public Maintenance(Optional<Usual> usual, IntervalBounds bounds, Cited<String> basis) {
        this(usual, bounds, basis, Optional.empty(), Optional.empty());
    }

    private static void requireWithin(
            String what, IntervalBounds bounds, int shortest, int longest) {
        if (shortest < bounds.minimumDays().value()
                || longest > bounds.maximumDays().value()) {
            throw new IllegalArgumentException(what + " within the bounds of "
                    + bounds.minimumDays().value() + " to "
                    + bounds.maximumDays().value()
                    + " days, got " + shortest + " to " + longest);
        }
    }

    /// The interval a plan uses.
    ///
    /// @param days the interval
    /// @param window how far a planned visit may move
    public record Usual(Cited<Integer> days, Window window) {
        public Usual {
            Window.requireApart(
                    Phase.MAINTENANCE,
                    0,
                    window.after().value(),
                    days.value(),
                    window.before().value());
        }
    }

    /// A few treatments close together when the depression comes back, then the last interval that
    /// held, shortened.
    ///
    /// @param visits how many treatments
    /// @param apartFrom fewest days between them
    /// @param apartTo most days between them
    /// @param shortenBy 0.25 returns to three quarters of the last interval that held
    public record MiniSeries(
            Cited<Integer> visits,
            Cited<Integer> apartFrom,
            Cited<Integer> apartTo,
            Cited<Double> shortenBy) {
        public MiniSeries {
            if (visits.value() < 2
                    || apartFrom.value() < 1
                    || apartTo.value() < apartFrom.value()
                    || !(shortenBy.value() >= 0 && shortenBy.value() < 1)) {
                throw new IllegalArgumentException("a mini-series must have 2 or more visits, 1 "
                        + "or more days apart, and shorten by less than all, got " + visits.value()
                        + " visits, " + apartFrom.value() + " to " + apartTo.value()
                        + " days apart, shorter by " + shortenBy.value());
            }
        }

        /// The interval to return to, inside the bounds.
        public int intervalAfter(int lastStableDays, IntervalBounds bounds) {
            int shortened = (int) Math.floor(lastStableDays * (1 - shortenBy.value()));
            return Math.clamp(
                    shortened,
                    bounds.minimumDays().value(),
                    bounds.maximumDays().value());
        }
    }
}
