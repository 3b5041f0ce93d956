package org.evenkeel.core.forecast;

import org.evenkeel.core.numerics.Exponential;
import org.evenkeel.core.numerics.Normal;

import java.util.Arrays;
import java.util.List;

/// The expected number of days unwell under planned treatments.
///
/// With no scores to come, the state of a component moves by itself and whether benefit is there
/// does not hang on it: both are known in closed form for any later time, and the sum over days is
/// taken from a few times, all of them at once for each component.
final class UnwellDays {
    private final Components belief;
    private final double[] line;
    private final Times times;
    /// For each mechanism and time: the share of benefit that is built, or the chance of being in
    /// a spell, of somebody who begins with none of it and with all of it.
    private final double[][] fromNone;
    private final double[][] fromAll;
    /// For each pattern of fluctuation and time: what remains of a deviation.
    private final double[][] keeps;
    private final double[] none;
    private final double[] all;
    private final double[] distance;

    private UnwellDays(Components belief, Times times, double[] line) {
        this.belief = belief;
        this.times = times;
        this.line = line;
        int count = times.count();
        Grid grid = belief.grid();
        fromNone = new double[grid.mechanisms()][count];
        fromAll = new double[grid.mechanisms()][count];
        keeps = new double[grid.fluctuations()][count];
        none = new double[count];
        all = new double[count];
        Arrays.fill(all, 1);
        distance = new double[count];
    }

    /// Expected days unwell.
    ///
    /// @param belief beliefs on the as-of day
    /// @param days how many days after the as-of day are counted
    /// @param planned days of planned treatments after the as-of day, which is 0; ascending
    /// @param line where being unwell begins, for each link
    static double of(Components belief, int days, List<Integer> planned, double[] line) {
        UnwellDays unwell = new UnwellDays(belief, new Times(days, planned), line);
        unwell.followDeviations();
        unwell.followBenefit();
        return unwell.sum();
    }

    private void followDeviations() {
        for (int f = 0; f < keeps.length; f++) {
            double perDay = -1 / belief.grid().deviationDays(f);
            for (int t = 0; t < times.count(); t++) {
                keeps[f][t] = perDay * times.day[t];
            }
            Exponential.ofNegative(keeps[f], times.count());
        }
    }

    private void followBenefit() {
        boolean[] believed = new boolean[fromNone.length];
        for (Gaussians some : belief.all()) {
            for (int i = 0; i < some.size(); i++) {
                believed[some.mechanism[i]] = true;
            }
        }
        for (int m = 0; m < believed.length; m++) {
            if (believed[m]) {
                followBenefit(m);
            }
        }
    }

    private void followBenefit(int mechanism) {
        Benefit benefit = new Benefit(belief, mechanism);
        int t = 0;
        int stretch = 0;
        while (t < times.count()) {
            int next = times.stretch[t];
            if (next > stretch) {
                benefit.skip(next - stretch, times.days(stretch, next));
                stretch = next;
            }
            while (t < times.count() && times.stretch[t] == stretch) {
                benefit.passTo(times.intoStretch(t));
                fromNone[mechanism][t] = benefit.fromNone;
                fromAll[mechanism][t] = benefit.fromAll;
                t++;
            }
            benefit.passTo(times.days(stretch, stretch + 1));
            benefit.treat();
            stretch++;
        }
    }

    private double sum() {
        double sum = 0;
        double[] built = new double[times.count()];
        for (int i = 0; i < belief.fading.size(); i++) {
            double[] low = fromNone[belief.fading.mechanism[i]];
            double[] high = fromAll[belief.fading.mechanism[i]];
            double begun = belief.fading.built[i];
            for (int t = 0; t < built.length; t++) {
                built[t] = low[t] + begun * (high[t] - low[t]);
            }
            sum += belief.fading.weight[i] * unwell(belief.fading, i, built, all);
        }
        return sum + spells(belief.out, fromNone) + spells(belief.in, fromAll);
    }

    private double spells(Gaussians side, double[][] chances) {
        double sum = 0;
        double[] outside = new double[times.count()];
        for (int i = 0; i < side.size(); i++) {
            double[] within = chances[side.mechanism[i]];
            for (int t = 0; t < outside.length; t++) {
                outside[t] = 1 - within[t];
            }
            double days = unwell(side, i, none, outside) + unwell(side, i, all, within);
            sum += side.weight[i] * days;
        }
        return sum;
    }

