package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
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
    }

    /// How many treatments make a full induction.
    public int inductionVisits() {
        return (int) series.stream()
                .filter(part -> part.phase() == Phase.INDUCTION)
                .mapToLong(part -> part.days().size())
                .sum();
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
        }
    }

    /// Open-ended visits after the series.
    ///
    /// @param usualDays interval of the plan; empty where the proposal alone dates the visits
    /// @param bounds shortest and longest interval
    /// @param window how far a planned visit may move
    public record Maintenance(
            Optional<Cited<Integer>> usualDays, IntervalBounds bounds, Window window) {}

    /// Days a visit may move to either side of its planned day.
    public record Window(Cited<Integer> before, Cited<Integer> after) {}

    /// How a dose is found.
    public sealed interface DoseRule {
        /// Milligrams per kilogram of a body weight.
        ///
        /// @param perKg the dose
        /// @param cap never more than this per kilogram
        /// @param weight which body weight
        /// @param roundTo what can be drawn up, in mg
        record ByWeight(
                Cited<MgPerKg> perKg,
                Cited<MgPerKg> cap,
                WeightRule weight,
                Cited<BigDecimal> roundTo)
                implements DoseRule {}

        /// Fixed amounts by age.
        ///
        /// @param steps amounts a prescriber may choose from, in mg, ascending
        /// @param first amount of the first visit below the age limit, in mg
        /// @param olderFrom age in years from which the older rule holds
        /// @param olderFirst amount of the first visit from that age on, in mg
        record FixedByAge(
                Cited<List<Integer>> steps,
                Cited<Integer> first,
                Cited<Integer> olderFrom,
                Cited<Integer> olderFirst)
                implements DoseRule {}
    }

    /// Which body weight a dose is computed from.
    public sealed interface WeightRule {
        /// The weight on the scale.
        record Actual() implements WeightRule {}

        /// Ideal weight from height and sex: `base + perCm * (height - fromCm)`.
        ///
        /// @param maleBase kg at `fromCm` for men
        /// @param femaleBase kg at `fromCm` for women
        /// @param perCm kg for each cm above `fromCm`
        /// @param fromCm height below which the rule does not hold
        record Ideal(
                Cited<BigDecimal> maleBase,
                Cited<BigDecimal> femaleBase,
                Cited<BigDecimal> perCm,
                Cited<BigDecimal> fromCm)
                implements WeightRule {}
    }
}
