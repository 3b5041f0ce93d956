package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.util.List;
import java.util.Optional;

/// A treatment protocol, one version of it.
///
/// @param id its id
/// @param version version of the content file
/// @param title name for people
/// @param drug the drug
/// @param route the route
/// @param indication what it treats
/// @param labelStatus whether a regulator has approved this use
/// @param evidence what stands behind it, in one line (design and N)
/// @param minimumAge youngest age in years it holds for
/// @param dose how a dose is found
/// @param minutes minutes an administration lasts; empty where it is not an infusion
/// @param series the dated series in order: induction first, continuation after it
/// @param maintenance what follows the series, if anything
/// @param caveats what a page must say beside it (unverified parts, N = 1)
/// @param sources citations
public record Protocol(
        ProtocolId id,
        String version,
        String title,
        Drug drug,
        Route route,
        String indication,
        String labelStatus,
        String evidence,
        Cited<Integer> minimumAge,
        DoseRule dose,
        Optional<Cited<Integer>> minutes,
        List<Series> series,
        Optional<Maintenance> maintenance,
        List<String> caveats,
        List<String> sources) {

    public Protocol {
        series = List.copyOf(series);
        caveats = List.copyOf(caveats);
        sources = List.copyOf(sources);
        if (series.isEmpty() || series.getFirst().phase() != Phase.INDUCTION) {
            throw new IllegalArgumentException(id + " must begin with an induction series");
        }
        if (series.getFirst().days().getFirst() != 0) {
            throw new IllegalArgumentException(
                    id + " must begin on day 0, got " + series.getFirst().days().getFirst());
        }
        requireOrder(id, series);
        int lastDay = series.getLast().days().getLast();
        int lastAfter = series.getLast().window().after().value();
        maintenance
                .flatMap(Maintenance::usual)
                .ifPresent(usual -> requireApart(
                        id,
                        lastDay,
                        lastAfter,
                        lastDay + usual.days().value(),
                        usual.window().before().value()));
    }

    /// Phases do not go back, and no window reaches into the one before it.
    private static void requireOrder(ProtocolId id, List<Series> series) {
        for (int i = 1; i < series.size(); i++) {
            Series earlier = series.get(i - 1);
            Series later = series.get(i);
            if (later.phase().compareTo(earlier.phase()) < 0) {
                throw new IllegalArgumentException(
                        id + ": " + later.phase() + " must not come after " + earlier.phase());
            }
            requireApart(
                    id,
                    earlier.days().getLast(),
                    earlier.window().after().value(),
                    later.days().getFirst(),
                    later.window().before().value());
        }
    }

    private static void requireApart(
            Object owner, int day, int after, int nextDay, int nextBefore) {
        if (day + after >= nextDay - nextBefore) {
            throw new IllegalArgumentException(owner + ": windows must not touch, got day " + day
                    + " + " + after + " and day " + nextDay + " - " + nextBefore);
        }
    }

    /// How many treatments make a full induction.
    public int inductionVisits() {
        return (int) series.stream()
                .filter(part -> part.phase() == Phase.INDUCTION)
                .mapToLong(part -> part.days().size())
                .sum();
    }

    /// How many dated visits come before maintenance: induction and continuation.
    public int seriesVisits() {
        return series.stream().mapToInt(part -> part.days().size()).sum();
    }

    /// The study day of the last visit of the induction.
    public int lastInductionDay() {
        return series.stream()
                .filter(part -> part.phase() == Phase.INDUCTION)
                .mapToInt(part -> part.days().getLast())
                .max()
                .orElseThrow();
    }

    /// Visits on fixed study days.
    ///
    /// @param phase induction or continuation
    /// @param days study days, ascending, the first treatment of the protocol being day 0
    /// @param window how far a visit may move
    /// @param basis where the schedule comes from
    public record Series(Phase phase, List<Integer> days, Window window, Cited<String> basis) {
        public Series {
            days = List.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a series needs at least one visit");
            }
            if (phase == Phase.MAINTENANCE) {
                throw new IllegalArgumentException(
                        "maintenance is open-ended and cannot be a series of fixed days");
            }
            for (int i = 1; i < days.size(); i++) {
                requireApart(
                        phase,
                        days.get(i - 1),
                        window.after().value(),
                        days.get(i),
                        window.before().value());
            }
        }
    }

    /// Open-ended visits after the series.
    ///
    /// @param usual how they are planned; empty where the proposal alone dates them
    /// @param bounds shortest and longest interval
    /// @param basis where it comes from
    public record Maintenance(Optional<Usual> usual, IntervalBounds bounds, Cited<String> basis) {

        public Maintenance {
            usual.ifPresent(planned -> {
                int days = planned.days().value();
                int shortest = days - planned.window().before().value();
                int longest = days + planned.window().after().value();
                if (shortest < bounds.minimumDays().value()
                        || longest > bounds.maximumDays().value()) {
                    throw new IllegalArgumentException("the usual interval with its window must "
                            + "lie within the bounds of " + bounds.minimumDays().value() + " to "
                            + bounds.maximumDays().value() + " days, got " + shortest + " to "
                            + longest);
                }
            });
        }
    }

    /// The interval a plan uses.
    ///
    /// @param days the interval
    /// @param window how far a planned visit may move
    public record Usual(Cited<Integer> days, Window window) {
        public Usual {
            requireApart(
                    Phase.MAINTENANCE,
                    0,
                    window.after().value(),
                    days.value(),
                    window.before().value());
        }
    }

    /// Days a visit may move to either side of its planned day.
    public record Window(Cited<Integer> before, Cited<Integer> after) {
        public Window {
            if (before.value() < 0 || after.value() < 0) {
                throw new IllegalArgumentException("a window must be 0 days or more to each side, "
                        + "got " + before.value() + " and " + after.value());
            }
        }
    }

    /// How a dose is found.
    public sealed interface DoseRule {
        /// Milligrams per kilogram of a body weight.
        ///
        /// @param perKg the dose
        /// @param cap never more than this per kilogram
        /// @param weight which body weight
        /// @param lightest below this weight the rule does not hold
        /// @param heaviest above this weight the rule does not hold
        /// @param roundTo what can be drawn up
        record ByWeight(
                Cited<MgPerKg> perKg,
                Cited<MgPerKg> cap,
                WeightRule weight,
                Cited<Kg> lightest,
                Cited<Kg> heaviest,
                Cited<Mg> roundTo)
                implements DoseRule {
            public ByWeight {
                if (perKg.value().value().compareTo(cap.value().value()) > 0) {
                    throw new IllegalArgumentException("the dose must not be above its cap, got "
                            + perKg.value().value() + " above " + cap.value().value());
                }
                if (lightest.value().value().compareTo(heaviest.value().value()) > 0) {
                    throw new IllegalArgumentException("the range of weights must rise, got "
                            + lightest.value().value() + " to "
                            + heaviest.value().value());
                }
            }
        }

        /// Fixed amounts by age.
        ///
        /// @param steps amounts a prescriber may choose from, ascending
        /// @param first amount of the first visit below the age limit
        /// @param olderFrom age in years from which the older rule holds
        /// @param olderFirst amount of the first visit from that age on
        record FixedByAge(
                Cited<List<Mg>> steps,
                Cited<Mg> first,
                Cited<Integer> olderFrom,
                Cited<Mg> olderFirst)
                implements DoseRule {
            public FixedByAge {
                steps = new Cited<>(List.copyOf(steps.value()), steps.tag(), steps.source());
                requireStep(steps.value(), first.value());
                requireStep(steps.value(), olderFirst.value());
            }

            private static void requireStep(List<Mg> steps, Mg amount) {
                if (steps.stream().noneMatch(step -> step.isSameAs(amount))) {
                    throw new IllegalArgumentException("a first amount must be one of the steps, "
                            + "got " + amount.value() + " mg");
                }
            }
        }
    }

    /// Which body weight a dose is computed from.
    public sealed interface WeightRule {
        /// The weight on the scale.
        record Actual() implements WeightRule {}

        /// Ideal weight from height and sex: `base + perInch * inches above fromHeight`.
        ///
        /// @param maleBase weight of men at `fromHeight`
        /// @param femaleBase weight of women at `fromHeight`
        /// @param perInch weight for each inch above it
        /// @param fromHeight height below which the rule does not hold
        /// @param toHeight height above which the rule does not hold
        record Ideal(
                Cited<Kg> maleBase,
                Cited<Kg> femaleBase,
                Cited<Kg> perInch,
                Cited<Cm> fromHeight,
                Cited<Cm> toHeight)
                implements WeightRule {}
    }
}
