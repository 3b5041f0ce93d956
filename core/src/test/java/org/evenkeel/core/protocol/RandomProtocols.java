package org.evenkeel.core.protocol;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.core.units.Sex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Protocols nobody would write, but which the records allow.
public final class RandomProtocols {
    private RandomProtocols() {}

    public static Arbitrary<Protocol> protocols() {
        return Arbitraries.randomValue(RandomProtocols::protocol);
    }

    static Arbitrary<Body> bodies() {
        return Arbitraries.randomValue(random -> new Body(
                maybe(random, new Kg(decimal(random, 200, 2600, 1))),
                maybe(random, new Cm(decimal(random, 1400, 2300, 1))),
                maybe(random, Sex.values()[random.nextInt(2)]),
                maybe(random, random.nextInt(10, 100))));
    }

    private static Protocol protocol(Random random) {
        List<Series> series = new ArrayList<>();
        int day = 0;
        int parts = random.nextInt(1, 4);
        for (int i = 0; i < parts; i++) {
            // Every gap is at least 1 + the widest window, so that no two windows meet.
            Window window = window(random.nextInt(0, 3), random.nextInt(0, 3));
            List<Integer> days = new ArrayList<>();
            for (int visits = random.nextInt(1, 8); visits > 0; visits--) {
                days.add(day);
                day += random.nextInt(5, 12);
            }
            Phase phase = i == 0 ? Phase.INDUCTION : Phase.CONTINUATION;
            series.add(new Series(phase, days, window, cited("random")));
        }
        return new Protocol(
                new ProtocolId("random"),
                "1",
                "random",
                use(random),
                Agent.KETAMINE,
                Route.IV,
                Supervised.STANDING,
                cited(18),
                dose(random),
                Optional.empty(),
                series,
                maybe(random, maintenance(random)),
                Optional.of(Supervised.OBSERVATION),
                Supervised.RULES,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Maintenance maintenance(Random random) {
        int usual = random.nextInt(5, 60);
        int before = random.nextInt(0, 3);
        int after = random.nextInt(0, 3);
        return new Maintenance(
                maybe(random, new Usual(cited(usual), window(before, after))),
                new IntervalBounds(
                        cited(usual - before - random.nextInt(0, 2)),
                        cited(usual + after + random.nextInt(0, 20)),
                        Optional.empty()),
                cited("random"));
    }

    private static DoseRule dose(Random random) {
        if (random.nextInt(4) == 0) {
            return new DoseRule.Fixed(
                    cited(List.of(mg("28"), mg("56"), mg("84"))),
                    cited(mg("56")),
                    maybe(random, new DoseRule.Older(cited(65), cited(mg("28")))),
                    Optional.empty(),
                    Optional.empty());
        }
        BigDecimal perKg = decimal(random, 5, 100, 2);
        BigDecimal cap = perKg.add(decimal(random, 0, 3, 2));
        return new DoseRule.ByWeight(
                cited(new MgPerKg(perKg)),
                cited(new MgPerKg(cap)),
                Optional.empty(),
                maybe(random, cited(new Mg(decimal(random, 20, 2000, 1)))),
                weight(random),
                cited(new Kg(new BigDecimal(30))),
                cited(new Kg(new BigDecimal(250))),
                cited(new Mg(decimal(random, 1, 100, 1))),
                maybe(random, titration(perKg, cap)));
    }

    private static WeightRule weight(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new WeightRule.Actual();
            case 1 -> new WeightRule.Capped(cited(new Kg(decimal(random, 600, 1500, 1))));
            default -> ideal();
        };
    }

    private static Titration titration(BigDecimal perKg, BigDecimal cap) {
        List<MgPerKg> steps = perKg.compareTo(cap) < 0
                ? List.of(new MgPerKg(perKg), new MgPerKg(cap))
                : List.of();
        return new Titration(steps, new Trigger.ByPrescriber(), cited("random"));
    }

    private static Use use(Random random) {
        return random.nextBoolean()
                ? new Use.Enrol()
                : new Use.Reference(Use.Why.INVESTIGATIONAL, "random");
    }

    static WeightRule.Ideal ideal() {
        return new WeightRule.Ideal(
                cited(new Kg(new BigDecimal("50"))),
                cited(new Kg(new BigDecimal("45.5"))),
                cited(new Kg(new BigDecimal("2.3"))),
                cited(new Cm(new BigDecimal("152.4"))),
                cited(new Cm(new BigDecimal("220"))));
    }

    static Window window(int before, int after) {
        return new Window(cited(before), cited(after));
    }

    static Mg mg(String amount) {
        return new Mg(new BigDecimal(amount));
    }

    static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }

    private static BigDecimal decimal(Random random, int from, int to, int scale) {
        return BigDecimal.valueOf(random.nextInt(from, to), scale);
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }
}