    /// Days unwell of one component, each counted by the chance that its benefit is as built.
    private double unwell(Gaussians some, int i, double[] built, double[] chance) {
        measure(some, i, built);
        Normal.cdf(distance, 0, distance.length);
        double days = 0;
        for (int t = 0; t < distance.length; t++) {
            days += times.days[t] * chance[t] * distance[t];
        }
        return days;
    }

    /// How far severity is expected above the line, in its standard deviations.
    private void measure(Gaussians some, int i, double[] built) {
        double[] keep = keeps[some.fluctuation[i]];
        double above = some.level[i] - line[some.link[i]];
        double settled = some.varLevel[i] + some.deviationVar[i];
        double unsettled = some.varDeviation[i] - some.deviationVar[i];
        for (int t = 0; t < distance.length; t++) {
            double k = keep[t];
            double b = built[t];
            double mean = above + k * some.deviation[i] - b * some.benefit[i];
            double variance = settled
                    + some.wanderVar[i] * times.day[t]
                    + k * (k * unsettled + 2 * some.covLevelDeviation[i])
                    + b * b * (some.varBenefit[i] + some.benefitWanderVar[i] * times.treated[t])
                    - 2 * b * (some.covLevelBenefit[i] + k * some.covDeviationBenefit[i]);
            distance[t] = mean / Math.sqrt(variance);
        }
    }

    /// The share of benefit that is built under one mechanism, or the chance of being in a spell,
    /// of somebody who begins with none of it and with all of it.
    private static final class Benefit {
        private final Grid grid;
        private final int mechanism;
        private int treatments;
        private double lasting;
        /// Days from the latest treatment to the beginning of the stretch, and to now.
        private double begun;
        private double since;
        double fromNone;
        double fromAll = 1;

        Benefit(Components belief, int mechanism) {
            grid = belief.grid();
            this.mechanism = mechanism;
            treatments = belief.treatments();
            lasting = grid.lastingDays(mechanism, treatments);
            begun = belief.daysSinceTreatment();
            since = begun;
        }

        void treat() {
            double start = grid.start()[mechanism];
            fromNone += start * (1 - fromNone);
            fromAll += start * (1 - fromAll);
            given(1);
        }

        private void given(int more) {
            treatments += more;
            lasting = grid.lastingDays(mechanism, treatments);
            begun = 0;
            since = 0;
        }

        /// Passes some stretches and the treatments they end with at once: each does nearly the
        /// same, so the middle one is taken so many times.
        void skip(int stretches, double days) {
            double none = fromNone;
            double all = fromAll;
            int after = treatments + stretches;
            given((stretches - 1) / 2);
            fromNone = 0;
            fromAll = 1;
            passTo(days / stretches);
            treat();
            double slope = fromAll - fromNone;
            double slopes = Math.pow(slope, stretches);
            double added = slope < 1 ? fromNone * (1 - slopes) / (1 - slope) : 0;
            fromNone = slopes * none + added;
            fromAll = slopes * all + added;
            given(after - treatments);
        }

        void passTo(double intoStretch) {
            double then = begun + intoStretch;
            double days = then - since;
            if (grid.isSpell(mechanism)) {
                pass(then, days);
            } else {
                double remains = Math.exp(-days / lasting);
                fromNone *= remains;
                fromAll *= remains;
            }
            since = then;
        }

        /// Spells end by their survival and begin at an even rate: what began on the way and is
        /// still there is integrated by Simpson's rule.
        private void pass(double then, double days) {
            double begin = treatments == 0 ? 0 : Grid.REMITS_PER_DAY * days;
            double out = Math.exp(-begin);
            double over = 1 + grid.odds(mechanism, then, lasting);
            double stays = out * (1 + grid.odds(mechanism, since, lasting)) / over;
            double half = 1 + grid.odds(mechanism, since + days / 2, lasting);
            double came = begin * (stays + 4 * Math.sqrt(out) * half / over + 1) / 6;
            fromNone = came + fromNone * stays;
            fromAll = came + fromAll * stays;
        }
    }
}
