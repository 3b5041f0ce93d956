package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// The chance in one patient's life, by day and by whose chance it is.
///
/// What a day brings is the same whatever was done before it, so two lives of one patient
/// differ by the treatments alone. That is what a comparison of policies and a counterfactual
/// need.
public final class DailyChance implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long state;

    /// Whose chance.
    public enum Of {
        /// what happens in the patient
        NATURE,
        /// how a questionnaire is answered
        ANSWER,
        /// whether it is answered, and when an appointment is kept
        VISIT
    }

    /// @param seed of the whole simulation
    /// @param patient number of the patient in it
    public DailyChance(long seed, long patient) {
        this(mixed(mixed(seed * GOLDEN + 1) + patient * GOLDEN));
    }

    private DailyChance(long key) {
        this.key = key;
        this.state = key;
    }

    /// The same chance, to be turned apart.
    public DailyChance copy() {
        return new DailyChance(key);
    }

    /// Turns to a day; answers itself.
    public DailyChance on(int day, Of whose) {
        state = mixed(key + (8L * day + whose.ordinal() + 1) * GOLDEN);
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014, with Stafford's constants).
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
