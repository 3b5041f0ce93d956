package org.evenkeel.core.forecast;

import org.evenkeel.core.instrument.Instrument;

import java.util.Arrays;
import java.util.List;

/// Beliefs about one patient on one day: a mixture of Gaussians, one for each product of the
/// prior's alternatives.
///
/// Under a fading mechanism the share of benefit that is built is a number that follows from the
/// days of treatment. Under spells it is 0 or 1: such a product comes as a pair, out of a spell
/// and in one, between which probability flows.
final class Components {
    private final Grid grid;
    final Gaussians fading;
    final Gaussians out;
    final Gaussians in;
    private final List<Gaussians> all;
    private final Flow flow;
    /// What passing days do under each mechanism and pattern of fluctuation.
    private final double[] passing;
    private final double[] begins;
    private final double[] keeps;
    private int treatments;
    private int daysSinceTreatment;
    private double logLikelihood;

    Components(Grid grid, Gaussians fading, Gaussians out, Gaussians in) {
        this.grid = grid;
        this.fading = fading;
        this.out = out;
        this.in = in;
        all = List.of(fading, out, in);
        flow = new Flow(out, in);
        passing = new double[grid.mechanisms()];
        begins = new double[grid.mechanisms()];
        keeps = new double[grid.fluctuations()];
    }

    /// All Gaussians: the fading ones, those out of a spell and those in one.
    List<Gaussians> all() {
        return all;
    }

    /// How many components there are. They are counted with the fading ones first and then pair by
    /// pair.
    int count() {
        return fading.size() + 2 * out.size();
    }

    boolean isSpell(int component) {
        return component >= fading.size();
    }

    /// The Gaussians among which a component is.
    Gaussians side(int component) {
        if (!isSpell(component)) {
            return fading;
        }
        return (component - fading.size()) % 2 == 0 ? out : in;
    }

    /// Where among them.
    int index(int component) {
        return isSpell(component) ? (component - fading.size()) / 2 : component;
    }

    double weight(int component) {
        return side(component).weight[index(component)];
    }

    Grid grid() {
        return grid;
    }

    /// Lets `days` pass.
    void advance(int days) {
        if (days <= 0) {
            return;
        }
        grid.keeps(days, keeps);
        for (Gaussians each : all) {
            each.wander(keeps, days);
        }
        if (treatments > 0) {
            grid.passing(treatments, daysSinceTreatment, days, passing);
            fading.fade(passing);
            Arrays.fill(begins, Grid.begins(days, treatments));
            flow.run(begins, passing);
        }
        daysSinceTreatment += days;
    }

    /// One treatment given; what it adds shows from the next day on.
    void treat() {
        treatments++;
        daysSinceTreatment = 0;
        for (Gaussians each : all) {
            each.shakeBenefit();
        }
        fading.build(grid.start());
        Arrays.fill(passing, 0);
        flow.run(grid.start(), passing);
    }

    /// Works out the mean and variance of every component's severity.
    void lookAtSeverity() {
        for (Gaussians each : all) {
            each.lookAtSeverity();
        }
    }

    /// Learns from a score. At the ends of the scale only "at or beyond the end" is learned.
    void observe(int score) {
        Instrument instrument = grid.instrument();
        int k = score - instrument.minimum();
        lookAtSeverity();
        if (score == instrument.minimum()) {
            meetEnd(1, k);
        } else if (score == instrument.maximum()) {
            meetEnd(-1, k - 1);
        } else {
            meet(k);
        }
        for (Gaussians each : all) {
            each.learn();
        }
        reweigh();
    }

    private static final double LN_INVERSE_ROOT_2PI = -0.5 * Math.log(2 * Math.PI);

    private void meet(int k) {
        double[] place = new double[grid.links()];
        double[] slope = new double[grid.links()];
        for (int l = 0; l < place.length; l++) {
            place[l] = grid.places(l).at[k];
            slope[l] = grid.places(l).slope[k];
        }
        for (Gaussians each : all) {
            each.meet(place, slope);
        }
        logLikelihood += LN_INVERSE_ROOT_2PI;
    }

    private void meetEnd(int sign, int k) {
        double[] edge = new double[grid.links()];
        for (int l = 0; l < edge.length; l++) {
            edge[l] = grid.places(l).above[k];
        }
        for (Gaussians each : all) {
            each.meetEnd(sign, edge);
        }
    }

    /// Applies the exponents, the largest of them as 1, so that no surprise is too great, and
    /// makes the weights add up to 1; the log of what they added up to is kept.
    private void reweigh() {
        double top = Double.NEGATIVE_INFINITY;
        for (Gaussians each : all) {
            top = Math.max(top, each.topExponent());
        }
        double sum = 0;
        for (Gaussians each : all) {
            each.applyExponents(top);
            sum += each.totalWeight();
        }
        for (Gaussians each : all) {
            each.scaleWeights(1 / sum);
        }
        logLikelihood += top + Math.log(sum);
    }

    /// Log of the probability of the scores seen so far.
    double logLikelihood() {
        return logLikelihood;
    }

    /// An independent copy without the components below `share` of the weight.
    Components heavy(double share) {
        Components heavy = copy();
        heavy.drop(share);
        return heavy;
    }

    /// An independent copy.
    Components copy() {
        Components copy = new Components(grid, fading.copy(), out.copy(), in.copy());
        copy.treatments = treatments;
        copy.daysSinceTreatment = daysSinceTreatment;
        copy.logLikelihood = logLikelihood;
        return copy;
    }

    /// Gives up the components below `share` of the weight. Pairs stay together.
    void drop(double share) {
        int[] kept = new int[Math.max(fading.size(), out.size())];
        int count = 0;
        for (int i = 0; i < fading.size(); i++) {
            kept[count] = i;
            count += fading.weight[i] >= share ? 1 : 0;
        }
        fading.keep(kept, count);
        count = 0;
        for (int i = 0; i < out.size(); i++) {
            kept[count] = i;
            count += out.weight[i] + in.weight[i] >= share ? 1 : 0;
        }
        out.keep(kept, count);
        in.keep(kept, count);
        double sum = fading.totalWeight() + out.totalWeight() + in.totalWeight();
        for (Gaussians each : all) {
            each.scaleWeights(1 / sum);
        }
        logLikelihood += Math.log(sum);
    }

    int treatments() {
        return treatments;
    }

    int daysSinceTreatment() {
        return daysSinceTreatment;
    }
}
