package org.evenkeel.core.forecast;

import org.evenkeel.core.forecast.Prior.Weighted;

import java.util.List;

/// The prior the tests of this room use; it equals the shipped one (the knowledge module checks).
public final class Priors {
    private Priors() {}

    public static Prior phq9() {
        return new Prior(
                "phq-9.population",
                "phq-9",
                new Prior.Level(17, 5),
                0.2,
                new Prior.Deviation(
                        List.of(
                                new Weighted(1.2, 0.4),
                                new Weighted(2.4, 0.4),
                                new Weighted(4.0, 0.2)),
                        14),
                new Prior.Benefit(11, 5.5, 0.6, 0.3),
                List.of(new Weighted(1.6, 0.35), new Weighted(2.5, 0.65)),
                List.of(
                        new Weighted(10, 1),
                        new Weighted(20, 1.5),
                        new Weighted(40, 2),
                        new Weighted(80, 1.5),
                        new Weighted(160, 1)),
                List.of(new Weighted(0.05, 1), new Weighted(0.5, 1)),
                List.of(new Weighted(0.3, 1), new Weighted(0.65, 1)),
                new Prior.Limits(70, 365, 4));
    }
}
