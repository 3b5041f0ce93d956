package org.evenkeel.core.forecast;

import java.util.List;

/// The way from the as-of day over the asked days and the planned treatments between them, and
/// what each leg of it does under each alternative. Worked out once for a patient, then walked by
/// many futures.
final class Itinerary {
    private final Grid grid;
    private final List<Integer> asked;
    private final int legs;
    /// Whether the leg ends with a treatment; otherwise it ends on an asked day.
    private final boolean[] treats;
    /// For each leg and mechanism: what remains of benefit, or the chance that a spell ends.
    private final double[][] passing;
    /// For each leg the chance that a spell begins by itself.
    private final double[] begins;
    /// For each asked day and pattern of fluctuation: what remains of a deviation.
    private final double[][] keeps;
    /// For each asked day the days since the asked day before.
    private final int[] apart;

    Itinerary(Components belief, int asOf, Question question) {
        grid = belief.grid();
        asked = question.days();
        List<Integer> planned = question.plannedDays().stream()
                .filter(day -> day > asOf && !asked.isEmpty() && day < asked.getLast())
                .toList();
        legs = asked.size() + planned.size();
        treats = new boolean[legs];
        passing = new double[legs][grid.mechanisms()];
        begins = new double[legs];
        keeps = new double[asked.size()][grid.fluctuations()];
        apart = new int[asked.size()];
        plan(belief, asOf, planned);
        for (int d = 0; d < apart.length; d++) {
            apart[d] = asked.get(d) - (d == 0 ? asOf : asked.get(d - 1));
            grid.keeps(apart[d], keeps[d]);
        }
    }

    private void plan(Components belief, int asOf, List<Integer> planned) {
        int treatments = belief.treatments();
        int since = belief.daysSinceTreatment();
        int today = asOf;
        int a = 0;
        int p = 0;
        for (int leg = 0; leg < legs; leg++) {
            // A score on a treatment's day is given before it.
            treats[leg] = p < planned.size() && planned.get(p) < asked.get(a);
            int day = treats[leg] ? planned.get(p++) : asked.get(a++);
            begins[leg] = Grid.begins(day - today, treatments);
            grid.passing(treatments, since, day - today, passing[leg]);
            since += day - today;
            today = day;
            if (treats[leg]) {
                treatments++;
                since = 0;
            }
        }
    }

    Grid grid() {
        return grid;
    }

    int days() {
        return apart.length;
    }

    /// Whether a leg ends with a treatment; otherwise it ends on an asked day.
    boolean treats(int leg) {
        return treats[leg];
    }

    /// What remains of benefit after a leg, or the chance that a spell ends on it.
    double passing(int leg, int mechanism) {
        return passing[leg][mechanism];
    }

    /// Chance that a spell begins by itself on a leg.
    double begins(int leg) {
        return begins[leg];
    }

    /// What remains of a deviation from one asked day to the next.
    double keeps(int day, int fluctuation) {
        return keeps[day][fluctuation];
    }

    /// Days from the asked day before to this one.
    int apart(int day) {
        return apart[day];
    }
}
