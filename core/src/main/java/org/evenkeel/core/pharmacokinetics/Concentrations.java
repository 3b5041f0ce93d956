package org.evenkeel.core.pharmacokinetics;

/// Concentrations of some subjects at all times asked for, ng/mL; filled again for the
/// next ones.
public final class Concentrations {
    private final int width;
    private final double[] drug;
    private final double[] metabolite;
    private int first;
    private int count;

    Concentrations(int width, int times) {
        this.width = width;
        drug = new double[width * times];
        metabolite = new double[width * times];
    }

    void begin(int firstSubject, int subjects) {
        first = firstSubject;
        count = subjects;
    }

    /// Number of the first subject, in the order they were given.
    public int first() {
        return first;
    }

    /// How many subjects.
    public int count() {
        return count;
    }

    /// The drug in plasma of subject `first() + i` at a time, both by number.
    public double drug(int i, int time) {
        return drug[time * width + i];
    }

    /// The metabolite in plasma, likewise.
    public double metabolite(int i, int time) {
        return metabolite[time * width + i];
    }

    int times() {
        return drug.length / width;
    }

    /// Where the values of a time begin in [#of].
    int row(int time) {
        return time * width;
    }

    /// All values, time by time: a row of subjects for each.
    double[] of(Analyte analyte) {
        return switch (analyte) {
            case DRUG -> drug;
            case METABOLITE -> metabolite;
        };
    }
}
