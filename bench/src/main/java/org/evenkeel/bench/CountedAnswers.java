package org.evenkeel.bench;

import org.evenkeel.core.insilico.VirtualPatient;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A table counted from patients of the same law who show a number and then answer.
final class CountedAnswers implements AnswerLaw {
    private static final int BINS_PER_POINT = 4;
    private static final int COUNTED_EACH = 8;
    private static final int BINS = MAXIMUM * BINS_PER_POINT + 1;
    /// What is left to an answer that nobody in the table gave.
    private static final double NEVER_SEEN = 1e-5;

    private final int draws;
    private final double[][] likelihood = new double[BINS][MAXIMUM + 1];

    /// @param draws answers whose mean is the clue; 0 for the severity, which says all in a world
    ///     where answers depend on nothing else
    CountedAnswers(int draws) {
        this.draws = draws;
    }

    @Override
    public double clue(VirtualPatient patient) {
        if (draws == 0) {
            return patient.severity();
        }
        int sum = 0;
        for (int n = 0; n < draws; n++) {
            sum += patient.answer();
        }
        return sum / (double) draws;
    }

    @Override
    public void learn(double clue, VirtualPatient patient) {
        double[] counts = likelihood[(int) Math.round(place(clue))];
        for (int n = 0; n < COUNTED_EACH; n++) {
            counts[patient.answer()]++;
        }
    }

    @Override
    public void learned() {
        double[][] counts = new double[BINS][];
        Arrays.setAll(counts, bin -> nearest(bin).clone());
        for (int bin = 0; bin < BINS; bin++) {
            double all = Arrays.stream(counts[bin]).sum();
            for (int answer = 0; answer <= MAXIMUM; answer++) {
                double away = Math.abs(answer - bin / (double) BINS_PER_POINT);
                likelihood[bin][answer] =
                        counts[bin][answer] / all + NEVER_SEEN * Math.exp(-away / 2);
            }
        }
    }

    private double[] nearest(int bin) {
        for (int away = 0; away < BINS; away++) {
            for (int there : new int[] {bin - away, bin + away}) {
                if (there >= 0
                        && there < BINS
                        && Arrays.stream(likelihood[there]).sum() > 0) {
                    return likelihood[there];
                }
            }
        }
        throw new IllegalStateException("nobody was counted");
    }

    @Override
    public double likelihood(double clue, double left, int days, int answer) {
        double place = place(clue);
        int below = (int) place;
        double share = place - below;
        double likely = likelihood[below][answer];
        return share == 0 ? likely : likely + share * (likelihood[below + 1][answer] - likely);
    }

    private static double place(double clue) {
        return Math.clamp(clue, 0.0, MAXIMUM) * BINS_PER_POINT;
    }

    /// Answers share nothing but the patient.
    @Override
    public double leaves(Shown shown, int days, int answer, RandomGenerator chance) {
        return 0;
    }

    @Override
    public int drawn(VirtualPatient patient, double left, int days, RandomGenerator chance) {
        return patient.answer();
    }
}
