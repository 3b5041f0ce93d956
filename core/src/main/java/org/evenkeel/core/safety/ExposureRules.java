package org.evenkeel.core.safety;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.ExposureLimits.DoseCreep;
import org.evenkeel.core.safety.ExposureLimits.IntervalShrink;
import org.evenkeel.core.safety.ExposureLimits.SessionCount;
import org.evenkeel.core.safety.Finding.Effect;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.MgPerKg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Signals of too much drug: shrinking intervals, growing doses, many treatments in a short time.
///
/// A dose or a count above its amber limit is a plain fact and becomes a question; a slope of
/// intervals is noisy, so amber stands beside the proposal and only red becomes a question.
final class ExposureRules {
    private ExposureRules() {}

    static List<Finding> review(
            Course known,
            Protocol protocol,
            Instrument instrument,
            ExposureLimits limits,
            int asOf) {
        List<Finding> findings = new ArrayList<>();
        List<Integer> intervals = maintenanceIntervals(known, protocol, asOf);
        intervalShrink(intervals, limits.intervalShrink()).ifPresent(findings::add);
        doseCreep(known, protocol, limits.doseCreep()).ifPresent(findings::add);
        sessionCount(known, limits.sessionCount()).ifPresent(findings::add);
        findings.addAll(EffectRules.review(known, protocol, instrument, limits));
        return findings;
    }

    /// Days between treatments from the last one of the induction on. The interval that is
    /// still open counts once it is longer than the one before it.
    private static List<Integer> maintenanceIntervals(Course known, Protocol protocol, int asOf) {
        List<Integer> days = known.treatmentDays();
        List<Integer> intervals = new ArrayList<>();
        for (int i = Math.max(1, protocol.inductionVisits()); i < days.size(); i++) {
            intervals.add(days.get(i) - days.get(i - 1));
        }
        if (!intervals.isEmpty() && asOf - days.getLast() > intervals.getLast()) {
            intervals.add(asOf - days.getLast());
        }
        return intervals;
    }

    private static Optional<Finding> intervalShrink(List<Integer> intervals, IntervalShrink limit) {
        int least = Math.max(limit.intervals().value(), limit.redCount().value() + 1);
        if (intervals.size() < least) {
            return Optional.empty();
        }
        int count = limit.redCount().value();
        double last = median(intervals.subList(intervals.size() - count, intervals.size()));
        double best = median(intervals.stream()
                .sorted((one, other) -> Integer.compare(other, one))
                .limit(count)
                .toList());
        int from = intervals.size() - limit.intervals().value();
        double change = Math.exp(logSlope(intervals.subList(from, intervals.size()))) - 1;
        boolean shrinking = change <= limit.amberSlope().value();
        boolean shrunk = last <= best * limit.redRatio().value();
        if (!shrinking && !shrunk) {
            return Optional.empty();
        }
        // Short intervals that have settled were asked about while they shrank.
        Effect effect = shrinking && shrunk ? Effect.ASK_IF_SHORTER : Effect.NOTE;
        return Optional.of(
                shrink(effect, shrunk ? limit.redRatio() : limit.amberSlope(), last, best));
    }

    private static Finding shrink(Effect effect, Cited<Double> limit, double last, double best) {
        return finding(
                effect,
                limit,
                new Reason(
                        ReasonCode.INTERVAL_SHRINK,
                        words(
                                "The latest intervals have a median of %.0f days; the longest had "
                                        + "%.0f.",
                                last, best),
                        List.of(
                                new Figure("latest-days", last),
                                new Figure("longest-days", best))));
    }

    private static double logSlope(List<Integer> intervals) {
        int n = intervals.size();
        double centre = (n - 1) / 2.0;
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < n; i++) {
            top += (i - centre) * Math.log(intervals.get(i));
            bottom += (i - centre) * (i - centre);
        }
        return top / bottom;
    }

    /// Amounts from a fixed ladder have no limit per kilogram; their growth counts.
    private static Optional<Finding> doseCreep(Course known, Protocol protocol, DoseCreep limit) {
        List<Double> doses = known.administrations().stream()
                .filter(given ->
                        protocol.agent().is(given.drug()) && given.route() == protocol.route())
                .flatMap(given -> given.dosePerKg().stream())
                .map(dose -> dose.value().doubleValue())
                .toList();
        if (doses.isEmpty()) {
            return Optional.empty();
        }
        double now = doses.getLast();
        Cited<MgPerKg> most = limit.redAbove(protocol.route());
        double cap = most.value().value().doubleValue();
        boolean fixed = protocol.dose() instanceof DoseRule.Fixed;
        if (now > cap && !fixed) {
            return Optional.of(finding(Effect.ASK, most, aboveCap(now, cap)));
        }
        int maintenance = protocol.inductionVisits();
        if (doses.size() <= maintenance) {
            return Optional.empty();
        }
        double first = doses.get(maintenance);
        return now < first * limit.amberRatio().value()
                ? Optional.empty()
                : Optional.of(finding(Effect.ASK, limit.amberRatio(), grown(first, now)));
    }

    private static Reason aboveCap(double now, double cap) {
        return new Reason(
                ReasonCode.DOSE_ABOVE_LIMIT,
                words("The latest dose was %.2f mg/kg; the limit is %.2f mg/kg.", now, cap),
                List.of(new Figure("dose-mgkg", now), new Figure("limit-mgkg", cap)));
    }

    private static Reason grown(double first, double now) {
        return new Reason(
                ReasonCode.DOSE_CREEP,
                words("The dose has grown from %.2f to %.2f mg/kg in maintenance.", first, now),
                List.of(new Figure("first-mgkg", first), new Figure("now-mgkg", now)));
    }

    private static Optional<Finding> sessionCount(Course known, SessionCount limit) {
        List<Integer> days = known.treatmentDays();
        if (days.isEmpty()
                || days.getLast() - days.getFirst() <= limit.afterDay().value()) {
            return Optional.empty();
        }
        int window = limit.windowDays().value();
        int firstCounted = Math.max(
                days.getLast() - window + 1, days.getFirst() + limit.afterDay().value() + 1);
        long count = days.stream().filter(day -> day >= firstCounted).count();
        return count <= limit.amberAbove().value()
                ? Optional.empty()
                : Optional.of(finding(
                        Effect.ASK,
                        limit.amberAbove(),
                        new Reason(
                                ReasonCode.SESSION_COUNT,
                                "There were " + count + " treatments within " + window
                                        + " days; the limit is "
                                        + limit.amberAbove().value() + ".",
                                List.of(
                                        new Figure("count", count),
                                        new Figure("limit", limit.amberAbove().value())))));
    }

    static Finding finding(Effect effect, Cited<?> limit, Reason reason) {
        return new Finding(reason, effect, limit.tag(), limit.source());
    }

    static String words(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }

    static double median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
