package org.evenkeel.core.safety;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.safety.Finding.Effect;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Everything in a course that must withhold a proposal, turn it into a question, or stand beside
/// it.
public final class SafetyRules {
    private SafetyRules() {}

    /// Reviews what is known; the strongest findings first.
    ///
    /// @param known ratings and administrations up to today
    /// @param protocol the protocol the patient is on
    /// @param instrument the instrument of the ratings
    /// @param limits from where on a trend is a signal
    /// @param asOf today
    public static List<Finding> review(
            Course known,
            Protocol protocol,
            Instrument instrument,
            ExposureLimits limits,
            int asOf) {
        List<Finding> findings = new ArrayList<>();
        selfHarm(known, instrument).ifPresent(findings::add);
        noResponse(known, protocol, instrument).ifPresent(findings::add);
        differentTreatment(known, protocol).ifPresent(findings::add);
        findings.addAll(ExposureRules.review(known, protocol, instrument, limits, asOf));
        findings.sort((one, other) -> one.effect().compareTo(other.effect()));
        return findings;
    }

    private static Optional<Finding> selfHarm(Course known, Instrument instrument) {
        OptionalInt latest = known.ratings().reversed().stream()
                .map(Rating::riskItem)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        return latest.isEmpty()
                ? Optional.empty()
                : instrument
                        .riskItem()
                        .filter(item -> latest.getAsInt() >= item.from().value())
                        .map(item -> selfHarmFinding(latest.getAsInt(), item));
    }

    private static Finding selfHarmFinding(int answer, Instrument.RiskItem item) {
        String words = "The latest answer to the item about self-harm is " + answer
                + " (0 is not at all): speak with the patient first.";
        return new Finding(
                new Reason(ReasonCode.SELF_HARM_ITEM, words, List.of(new Figure("answer", answer))),
                Effect.ASK,
                item.from().tag(),
                item.from().source());
    }

    /// Too little improvement after a full series, or after fewer treatments where a rule of
    /// the protocol says so. Counted and compared from the beginning of the present course on.
    private static Optional<Finding> noResponse(
            Course known, Protocol protocol, Instrument instrument) {
        List<Integer> days = known.by(protocol).treatmentDays();
        Optional<StopRule> rule = stopRule(protocol);
        int series = protocol.inductionVisits();
        int visits = Math.min(series, rule.map(StopRule::visits).orElse(series));
        if (days.size() < visits || known.ratings().isEmpty()) {
            return Optional.empty();
        }
        int first = days.getFirst();
        int end = days.get(visits - 1);
        if (known.latestRating().orElseThrow().day() <= end) {
            return Optional.empty();
        }
        Optional<Rating> baseline = known.ratings().stream()
                .filter(rating -> rating.day() <= first)
                .reduce((_, later) -> later);
        int best = known.ratings().stream()
                .filter(rating -> rating.day() > first)
                .mapToInt(Rating::score)
                .min()
                .orElseThrow();
        boolean responded = baseline.map(from -> rule.map(stop -> stop.isEnough(from.score(), best))
                        .orElse(Outcomes.isResponse(instrument, from.score(), best)))
                .orElse(false);
        if (responded || !Outcomes.isUnwell(instrument, best)) {
            return Optional.empty();
        }
        String after = visits < series
                ? "After " + visits + " treatments"
                : "After a full series of " + series + " treatments";
        Cited<?> limit = rule.<Cited<?>>map(StopRule::limit)
                .orElse(instrument.definitions().responseFraction());
        return Optional.of(noResponse(after, best, baseline, visits, limit));
    }

    /// What a protocol says about no response.
    private record StopRule(Trigger.NoResponse trigger) {
        int visits() {
            return trigger.afterVisits().value();
        }

        /// The figure of the two that is followed less far to its source.
        Cited<?> limit() {
            return trigger.afterVisits().tag().isUnverified()
                    ? trigger.afterVisits()
                    : trigger.lessThan();
        }

        boolean isEnough(int baseline, int best) {
            return baseline > 0 && baseline - best >= trigger.lessThan().value() * baseline;
        }
    }

    private static Optional<StopRule> stopRule(Protocol protocol) {
        return protocol.supervision().holds().stream()
                .filter(rule -> rule.action() == HoldRule.Action.STOP_COURSE)
                .flatMap(rule -> rule.trigger() instanceof Trigger.NoResponse trigger
                        ? Stream.of(new StopRule(trigger))
                        : Stream.empty())
                .findFirst();
    }

    private static Finding noResponse(
            String after, int best, Optional<Rating> baseline, int visits, Cited<?> limit) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("best-score", best));
        figures.add(new Figure("series", visits));
        baseline.ifPresent(from -> figures.add(new Figure("baseline", from.score())));
        String from = baseline.map(rating -> " from " + rating.score()).orElse("");
        return new Finding(
                new Reason(
                        ReasonCode.NO_RESPONSE_AFTER_SERIES,
                        after + " the best score is " + best + from + ": not a response.",
                        figures),
                Effect.WITHHOLD,
                limit.tag(),
                limit.source());
    }

    private static Optional<Finding> differentTreatment(Course known, Protocol protocol) {
        return known.latestAdministration()
                .filter(last ->
                        !protocol.agent().is(last.drug()) || last.route() != protocol.route())
                .map(last -> new Finding(
                        new Reason(
                                ReasonCode.DIFFERENT_TREATMENT,
                                "The latest treatment was " + name(last) + "; the protocol is for "
                                        + protocol.agent().name().toLowerCase(Locale.ROOT)
                                        + " " + protocol.route() + ".",
                                List.of()),
                        Effect.ASK,
                        EvidenceTag.P,
                        "a protocol speaks for its own drug and route"));
    }

    private static String name(Administration administration) {
        return administration.drug().name().toLowerCase(Locale.ROOT) + " " + administration.route();
    }
}
