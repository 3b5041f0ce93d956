package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A simulated patient who lives day by day and may be treated on any of them.
///
/// A rating asked for on a day is answered before that day's treatment; a treatment shows
/// from the next day on.
public sealed interface VirtualPatient
        permits FadingDrops, Spells, TwoPools, Grades, SymptomNetwork, LearnedHope {

    /// Underlying severity today, in points of PHQ-9.
    double severity();

    /// The PHQ-9 total this patient would give today. Each call answers anew.
    int answer();

    /// One treatment given today.
    void treat();

    /// Lets a day pass.
    void nextDay();

    /// Whether treatments help this patient at all: the truth, which no policy is told.
    boolean responder();

    /// This patient as of now, living on by another source of chance.
    VirtualPatient copy(RandomGenerator life);

    /// This patient as of now, with all that is still to come left to chance anew: also the
    /// luck of treatments not yet given, which [#copy] keeps.
    default VirtualPatient withNewFate(RandomGenerator life) {
        return copy(life);
    }

    /// The random stream of one patient: the same for the same seed and number, whoever else
    /// there is.
    static RandomGenerator stream(long seed, long patient) {
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seed * 0x9E3779B97F4A7C15L + patient);
    }

    /// A whole number on the PHQ-9 scale.
    private static int onScale(double value) {
        return (int) Math.clamp(Math.round(value), 0, Scale.MAXIMUM);
    }

    /// The scale virtual patients answer on.
    final class Scale {
        static final int MAXIMUM = 27;
        static final double NOISE_SD = 2.5;

        private Scale() {}

        static int rounded(double value) {
            return onScale(value);
        }
    }
}
