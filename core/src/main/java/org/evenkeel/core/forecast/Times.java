package org.evenkeel.core.forecast;

import java.util.Arrays;
import java.util.List;

/// A few times after the as-of day that stand for all days up to a last one: what is summed over
/// the days is summed over them, each counted for some days.
///
/// Treatments cut the days into stretches. Within one, two times (Gauss-Legendre) stand for a
/// panel of days; panels lengthen, as changes slow down. Of many stretches after each other, which
/// change little from one to the next, some stand for those between them.
final class Times {
    /// Days of the first panel of a stretch; each next one is twice as long.
    private static final double FIRST_PANEL = 8;

    private static final double GAUSS = 1 / Math.sqrt(3);

    /// Day on which each stretch ends; the first begins on day 0.
    private final int[] ends;
    private int count;
    /// Days after the as-of day.
    double[] day = new double[64];
    /// How many days each time stands for.
    double[] days = new double[64];
    /// Planned treatments before it, which is also the number of its stretch.
    int[] stretch = new int[64];
    double[] treated = new double[64];

    /// @param last the last day counted; the as-of day is 0
    /// @param planned days of treatments, ascending, each from day 1 on
    Times(int last, List<Integer> planned) {
        int[] before = planned.stream()
                .mapToInt(Integer::intValue)
                .filter(each -> each < last)
                .toArray();
        ends = Arrays.copyOf(before, before.length + 1);
        ends[before.length] = last;
        double[] standsFor = standsFor();
        for (int s = 0; s < ends.length; s++) {
            if (standsFor[s] > 0 && length(s) > 0) {
                panels(s, standsFor[s] / length(s));
            }
        }
    }

    /// For each stretch the days for which it stands; 0 for one that others stand for.
    private double[] standsFor() {
        double[] standsFor = new double[ends.length];
        int last = ends.length - 1;
        standsFor[0] += length(0);
        standsFor[last] += last > 0 ? length(last) : 0;
        int from = 1;
        while (from < last) {
            standsFor[from] += length(from);
            int to = Math.min(last - 1, from + Math.max(1, from / 2));
            for (int between = from + 1; between < to; between++) {
                double share = (between - from) / (double) (to - from);
                standsFor[from] += (1 - share) * length(between);
                standsFor[to] += share * length(between);
            }
            from = Math.max(to, from + 1);
        }
        return standsFor;
    }

    private void panels(int s, double times) {
        double from = 0;
        double panel = FIRST_PANEL;
        while (from < length(s)) {
            double rest = length(s) - from;
            double half = (rest < 1.5 * panel ? rest : panel) / 2;
            add(s, from + half * (1 - GAUSS), half * times);
            add(s, from + half * (1 + GAUSS), half * times);
            from += 2 * half;
            panel *= 2;
        }
    }

    private void add(int s, double into, double standsFor) {
        if (count == day.length) {
            day = Arrays.copyOf(day, 2 * count);
            days = Arrays.copyOf(days, 2 * count);
            stretch = Arrays.copyOf(stretch, 2 * count);
            treated = Arrays.copyOf(treated, 2 * count);
        }
        // A day counts from its half to the next one's half.
        day[count] = begin(s) + into + 0.5;
        days[count] = standsFor;
        stretch[count] = s;
        treated[count] = s;
        count++;
    }

    int count() {
        return count;
    }

    private int begin(int s) {
        return s == 0 ? 0 : ends[s - 1];
    }

    private int length(int s) {
        return ends[s] - begin(s);
    }

    /// Days from the beginning of one stretch to the beginning of a later one.
    double days(int from, int to) {
        return ends[to - 1] - begin(from);
    }

    /// Days from the beginning of its stretch to a time.
    double intoStretch(int t) {
        return day[t] - begin(stretch[t]);
    }
}
