package org.evenkeel.core.pharmacokinetics;

/// The modes of some subjects, side by side so that the arithmetic runs over subjects.
///
/// The drug's two compartments decay as the sum of a fast and a slow mode, the
/// metabolite's pool as one of its own (Gibaldi and Perrier, Pharmacokinetics, 1982, give
/// the two-compartment solution). With `k10 = cl/v1`, `k12 = q/v1`, `k21 = q/v2`, the
/// rates `fast` and `slow` have the sum `k10 + k12 + k21` and the product `k10·k21`. Of a
/// unit of drug the share `(fast - k21)/(fast - slow)` is in the fast mode, the rest in
/// the slow one; both shares are at least 0, so that concentrations only ever add up.
final class Modes {
    /// From mg/L to ng/mL.
    private static final double NG_PER_ML = 1_000;

    final int count;
    /// Rates, per hour.
    final double[] fast;
    final double[] slow;
    final double[] metabolite;
    /// What 1 mg/kg adds to each mode of the drug, ng/mL.
    final double[] fastPerMgKg;
    final double[] slowPerMgKg;
    /// What 1 ng/mL of drug adds to the metabolite in an hour, ng/mL.
    final double[] formation;

    /// The modes of the subjects from `first`, `count` of them.
    Modes(Subjects subjects, int first, int count) {
        this.count = count;
        fast = new double[count];
        slow = new double[count];
        metabolite = new double[count];
        fastPerMgKg = new double[count];
        slowPerMgKg = new double[count];
        formation = new double[count];
        for (int i = 0; i < count; i++) {
            drug(subjects, first + i, i);
            metabolite(subjects, first + i, i);
        }
    }

    private void drug(Subjects subjects, int subject, int at) {
        double v1 = subjects.value(Parameter.V1, subject);
        double q = subjects.value(Parameter.Q, subject);
        double k10 = subjects.value(Parameter.CL, subject) / v1;
        double k12 = q / v1;
        double k21 = q / subjects.value(Parameter.V2, subject);
        // fast - slow, as a sum of squares; it is 0 only where nothing moves, and cl is above 0.
        double skew = k10 + k12 - k21;
        double apart = Math.sqrt(skew * skew + 4 * k12 * k21);
        fast[at] = (k10 + k12 + k21 + apart) / 2;
        slow[at] = k10 * (k21 / fast[at]);
        // The shares are (apart ± skew)/2; the smaller one by their product, which loses no digit.
        double larger = (apart + Math.abs(skew)) / 2;
        double smaller = k12 * (k21 / larger);
        double perMgKg = NG_PER_ML * subjects.value(Parameter.WEIGHT_KG, subject) / v1;
        fastPerMgKg[at] = perMgKg * (skew < 0 ? smaller : larger) / apart;
        slowPerMgKg[at] = perMgKg * (skew < 0 ? larger : smaller) / apart;
    }

    private void metabolite(Subjects subjects, int subject, int at) {
        double vm = subjects.value(Parameter.VM, subject);
        metabolite[at] = subjects.value(Parameter.CLM, subject) / vm;
        formation[at] =
                subjects.value(Parameter.FM, subject) * subjects.value(Parameter.CL, subject) / vm;
    }
}
