package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.numerics.Decay;

/// What one step does to the modes of some subjects. Every factor is at least 0.
final class StepFactors {
    /// What is left of each mode.
    final double[] fast;
    final double[] slow;
    final double[] metabolite;
    /// The metabolite, ng/mL, from 1 ng/mL in each mode of the drug.
    final double[] fromFast;
    final double[] fromSlow;
    /// What an infusion of 1 mg/kg an hour through the step leaves in each mode, ng/mL.
    final double[] fastFed;
    final double[] slowFed;
    final double[] metaboliteFed;

    StepFactors(int count) {
        fast = new double[count];
        slow = new double[count];
        metabolite = new double[count];
        fromFast = new double[count];
        fromSlow = new double[count];
        fastFed = new double[count];
        slowFed = new double[count];
        metaboliteFed = new double[count];
    }

    /// The same for another step of the same subjects.
    void set(Modes modes, Timeline.Step step) {
        double h = step.hours();
        for (int i = 0; i < modes.count; i++) {
            fast[i] = Decay.left(modes.fast[i], h);
            slow[i] = Decay.left(modes.slow[i], h);
            metabolite[i] = Decay.left(modes.metabolite[i], h);
        }
        for (int i = 0; i < modes.count; i++) {
            double rate = modes.metabolite[i];
            fromFast[i] = modes.formation[i]
                    * Decay.between(modes.fast[i], fast[i], rate, metabolite[i], h);
            fromSlow[i] = modes.formation[i]
                    * Decay.between(modes.slow[i], slow[i], rate, metabolite[i], h);
        }
        if (step.isFed()) {
            for (int i = 0; i < modes.count; i++) {
                feed(modes, i, h);
            }
        }
    }

    private void feed(Modes modes, int i, double h) {
        double rate = modes.metabolite[i];
        double passed = Decay.passed(rate, metabolite[i], h);
        double fastPassed = Decay.passed(modes.fast[i], fast[i], h);
        double slowPassed = Decay.passed(modes.slow[i], slow[i], h);
        double viaFast = Decay.between(modes.fast[i], fast[i], rate, metabolite[i], h);
        double viaSlow = Decay.between(modes.slow[i], slow[i], rate, metabolite[i], h);
        fastFed[i] = modes.fastPerMgKg[i] * fastPassed;
        slowFed[i] = modes.slowPerMgKg[i] * slowPassed;
        double fromFastFed =
                Decay.collected(modes.fast[i], rate, h, Math.max(fastPassed, passed), viaFast);
        double fromSlowFed =
                Decay.collected(modes.slow[i], rate, h, Math.max(slowPassed, passed), viaSlow);
        metaboliteFed[i] = modes.formation[i]
                * (modes.fastPerMgKg[i] * fromFastFed + modes.slowPerMgKg[i] * fromSlowFed);
    }
}
