package org.evenkeel.core.forecast;

import java.util.Arrays;

/// Futures of one component at a time, walked together from asked day to asked day.
///
/// A future is a point of independent coordinates: `points[c][n]` is coordinate `c` of future `n`.
/// The first three make the state on the as-of day; each asked day takes another three.
final class Futures {
    private static final int STATE = 3;
    private static final int PER_DAY = 3;

    private final Components belief;
    private final Itinerary way;
    private final double[][] points;
    private final double[] level;
    private final double[] deviation;
    private final double[] benefit;
    private final double[] built;
    /// What is left, for the next decision, of the chance that a day brings.
    private final double[] chance;
    private final double[] severity;
    /// The component that is walked.
    private Gaussians some;
    private int i;
    private boolean isSpell;
    private int from;
    private int to;
    private int day;
    private int leg;

    Futures(Components belief, Itinerary way, double[][] points) {
        this.belief = belief;
        this.way = way;
        some = belief.fading;
        this.points = points;
        int room = points[0].length;
        level = new double[room];
        deviation = new double[room];
        benefit = new double[room];
        built = new double[room];
        chance = new double[room];
        severity = new double[room];
    }

    /// How many coordinates a point has.
    static int coordinates(int days) {
        return STATE + PER_DAY * days;
    }

    /// Whether a coordinate is a chance, evenly spread from 0 to 1; the others are standard normal.
    static boolean isChance(int coordinate) {
        return coordinate >= STATE && (coordinate - STATE) % PER_DAY == 2;
    }

    /// Puts futures `from` to `to` (exclusive) into the state of a component on the as-of day.
    ///
    /// @param component its number, as the components count them
    void begin(int component, int from, int to) {
        some = belief.side(component);
        i = belief.index(component);
        isSpell = belief.isSpell(component);
        this.from = from;
        this.to = to;
        day = 0;
        leg = 0;
        double l11 = root(some.varLevel[i]);
        double l21 = some.covLevelDeviation[i] / l11;
        double l31 = some.covLevelBenefit[i] / l11;
        double l22 = root(some.varDeviation[i] - l21 * l21);
        double l32 = (some.covDeviationBenefit[i] - l31 * l21) / l22;
        double l33 = root(some.varBenefit[i] - l31 * l31 - l32 * l32);
        for (int n = from; n < to; n++) {
            double first = points[0][n];
            double second = points[1][n];
            level[n] = some.level[i] + l11 * first;
            deviation[n] = some.deviation[i] + l21 * first + l22 * second;
            benefit[n] = some.benefit[i] + l31 * first + l32 * second + l33 * points[2][n];
        }
        Arrays.fill(built, from, to, some.built[i]);
    }

    private static double root(double variance) {
        return Math.sqrt(Math.max(1e-12, variance));
    }

    /// Walks on to the next asked day: underlying severity of each future then, on the component's
    /// own scale. The caller may overwrite them.
    double[] next() {
        int at = STATE + PER_DAY * day;
        System.arraycopy(points[at + 2], from, chance, from, to - from);
        boolean arrived = false;
        while (!arrived) {
            if (isSpell) {
                turn(some.mechanism[i]);
            } else {
                fade(some.mechanism[i]);
            }
            arrived = !way.treats(leg);
            leg++;
        }
        double keep = way.keeps(day, some.fluctuation[i]);
        double deviates = Math.sqrt((1 - keep * keep) * some.deviationVar[i]);
        double wanders = Math.sqrt(some.wanderVar[i] * way.apart(day));
        double[] toLevel = points[at];
        double[] toDeviation = points[at + 1];
        for (int n = from; n < to; n++) {
            level[n] += wanders * toLevel[n];
            deviation[n] = keep * deviation[n] + deviates * toDeviation[n];
            severity[n] = level[n] + deviation[n] - built[n] * benefit[n];
        }
        day++;
        return severity;
    }

    private void fade(int mechanism) {
        double remains = way.passing(leg, mechanism);
        double adds = way.treats(leg) ? way.grid().start()[mechanism] : 0;
        for (int n = from; n < to; n++) {
            double faded = remains * built[n];
            built[n] = faded + adds * (1 - faded);
        }
    }

    private void turn(int mechanism) {
        double ends = way.passing(leg, mechanism);
        double begins = way.begins(leg);
        double start = way.treats(leg) ? way.grid().start()[mechanism] : 0;
        for (int n = from; n < to; n++) {
            double turn = built[n] > 0 ? ends : begins;
            built[n] = chance[n] < turn ? 1 - built[n] : built[n];
            chance[n] = left(chance[n], turn);
            if (start > 0 && built[n] == 0) {
                built[n] = chance[n] < start ? 1 : 0;
                chance[n] = left(chance[n], start);
            }
        }
    }

    /// What is left of a chance after a decision, evenly spread again.
    private static double left(double chance, double turn) {
        return chance < turn ? chance / turn : (chance - turn) / Math.max(1e-12, 1 - turn);
    }
}
