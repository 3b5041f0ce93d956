package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.DailyChance;
import org.evenkeel.core.insilico.DailyChance.Of;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.numerics.KaplanMeier;
import org.evenkeel.core.numerics.KaplanMeier.Watched;

import java.util.ArrayList;
import java.util.List;

/// What a first series brings and how long it lasts untreated, as cohort studies report it.
///
/// @param response share whose score at the first answer after the series is at most half of
///     the score before it
/// @param remission share whose score then is below 5
/// @param kept how long responders keep a response, in days from that answer
public record SeriesStudy(double response, double remission, KaplanMeier kept) {
    private static final int REMISSION_BELOW = 5;

    /// @param world whose patients
    /// @param patients how many
    /// @param seed decides what is left to chance
    /// @param askedEveryDays how often responders are asked afterwards, a multiple of 7;
    ///     asked seldom, fewer lapses that come and go are seen
    public static SeriesStudy in(World world, int patients, long seed, int askedEveryDays) {
        int responded = 0;
        int remitted = 0;
        List<Watched> kept = new ArrayList<>();
        for (long n = 0; n < patients; n++) {
            Enrolled enrolled = Enrolled.in(world, Visits.usual(), seed, n);
            int before = enrolled.chart().scoreUntil(0);
            Stay stay = enrolled.stay();
            int after = score(stay);
            remitted += after < REMISSION_BELOW ? 1 : 0;
            if (2 * after <= before) {
                responded++;
                kept.add(untilLost(stay, before, askedEveryDays));
            }
        }
        return new SeriesStudy(
                responded / (double) patients, remitted / (double) patients, new KaplanMeier(kept));
    }

    private static Watched untilLost(Stay stay, int before, int askedEveryDays) {
        int from = stay.today();
        for (int day = askedEveryDays; day <= Enrolled.FOLLOW_UP_DAYS; day += askedEveryDays) {
            stay.unwellOn(from + day);
            if (2 * score(stay) > before) {
                return new Watched(day, true);
            }
        }
        return new Watched(Enrolled.FOLLOW_UP_DAYS, false);
    }

    private static int score(Stay stay) {
        DailyChance chance = stay.chance();
        chance.on(stay.today(), Of.ANSWER);
        return stay.patient().answer();
    }
}
