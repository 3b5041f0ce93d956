package org.evenkeel.core.trial;

import org.evenkeel.core.course.Rating;

import java.util.List;

/// The project's default rule of early warning on weekly scores: a smoothed score well above
/// the patient's own best, or one clear rise, each confirmed by the answer that follows.
final class EarlyWarning {
    private static final double SMOOTHING = 0.4;
    private static final double ABOVE_BEST = 4;
    private static final int AT_LEAST = 8;
    private static final int CLEAR_RISE = 6;

    private EarlyWarning() {}

    /// Whether the last two answers both warn, the latest of them after the latest treatment.
    static boolean confirmed(List<Rating> ratings, int lastTreatment) {
        int n = ratings.size();
        if (n < 3 || ratings.getLast().day() <= lastTreatment) {
            return false;
        }
        boolean[] warns = new boolean[2];
        double smooth = ratings.getFirst().score();
        double best = smooth;
        for (int i = 1; i < n; i++) {
            int score = ratings.get(i).score();
            smooth += SMOOTHING * (score - smooth);
            best = Math.min(best, smooth);
            boolean rose = score - ratings.get(i - 1).score() >= CLEAR_RISE;
            boolean stayedUp =
                    warns[1] && i > 1 && score - ratings.get(i - 2).score() >= CLEAR_RISE;
            boolean trend = smooth - best > ABOVE_BEST && score >= AT_LEAST;
            warns[0] = warns[1];
            warns[1] = trend || rose || stayedUp;
        }
        return warns[0] && warns[1];
    }
}
