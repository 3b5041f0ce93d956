package org.evenkeel.core.insilico;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The laws virtual patients can live under.
public enum World {
    /// [FadingDrops]
    FADING_DROPS(false),
    /// [Spells]
    SPELLS(false),
    /// [TwoPools]
    TWO_POOLS(false),
    /// [Grades]
    GRADES(true),
    /// [SymptomNetwork]
    SYMPTOM_NETWORK(false),
    /// [LearnedHope]
    LEARNED_HOPE(true);

    private final boolean heldOut;

    World(boolean heldOut) {
        this.heldOut = heldOut;
    }

    /// The world of a name such as `fading-drops`.
    public static Optional<World> named(String name) {
        for (World world : values()) {
            if (world.id().equals(name)) {
                return Optional.of(world);
            }
        }
        return Optional.empty();
    }

    /// The name outside, for example `fading-drops`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether nothing of the project was ever fitted or tuned to it.
    public boolean heldOut() {
        return heldOut;
    }

    /// A patient drawn from this world's population.
    ///
    /// @param draw decides what the patient is like
    /// @param life decides what the days bring
    public VirtualPatient drawn(RandomGenerator draw, RandomGenerator life) {
        return switch (this) {
            case FADING_DROPS -> new FadingDrops(Traits.drawn(draw), life);
            case SPELLS -> new Spells(Traits.drawn(draw).lasting(24, 1.5), life);
            case TWO_POOLS -> new TwoPools(Traits.drawn(draw).helped(1.45).lasting(90, 1.6), life);
            case GRADES -> Grades.drawn(draw, life);
            case SYMPTOM_NETWORK -> SymptomNetwork.drawn(draw, life);
            case LEARNED_HOPE -> LearnedHope.drawn(draw, life);
        };
    }
}
