package org.evenkeel.core.forecast;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;

import java.util.List;

/// The relapse model's front door.
public final class RelapseModel {
    /// Names the model in stored forecasts; changes whenever an answer could change.
    public static final String VERSION = "state-space-3";

    /// Grid points below this share of the weight are left out of forecasts.
    private static final double NEGLIGIBLE = 1e-3;

    /// Grid points below this share are given up while scores are still being read.
    private static final double HOPELESS = 1e-5;

    private RelapseModel() {}

    /// Learns from what was known at the end of a day.
    ///
    /// @param course ratings and administrations; those after `asOf` are not looked at
    /// @param instrument the instrument of the ratings
    /// @param prior the population's prior, stated for that instrument
    /// @param asOf the day
    public static Posterior posterior(Course course, Instrument instrument, Prior prior, int asOf) {
        Course known = course.until(asOf);
        boolean recent = known.latestRating()
                .map(rating -> rating.day() >= asOf - prior.limits().staleAfterDays())
                .orElse(false);
        if (!recent) {
            return new Posterior.Refused("no-recent-score");
        }
        Components belief = filter(known, instrument, prior);
        belief.advance(asOf - lastDay(known));
        return new Fitted(known, instrument, prior, asOf, belief.heavy(NEGLIGIBLE));
    }

    /// Beliefs at the end of the last day on which something was known.
    static Components filter(Course known, Instrument instrument, Prior prior) {
        Components belief = Grid.before(prior, instrument);
        List<Rating> ratings = known.ratings();
        List<Integer> given = known.treatmentDays();
        int r = 0;
        int g = 0;
        int today = Integer.MIN_VALUE;
        while (r < ratings.size() || g < given.size()) {
            // A rating on a treatment's day was given before it.
            boolean ratingNext = g == given.size()
                    || (r < ratings.size() && ratings.get(r).day() <= given.get(g));
            int day = ratingNext ? ratings.get(r).day() : given.get(g);
            belief.advance(today == Integer.MIN_VALUE ? 0 : day - today);
            today = day;
            if (ratingNext) {
                belief.observe(ratings.get(r++).score());
                if (r % 3 == 0) {
                    belief.drop(HOPELESS);
                }
            } else {
                belief.treat();
                g++;
            }
        }
        return belief;
    }

    private static int lastDay(Course known) {
        int rated = known.latestRating().orElseThrow().day();
        List<Integer> given = known.treatmentDays();
        return given.isEmpty() ? rated : Math.max(rated, given.getLast());
    }
}
