package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.Prior.Fading;
import org.evenkeel.core.forecast.Prior.Fluctuation;
import org.evenkeel.core.forecast.Prior.Linked;
import org.evenkeel.core.forecast.Prior.Spells;

import java.util.List;

/// The prior the tests of this room use; it equals the shipped one (the knowledge module checks).
public final class Priors {
    private Priors() {}

    public static Prior phq9() {
        return new Prior(
                "phq-9.population",
                "phq-9",
                new Prior.Level(17, 8, 0),
                new Prior.Benefit(11, 5.5, 0.6, 0.3),
                List.of(
                        new Fading(7, 0, 0.3, 0.5),
                        new Fading(7, 0.5, 0.6, 0.5),
                        new Fading(15, 0, 0.3, 1),
                        new Fading(15, 0.5, 0.6, 1),
                        new Fading(30, 0, 0.3, 2),
                        new Fading(30, 0.5, 0.6, 2),
                        new Fading(60, 0, 0.3, 2),
                        new Fading(60, 0.5, 0.6, 2),
                        new Fading(120, 0, 0.3, 1.5),
                        new Fading(120, 0.5, 0.6, 1.5),
                        new Spells(12, 0.25, 3, 0.5, 1),
                        new Spells(25, 0.25, 3, 0.5, 3),
                        new Spells(50, 0.25, 3, 0.5, 4),
                        new Spells(100, 0.25, 3, 0.5, 3),
                        new Spells(60, 0, 1, 0.05, 3)),
                List.of(
                        new Fluctuation(1.5, 1, 14, 0.07, 1.5),
                        new Fluctuation(2.4, 1, 14, 0.07, 3),
                        new Fluctuation(2.2, 2.2, 14, 0.15, 1.5),
                        new Fluctuation(3, 4, 14, 0.3, 0.3),
                        new Fluctuation(2, 6, 60, 0.1, 0.5)),
                List.of(new Linked(Link.STRAIGHT, 1), new Linked(Link.ROOT, 1)),
                new Prior.Limits(70, 365, 4));
    }
}
