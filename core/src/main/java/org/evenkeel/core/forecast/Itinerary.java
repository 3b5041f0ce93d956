package org.evenkeel.core.forecast;

import org.evenkeel.core.numerics.Normal;

import java.util.List;

/// The way from the as-of day over the asked days and the planned treatments between them, and
/// what each leg of it does to each component. Worked out once for a patient, then walked by many
/// futures.
final class Itinerary {
    private final Components belief;
    private final List<Integer> asked;
    private final int legs;
    /// Whether the leg ends with a treatment; otherwise it ends on an asked day.
    private final boolean[] treats;
    /// For each leg and component: what remains of benefit, or the chance that a spell ends.
    private final double[][] passing;
    /// For each leg the chance that a spell begins by itself.
    private final double[] begins;
    /// For each asked day and component: what remains of a deviation, and the standard deviations
    /// of what is new in deviation and level since the asked day before.
    private final double[][] keeps;
    private final double[][] deviates;
    private final double[][] wanders;

    Itinerary(Components belief, int asOf, Question question) {
        this.belief = belief;
        this.asked = question.days();
        List<Integer> planned = question.plannedDays().stream()
                .filter(day -> day > asOf && !asked.isEmpty() && day < asked.getLast())
                .toList();
        legs = asked.size() + planned.size();
        treats = new boolean[legs];
        passing = new double[legs][belief.size];
        begins = new double[legs];
        keeps = new double[asked.size()][belief.size];
        deviates = new double[asked.size()][belief.size];
        wanders = new double[asked.size()][belief.size];
        plan(asOf, planned);
        for (int d = 0; d < asked.size(); d++) {
            around(d, asked.get(d) - (d == 0 ? asOf : asked.get(d - 1)));
        }
    }

    private void plan(int asOf, List<Integer> planned) {
        int treatments = belief.treatments();
        int since = belief.daysSinceTreatment();
        int today = asOf;
        int a = 0;
        int p = 0;
        for (int leg = 0; leg < legs; leg++) {
            // A score on a treatment's day is given before it.
            treats[leg] = p < planned.size() && planned.get(p) < asked.get(a);
            int day = treats[leg] ? planned.get(p++) : asked.get(a++);
            pass(leg, day - today, treatments, since);
            since += day - today;
            today = day;
            if (treats[leg]) {
                treatments++;
                since = 0;
            }
        }
    }

    private void pass(int leg, int days, int treatments, int since) {
        begins[leg] = Components.begins(days, treatments);
        for (int i = 0; i < belief.size; i++) {
            boolean pair = belief.isSpell(i);
            int before = pair ? i - 2 : i - 1;
            if (before >= (pair ? belief.firstPair : 0) && belief.alike(i, before)) {
                passing[leg][i] = passing[leg][before];
            } else if (pair) {
                passing[leg][i] = 1 - belief.staysWell(i, treatments, since, days);
            } else {
                passing[leg][i] = Math.exp(-days / belief.lastingDays(i, treatments));
            }
        }
    }

    private void around(int d, int days) {
        for (int i = 0; i < belief.size; i++) {
            boolean same = i > 0 && belief.deviationDays(i) == belief.deviationDays(i - 1);
            double keep = same ? keeps[d][i - 1] : Math.exp(-days / belief.deviationDays(i));
            keeps[d][i] = keep;
            deviates[d][i] = Math.sqrt((1 - keep * keep) * belief.deviationVar(i));
            wanders[d][i] = Math.sqrt(belief.wanderVarPerDay(i) * days);
        }
    }

    /// How many values a point needs: three for the state, and three for each asked day.
    static int coordinates(int days) {
        return STATE + PER_DAY * days;
    }

    private static final int STATE = 3;
    private static final int PER_DAY = 3;

    /// Fills `severity` with underlying severity on the asked days of one future of a component,
    /// on the component's own scale.
    ///
    /// @param point independent standard normal values, from `from` on
    void walk(int i, double[] point, int from, double[] severity) {
        double l11 = root(belief.varLevel[i]);
        double l21 = belief.covLevelDeviation[i] / l11;
        double l31 = belief.covLevelBenefit[i] / l11;
        double l22 = root(belief.varDeviation[i] - l21 * l21);
        double l32 = (belief.covDeviationBenefit[i] - l31 * l21) / l22;
        double l33 = root(belief.varBenefit[i] - l31 * l31 - l32 * l32);
        double level = belief.level[i] + l11 * point[from];
        double deviation = belief.deviation[i] + l21 * point[from] + l22 * point[from + 1];
        double benefit = belief.benefit[i]
                + l31 * point[from]
                + l32 * point[from + 1]
                + l33 * point[from + 2];
        double built = belief.built[i];
        boolean spell = belief.isSpell(i);
        int leg = 0;
        for (int d = 0; d < asked.size(); d++) {
            int at = from + STATE + PER_DAY * d;
            double chance = spell ? Normal.cdf(point[at + 2]) : 0;
            boolean arrived = false;
            while (!arrived) {
                arrived = !treats[leg];
                if (!spell) {
                    built *= passing[leg][i];
                    built += arrived ? 0 : belief.start(i) * (1 - built);
                } else {
                    // What is left of the chance after a decision serves the next one.
                    double turn = built > 0 ? passing[leg][i] : begins[leg];
                    boolean turned = chance < turn;
                    chance = left(chance, turn);
                    built = turned ? 1 - built : built;
                    if (!arrived && built == 0) {
                        built = chance < belief.start(i) ? 1 : 0;
                        chance = left(chance, belief.start(i));
                    }
                }
                leg++;
            }
            level += wanders[d][i] * point[at];
            deviation = keeps[d][i] * deviation + deviates[d][i] * point[at + 1];
            severity[d] = level + deviation - built * benefit;
        }
    }

    private static double left(double chance, double turn) {
        return chance < turn ? chance / turn : (chance - turn) / Math.max(1e-12, 1 - turn);
    }

    private static double root(double variance) {
        return Math.sqrt(Math.max(1e-12, variance));
    }
}
