package org.evenkeel.core.pharmacokinetics;

import java.util.List;

/// Drug and metabolite of one subject at some times.
final class Pairs {
    final double[] drug;
    final double[] metabolite;

    private Pairs(int times) {
        drug = new double[times];
        metabolite = new double[times];
    }

    static Pairs of(Subjects one, List<Dose> doses, double... hours) {
        Concentrations found = new Exposure(one, doses, hours).worker().block(0);
        Pairs pairs = new Pairs(hours.length);
        for (int i = 0; i < hours.length; i++) {
            pairs.drug[i] = found.drug(0, i);
            pairs.metabolite[i] = found.metabolite(0, i);
        }
        return pairs;
    }
}
