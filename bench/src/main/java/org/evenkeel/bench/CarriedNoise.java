package org.evenkeel.bench;

import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.numerics.Normal;

import java.util.random.RandomGenerator;

/// Answers are severity and normal noise, rounded to the scale; part of the noise is still there a
/// week later. The numbers are those of [org.evenkeel.core.insilico.FadingDrops], whose patients
/// carry their noise within them: asked for by drawing patients until one answers right, it
/// would take ten times as many.
final class CarriedNoise implements AnswerLaw {
    private static final double SPREAD = 2.5;
    private static final double KEPT_PER_WEEK = 0.3;
    /// Further out a patient is as good as ruled out, and nothing needs to be drawn.
    private static final double IMPOSSIBLE = 1e-9;

    @Override
    public double clue(VirtualPatient patient) {
        return patient.severity();
    }

    @Override
    public void learn(double clue, VirtualPatient patient) {}

    @Override
    public double likelihood(double clue, double left, int days, int answer) {
        double mean = clue + left * kept(days);
        double spread = spread(days);
        return cdf(answer + 0.5, mean, spread) - cdf(answer - 0.5, mean, spread) + IMPOSSIBLE;
    }

    @Override
    public double leaves(Shown shown, int days, int answer, RandomGenerator chance) {
        double mean = shown.clue() + shown.left() * kept(days);
        double spread = spread(days);
        double from = cdf(answer - 0.5, mean, spread);
        double to = cdf(answer + 0.5, mean, spread);
        double at = from + chance.nextDouble() * (to - from);
        if (to - from < IMPOSSIBLE || at <= 0 || at >= 1) {
            return answer - shown.clue();
        }
        return mean + spread * Normal.quantile(at) - shown.clue();
    }

    @Override
    public int drawn(VirtualPatient patient, double left, int days, RandomGenerator chance) {
        double felt = patient.severity() + left * kept(days) + spread(days) * chance.nextGaussian();
        return (int) Math.clamp(Math.round(felt), 0, MAXIMUM);
    }

    /// What lies beyond an end of the scale is answered as that end.
    private static double cdf(double at, double mean, double spread) {
        if (at < 0) {
            return 0;
        }
        return at > MAXIMUM ? 1 : Normal.cdf((at - mean) / spread);
    }

    private static double kept(int days) {
        return Math.pow(KEPT_PER_WEEK, days / 7.0);
    }

    private static double spread(int days) {
        double kept = kept(days);
        return SPREAD * Math.sqrt(1 - kept * kept);
    }
}
