package org.evenkeel.bench;

import org.evenkeel.bench.AnswerLaw.Shown;
import org.evenkeel.core.insilico.VirtualPatient;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Many virtual patients who might be the one in question, weighed by what that one answered.
final class ParticleCloud {
    /// Below this share of effective particles the likely ones are multiplied.
    private static final double RESAMPLE_BELOW = 0.5;

    private static final int ANSWERS_EACH = 4;

    private final AnswerLaw law;
    private final RandomGenerator chance;
    private final VirtualPatient[] particles;
    private final double[] weights;
    private final double[] left;
    private int answered;

    /// Nobody has been asked yet.
    ///
    /// @param particles live on in here
    ParticleCloud(VirtualPatient[] particles, AnswerLaw law, RandomGenerator chance) {
        this.particles = particles;
        this.law = law;
        this.chance = chance;
        weights = new double[particles.length];
        left = new double[particles.length];
        answered = -AnswerLaw.NEVER;
        Arrays.fill(weights, 1.0 / particles.length);
    }

    /// Weighs by an answer.
    ///
    /// @param clues what each particle shows that day
    void weigh(int day, int answer, float[] clues) {
        int days = day - answered;
        double sum = 0;
        for (int n = 0; n < weights.length; n++) {
            Shown shown = new Shown(clues[n], left[n]);
            weights[n] *= law.likelihood(clues[n], left[n], days, answer);
            left[n] = law.leaves(shown, days, answer, chance);
            sum += weights[n];
        }
        for (int n = 0; n < weights.length; n++) {
            weights[n] /= sum;
        }
        answered = day;
    }

    /// Weighs by an answer given today, and multiplies the likely particles where few are left.
    void weigh(int day, int answer) {
        float[] clues = new float[particles.length];
        for (int n = 0; n < clues.length; n++) {
            clues[n] = (float) law.clue(particles[n]);
        }
        weigh(day, answer, clues);
        if (effective() < RESAMPLE_BELOW * weights.length) {
            resample();
        }
    }

    /// How many equal ones would say as much.
    double effective() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }

    private void resample() {
        int[] chosen = systematic(weights.length, weights, chance);
        VirtualPatient[] before = particles.clone();
        double[] had = left.clone();
        for (int n = 0; n < chosen.length; n++) {
            boolean again = n > 0 && chosen[n] == chosen[n - 1];
            VirtualPatient source = before[chosen[n]];
            particles[n] = again ? source.withNewFate(chance) : source;
            left[n] = had[chosen[n]];
        }
        Arrays.fill(weights, 1.0 / weights.length);
    }

    /// So many copies, drawn by weight; these ones stay as they are.
    ParticleCloud drawn(int number) {
        int[] chosen = systematic(number, weights, chance);
        VirtualPatient[] copies = new VirtualPatient[number];
        Arrays.setAll(copies, n -> particles[chosen[n]].withNewFate(chance));
        ParticleCloud cloud = new ParticleCloud(copies, law, chance);
        Arrays.setAll(cloud.left, n -> left[chosen[n]]);
        cloud.answered = answered;
        return cloud;
    }

    /// Numbers drawn in proportion to weights, in ascending order.
    static int[] systematic(int draws, double[] weights, RandomGenerator chance) {
        double step = Arrays.stream(weights).sum() / draws;
        double at = step * chance.nextDouble();
        int[] chosen = new int[draws];
        int here = 0;
        double reached = weights[0];
        for (int n = 0; n < draws; n++, at += step) {
            while (reached < at && here < weights.length - 1) {
                here++;
                reached += weights[here];
            }
            chosen[n] = here;
        }
        return chosen;
    }

    void live(boolean treated) {
        for (VirtualPatient each : particles) {
            if (treated) {
                each.treat();
            }
            each.nextDay();
        }
    }

    /// What would be answered today.
    Predicted answers(int day) {
        double[] cumulative = new double[AnswerLaw.MAXIMUM + 1];
        for (int n = 0; n < weights.length; n++) {
            for (int i = 0; i < ANSWERS_EACH; i++) {
                int answer = law.drawn(particles[n], left[n], day - answered, chance);
                cumulative[answer] += weights[n] / ANSWERS_EACH;
            }
        }
        for (int k = 1; k < cumulative.length; k++) {
            cumulative[k] += cumulative[k - 1];
        }
        return new Predicted(cumulative);
    }
}
