package org.evenkeel.core.booster;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Interval;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.protocol.IntervalBounds.Stability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Says what is missing before a patient counts as stable. What nobody asked is missing.
final class Steadiness {
    private final Stability rule;
    private final Instrument instrument;
    private final List<Interval> intervals;
    private final int baseline;

    private Steadiness(
            Stability rule, Instrument instrument, List<Interval> intervals, int baseline) {
        this.rule = rule;
        this.instrument = instrument;
        this.intervals = intervals;
        this.baseline = baseline;
    }

    /// What is missing, in words that follow a colon; empty where the patient is stable.
    ///
    /// The score of a visit is the latest one since the visit before. A score after the last
    /// visit may be better, not worse.
    static Optional<String> lacking(Stability rule, Instrument instrument, Course known) {
        List<Interval> intervals = Interval.of(known);
        Optional<Rating> baseline = known.ratings().stream()
                .filter(rating -> rating.day() <= intervals.getFirst().day())
                .reduce((_, later) -> later);
        return baseline.isEmpty()
                ? Optional.of("no score from before the first treatment is known, so a response "
                        + "cannot be told")
                : new Steadiness(rule, instrument, intervals, baseline.get().score()).lacking();
    }

    private Optional<String> lacking() {
        int last = intervals.size() - 1;
        for (int visit = last; visit > last - rule.visits().value(); visit--) {
            OptionalInt before = score(visit - 1);
            OptionalInt at = score(visit);
            if (before.isEmpty() || at.isEmpty()) {
                return Optional.of("a score is missing at one of the latest "
                        + (rule.visits().value() + 1) + " visits");
            }
            Optional<String> unsteady = unsteady(before.getAsInt(), at.getAsInt());
            if (unsteady.isPresent()) {
                return unsteady;
            }
        }
        return since(score(last).orElseThrow(), intervals.getLast().last());
    }

    private Optional<String> unsteady(int before, int at) {
        if (Math.abs(at - before) >= rule.change().value()) {
            return Optional.of("the score went from " + before + " to " + at
                    + " between two of the latest visits");
        }
        return notInResponse(at);
    }

    private Optional<String> since(int atVisit, OptionalInt now) {
        if (now.isEmpty()) {
            return Optional.empty();
        }
        if (now.getAsInt() - atVisit >= rule.change().value()) {
            return Optional.of("the score has risen from " + atVisit + " to " + now.getAsInt()
                    + " since the last visit");
        }
        return notInResponse(now.getAsInt());
    }

    private Optional<String> notInResponse(int score) {
        return Outcomes.isResponse(instrument, baseline, score)
                ? Optional.empty()
                : Optional.of("a score of " + score + " is no response to the " + baseline
                        + " before treatment");
    }

    /// The score of a visit; the first visit of all has none that could be steady.
    private OptionalInt score(int visit) {
        return visit < 1 ? OptionalInt.empty() : intervals.get(visit - 1).last();
    }
}
