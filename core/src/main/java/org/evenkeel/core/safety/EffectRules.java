package org.evenkeel.core.safety;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.Finding.Effect;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Signals of tolerance: maintenance treatments that improve less, or last less long, than this
/// patient's own used to.
///
/// Only treatments given to an unwell patient say how much a treatment improves; those given
/// before severity returned would make every well-timed booster look like a loss of effect.
final class EffectRules {
    private EffectRules() {}

    static List<Finding> review(
            Course known, Protocol protocol, Instrument instrument, ExposureLimits limits) {
        List<Integer> days = known.treatmentDays();
        int from = Math.min(days.size(), Math.max(0, protocol.inductionVisits() - 1));
        List<Integer> maintenance = days.subList(from, days.size());
        List<Finding> findings = new ArrayList<>();
        effectLoss(known, maintenance, instrument, limits.effectLoss()).ifPresent(findings::add);
        durationLoss(known, maintenance, instrument, limits.durationLoss())
                .ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> effectLoss(
            Course known,
            List<Integer> days,
            Instrument instrument,
            ExposureLimits.EffectLoss limit) {
        List<Integer> improvements = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int end = i + 1 < days.size() ? days.get(i + 1) : Integer.MAX_VALUE;
            improvement(known, days.get(i), end, instrument, limit).ifPresent(improvements::add);
        }
        return new Loss(
                        ReasonCode.EFFECT_LOSS,
                        limit.redDoses().value(),
                        limit.ownDoses().value(),
                        limit.redLoss())
                .in(
                        improvements,
                        "The latest treatments improved the score by at most %.0f points; this "
                                + "patient's own median is %.0f.");
    }

    /// Points gained by a treatment given to an unwell patient, if ratings on both sides
    /// show it.
    private static Optional<Integer> improvement(
            Course known,
            int day,
            int end,
            Instrument instrument,
            ExposureLimits.EffectLoss limit) {
        int from = day - limit.daysBefore().value();
        Optional<Rating> before = known.ratings().stream()
                .filter(rating -> rating.day() <= day && rating.day() >= from)
                .reduce((_, later) -> later)
                .filter(rating -> Outcomes.isUnwell(instrument, rating.score()));
        int until = Math.min(end, day + limit.daysAfter().value());
        OptionalInt best = known.ratings().stream()
                .filter(rating -> rating.day() > day && rating.day() <= until)
                .mapToInt(Rating::score)
                .min();
        return before.isPresent() && best.isPresent()
                ? Optional.of(before.get().score() - best.getAsInt())
                : Optional.empty();
    }

    private static Optional<Finding> durationLoss(
            Course known,
            List<Integer> days,
            Instrument instrument,
            ExposureLimits.DurationLoss limit) {
        List<Integer> durations = new ArrayList<>();
        int doses = limit.redDoses().value();
        for (int i = 0; i < days.size(); i++) {
            boolean last = i + 1 == days.size();
            int end = last ? Integer.MAX_VALUE : days.get(i + 1);
            OptionalInt lapse = firstUnwell(known, days.get(i), end, instrument);
            if (lapse.isPresent()) {
                durations.add(lapse.getAsInt() - days.get(i));
            } else if (!last) {
                // Still well when the next treatment came: it lasted at least so long.
                durations.add(days.get(i + 1) - days.get(i));
                if (days.size() - i <= doses) {
                    return Optional.empty();
                }
            }
        }
        return new Loss(ReasonCode.DURATION_LOSS, doses, limit.ownDoses().value(), limit.redLoss())
                .in(
                        durations,
                        "The latest treatments lasted at most %.0f days; this patient's own "
                                + "median is %.0f.");
    }

    /// Day of the first score that shows the patient unwell again. A score that the next one
    /// takes back was noise.
    private static OptionalInt firstUnwell(Course known, int day, int end, Instrument instrument) {
        List<Rating> between = known.ratings().stream()
                .filter(rating -> rating.day() > day && rating.day() <= end)
                .toList();
        for (int i = 0; i < between.size(); i++) {
            boolean takenBack = i + 1 < between.size()
                    && !Outcomes.isUnwell(instrument, between.get(i + 1).score());
            if (Outcomes.isUnwell(instrument, between.get(i).score()) && !takenBack) {
                return OptionalInt.of(between.get(i).day());
            }
        }
        return OptionalInt.empty();
    }

    /// The latest few values against the patient's own median of the earlier ones.
    ///
    /// @param latest how many count as latest
    /// @param earlier how many earlier ones it needs
    /// @param limit relative loss from which on it is a finding
    private record Loss(ReasonCode code, int latest, int earlier, Cited<Double> limit) {
        Optional<Finding> in(List<Integer> values, String words) {
            if (values.size() < latest + earlier) {
                return Optional.empty();
            }
            int split = values.size() - latest;
            double own = ExposureRules.median(values.subList(0, split));
            double most = Collections.max(values.subList(split, values.size()));
            return own <= 0 || most > own * (1 - limit.value())
                    ? Optional.empty()
                    : Optional.of(finding(most, own, words));
        }

        private Finding finding(double most, double own, String words) {
            return ExposureRules.finding(
                    Effect.ASK_IF_SHORTER,
                    limit,
                    new Reason(
                            code,
                            ExposureRules.words(words, most, own),
                            List.of(new Figure("latest", most), new Figure("own", own))));
        }
    }
}
