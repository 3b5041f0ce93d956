package org.evenkeel.core.numerics;

import org.evenkeel.core.numerics.KaplanMeier.Watched;

import java.util.List;
import java.util.TreeMap;

/// The hazard of one group against another by Cox's proportional hazards, ties by Efron.
///
/// @param ratio hazard of the treated over that of the others
/// @param low lower end of the 95 % interval
/// @param high upper end
public record HazardRatio(double ratio, double low, double high) {
    private static final double NINETY_FIVE = 1.959964;
    private static final int STEPS = 50;
    private static final double CLOSE = 1e-10;
    /// Where a group has no event the estimate runs away; it is held here.
    private static final double FARTHEST = 20;

    /// Of two groups that both have someone; `NaN` where nobody had the event.
    public static HazardRatio of(List<Watched> treated, List<Watched> others) {
        TreeMap<Double, int[]> times = new TreeMap<>();
        count(times, treated, 0);
        count(times, others, 1);
        double log = 0;
        double information = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(times, treated.size(), others.size(), log);
            information = slope[1];
            double move = slope[0] / slope[1];
            log = Math.clamp(log + move, -FARTHEST, FARTHEST);
            if (!(Math.abs(move) > CLOSE)) {
                break;
            }
        }
        double half = NINETY_FIVE / Math.sqrt(information);
        return new HazardRatio(Math.exp(log), Math.exp(log - half), Math.exp(log + half));
    }

    /// By time: events and people leaving of the treated (0, 2) and the others (1, 3).
    private static void count(TreeMap<Double, int[]> times, List<Watched> group, int at) {
        for (Watched each : group) {
            int[] counts = times.computeIfAbsent(each.time(), _ -> new int[4]);
            counts[at] += each.event() ? 1 : 0;
            counts[at + 2]++;
        }
    }

    /// First derivative of the partial log likelihood, and the information.
    private static double[] slope(
            TreeMap<Double, int[]> times, int treated, int others, double log) {
        double risk = Math.exp(log);
        int inTreated = treated;
        int inOthers = others;
        double[] slope = new double[2];
        for (int[] counts : times.values()) {
            int events = counts[0] + counts[1];
            slope[0] += counts[0];
            for (int tie = 0; tie < events; tie++) {
                double passed = tie / (double) events;
                double one = risk * (inTreated - passed * counts[0]);
                double all = one + inOthers - passed * counts[1];
                double share = one / all;
                slope[0] -= share;
                slope[1] += share * (1 - share);
            }
            inTreated -= counts[2];
            inOthers -= counts[3];
        }
        return slope;
    }
}
