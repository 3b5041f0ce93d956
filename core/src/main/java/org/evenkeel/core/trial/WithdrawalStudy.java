package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.DailyChance;
import org.evenkeel.core.insilico.DailyChance.Of;
import org.evenkeel.core.insilico.World;
import org.evenkeel.core.numerics.HazardRatio;
import org.evenkeel.core.numerics.KaplanMeier.Watched;

import java.util.ArrayList;
import java.util.List;

/// A randomised withdrawal as SUSTAIN-1 did it: four weeks of induction twice a week, twelve
/// weeks of weekly or two-weekly treatment, then half of those who are stably well go on and
/// half stop.
///
/// Its scale is read as in the policies: remission is a PHQ-9 below 5, a relapse two weekly
/// scores in a row of at least 10. Its patients went on with an antidepressant; ours have
/// none to go on with.
///
/// @param remitted those in stable remission when randomised
/// @param responded those in stable response only
public record WithdrawalStudy(Stratum remitted, Stratum responded) {
    private static final int INDUCTION_DAYS = 28;
    private static final int RANDOMISED_ON = 112;
    private static final int REMISSION_BELOW = 5;
    private static final int RELAPSE_FROM = 10;
    private static final int SHORTEST_FOLLOW_UP = 28;
    private static final int LONGEST_FOLLOW_UP = 280;

    /// Two arms of one stratum: days to relapse or to the end of watching.
    public record Stratum(List<Watched> continued, List<Watched> withdrawn) {
        /// Share of an arm that relapsed; `NaN` for an empty one.
        public static double relapsed(List<Watched> arm) {
            return arm.stream().filter(Watched::event).count() / (double) arm.size();
        }

        /// Hazard of relapse of going on over stopping.
        public HazardRatio hazardRatio() {
            return HazardRatio.of(continued, withdrawn);
        }
    }

    /// @param world whose patients
    /// @param patients how many begin
    /// @param seed decides what is left to chance
    public static WithdrawalStudy in(World world, int patients, long seed) {
        WithdrawalStudy study = new WithdrawalStudy(
                new Stratum(new ArrayList<>(), new ArrayList<>()),
                new Stratum(new ArrayList<>(), new ArrayList<>()));
        for (long n = 0; n < patients; n++) {
            study.include(new Participant(world, seed, n), n % 2 == 0);
        }
        return study;
    }

    private void include(Participant participant, boolean continues) {
        participant.liveUntil(RANDOMISED_ON, true);
        if (participant.inStableRemission()) {
            add(remitted, participant, continues);
        } else if (participant.inStableResponse()) {
            add(responded, participant, continues);
        }
    }

    private static void add(Stratum stratum, Participant participant, boolean continues) {
        (continues ? stratum.continued : stratum.withdrawn).add(participant.watched(continues));
    }

    /// One patient in the study.
    private static final class Participant {
        private final Stay stay;
        private final DailyChance chance;
        private final List<Integer> weekly = new ArrayList<>();
        private int next;

        Participant(World world, long seed, long number) {
            this.chance = new DailyChance(seed, number);
            DailyChance draw = new DailyChance(~seed, number).on(0, Of.NATURE);
            this.stay = new Stay(world.drawn(draw, chance), chance, 0);
        }

        void liveUntil(int end, boolean treated) {
            while (stay.today() < end) {
                int today = stay.today();
                if (today % 7 == 0) {
                    stay.chance().on(today, Of.ANSWER);
                    weekly.add(stay.patient().answer());
                }
                if (treated && today >= next) {
                    stay.treat();
                    next = today + interval(today);
                }
                stay.nextDay();
            }
        }

        /// Days to the next treatment: twice a week, weekly, then by the rule every four
        /// weeks.
        private int interval(int today) {
            if (today < INDUCTION_DAYS) {
                return today % 7 == 0 ? 3 : 4;
            }
            int review = today / 28 * 28;
            boolean reviewed = review >= 2 * INDUCTION_DAYS;
            return reviewed && weekly.get(review / 7) < REMISSION_BELOW ? 14 : 7;
        }

        boolean inStableRemission() {
            return latest(4).stream().filter(score -> score < REMISSION_BELOW).count() >= 3;
        }

        boolean inStableResponse() {
            return latest(2).stream().allMatch(score -> 2 * score <= weekly.getFirst());
        }

        private List<Integer> latest(int weeks) {
            return weekly.subList(weekly.size() - weeks, weekly.size());
        }

        /// Lives on to relapse, or to a day that has nothing to do with the patient.
        Watched watched(boolean treated) {
            int watchedDays =
                    chance.on(-1, Of.VISIT).nextInt(SHORTEST_FOLLOW_UP, LONGEST_FOLLOW_UP + 1);
            int end = RANDOMISED_ON + watchedDays;
            while (stay.today() < end) {
                liveUntil(Math.min(end, stay.today() + 7), treated);
                if (latest(2).stream().allMatch(score -> score >= RELAPSE_FROM)) {
                    return new Watched(stay.today() - RANDOMISED_ON, true);
                }
            }
            return new Watched(watchedDays, false);
        }
    }
}
