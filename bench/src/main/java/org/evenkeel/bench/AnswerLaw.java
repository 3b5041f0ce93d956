package org.evenkeel.bench;

import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.insilico.World;

import java.util.random.RandomGenerator;

/// How likely a virtual patient is to give each answer, from one number the patient shows and
/// from what the answer before it left.
sealed interface AnswerLaw permits CountedAnswers, CarriedNoise {
    /// The highest score.
    int MAXIMUM = 27;

    /// Days since an answer where there was none.
    int NEVER = 1000;

    static AnswerLaw in(World world) {
        return switch (world) {
            case FADING_DROPS -> new CarriedNoise();
            // Answers there depend on more than severity: people lean by a bias of their own.
            case SYMPTOM_NETWORK -> new CountedAnswers(16);
            case SPELLS, TWO_POOLS, GRADES, LEARNED_HOPE -> new CountedAnswers(0);
        };
    }

    /// The number the patient shows today.
    double clue(VirtualPatient patient);

    /// Takes note of what somebody who showed a clue answered; the answer is asked for if needed.
    void learn(double clue, VirtualPatient patient);

    /// To be called when all has been learned.
    default void learned() {}

    /// @param clue shown today
    /// @param left noise the last answer left
    /// @param days since that answer
    /// @return how likely the answer is, but for a factor that is the same for all
    double likelihood(double clue, double left, int days, int answer);

    /// Noise that an answer leaves, drawn given all that was known and the answer.
    double leaves(Shown shown, int days, int answer, RandomGenerator chance);

    /// An answer drawn.
    int drawn(VirtualPatient patient, double left, int days, RandomGenerator chance);

    /// The number a patient shows and the noise the last answer left.
    record Shown(double clue, double left) {}
}
