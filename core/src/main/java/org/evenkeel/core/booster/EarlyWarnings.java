package org.evenkeel.core.booster;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.protocol.IntervalBounds.EarlyWarning;

import java.util.List;
import java.util.Optional;

/// Finds scores that warn of the depression coming back. One may be chance, so the next must
/// confirm it.
final class EarlyWarnings {
    private final EarlyWarning rule;
    private final List<Rating> ratings;
    private final double[] smoothed;
    /// The lowest score before each, since the first treatment.
    private final int[] best;

    private EarlyWarnings(EarlyWarning rule, List<Rating> ratings) {
        this.rule = rule;
        this.ratings = ratings;
        this.smoothed = new double[ratings.size()];
        this.best = new int[ratings.size()];
        double weight = rule.smoothing().value();
        for (int i = 0; i < ratings.size(); i++) {
            int score = ratings.get(i).score();
            smoothed[i] = i == 0 ? score : weight * score + (1 - weight) * smoothed[i - 1];
            best[i] = i == 0 ? score : Math.min(best[i - 1], ratings.get(i - 1).score());
        }
    }

    /// A score that warned and the one that confirmed it.
    record Confirmed(int first, int second) {}

    /// The latest warning confirmed on a day or after it.
    static Optional<Confirmed> confirmed(EarlyWarning rule, Course known, int since) {
        int first = known.treatmentDays().getFirst();
        List<Rating> ratings =
                known.ratings().stream().filter(rating -> rating.day() > first).toList();
        return new EarlyWarnings(rule, ratings).latest(since);
    }

    private Optional<Confirmed> latest(int since) {
        for (int i = ratings.size() - 2; i >= 0 && ratings.get(i + 1).day() >= since; i--) {
            int apart = ratings.get(i + 1).day() - ratings.get(i).day();
            if (apart <= rule.confirmDays().value() && (staysRisen(i) || staysHigh(i))) {
                return Optional.of(
                        new Confirmed(ratings.get(i).score(), ratings.get(i + 1).score()));
            }
        }
        return Optional.empty();
    }

    /// Whether a score rose at once and the next stays as far above the one before the rise.
    private boolean staysRisen(int i) {
        if (i == 0) {
            return false;
        }
        int before = ratings.get(i - 1).score();
        int rise = rule.rise().value();
        return ratings.get(i).score() - before >= rise
                && ratings.get(i + 1).score() - before >= rise;
    }

    private boolean staysHigh(int i) {
        return isHigh(i) && isHigh(i + 1);
    }

    private boolean isHigh(int i) {
        return ratings.get(i).score() >= rule.from().value()
                && smoothed[i] - best[i] > rule.aboveBest().value();
    }
}
