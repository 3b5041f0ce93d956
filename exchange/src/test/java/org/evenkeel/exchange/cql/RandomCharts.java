package org.evenkeel.exchange.cql;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Scored;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Sex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Charts that come near to what some conditions ask: values on, above and below each limit, days
/// on and beside each age, and of everything sometimes nothing.
public final class RandomCharts {
    /// The day charts are as of.
    public static final LocalDate TODAY = LocalDate.of(2028, 2, 29);
    private static final int MOST = 3;

    private final Random random;
    private final List<Condition> singles = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private final List<Scored> scored = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final List<Diagnosed> diagnosed = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Tried> tried = new ArrayList<>();
    private final List<Treated> treated = new ArrayList<>();
    private Optional<LocalDate> birth = Optional.empty();

    private RandomCharts(Random random, List<Condition> conditions) {
        this.random = random;
        conditions.forEach(this::collect);
    }

    /// A chart for conditions; the same seed gives the same chart.
    public static Chart near(List<Condition> conditions, long seed) {
        return new RandomCharts(new Random(seed), conditions).chart();
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(this::collect);
            case Condition.Any any -> any.parts().forEach(this::collect);
            case Condition.Not not -> collect(not.part());
            default -> singles.add(condition);
        }
    }

    private Chart chart() {
        int share = random.nextInt(101);
        for (Condition single : singles) {
            if (random.nextInt(100) < share) {
                for (int i = random.nextInt(MOST); i >= 0; i--) {
                    fact(single);
                }
            }
        }
        return new Chart(
                birth,
                Optional.of(Sex.FEMALE),
                measured,
                scored,
                answered,
                asked(diagnosed),
                asked(taken),
                asked(tried),
                treated);
    }

    private <T> Optional<Asked<T>> asked(List<T> entries) {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Asked<>(ago(random.nextInt(45) - 2), entries));
    }

    private void fact(Condition single) {
        switch (single) {
            case Condition.Age age ->
                birth = Optional.of(
                        TODAY.minusYears(age.years().value()).plusDays(random.nextInt(5) - 2));
            case Condition.Quantity asked ->
                measured.add(new Measured(
                        asked.quantity(),
                        near(asked.limit().value()),
                        asked.unit(),
                        near(asked.within().value())));
            case Condition.Score asked ->
                scored.add(new Scored(
                        asked.instrument(),
                        asked.item(),
                        Math.max(0, asked.limit().value() + random.nextInt(3) - 1),
                        near(asked.within().value())));
            case Condition.Finding asked ->
                answered.add(new Answered(
                        asked.question(),
                        random.nextBoolean(),
                        near(asked.within().map(days -> days.value()).orElse(30))));
            case Condition.Diagnosis asked -> diagnosed.add(diagnosis(asked));
            case Condition.Medicine asked -> {
                LocalDate on = near(60);
                taken.add(new Taken(
                        one(new TreeSet<>(asked.ingredients())),
                        on,
                        maybe(notBefore(on, near(asked.since().value())))));
            }
            case Condition.FailedTrials asked -> tried.add(trial(asked.adequacy()));
            case Condition.OtherTreatment asked ->
                treated.add(new Treated(asked.treatment(), one(Status.values()), near(100)));
            default -> throw new IllegalArgumentException("no single condition: " + single);
        }
    }

    private Diagnosed diagnosis(Condition.Diagnosis asked) {
        Set<Specifier> specifiers = EnumSet.noneOf(Specifier.class);
        asked.specifiers().stream().filter(_ -> random.nextInt(4) > 0).forEach(specifiers::add);
        if (random.nextBoolean()) {
            specifiers.add(one(Specifier.values()));
        }
        String code = random.nextInt(5) == 0 ? "Z99" : one(new TreeSet<>(asked.codes()));
        LocalDate on = near(30);
        return new Diagnosed(
                code + (random.nextBoolean() ? "" : ".1"),
                specifiers,
                on,
                maybe(notBefore(on, near(0))));
    }

    private Tried trial(Adequacy rule) {
        String ingredient = random.nextInt(8) == 0
                ? "unlisted"
                : one(new TreeSet<>(rule.doses().keySet()));
        BigDecimal least = Optional.ofNullable(rule.doses().get(ingredient))
                .map(dose -> dose.value().value())
                .orElse(BigDecimal.TEN);
        return new Tried(
                ingredient,
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(near(least)),
                random.nextInt(6) == 0
                        ? Optional.empty()
                        : Optional.of(near(BigDecimal.valueOf(rule.weeks().value()))),
                random.nextInt(3) == 0 ? one(Adherence.values()) : Adherence.GOOD,
                random.nextInt(3) == 0 ? one(Improvement.values()) : Improvement.NONE,
                random.nextInt(4) > 0,
                random.nextBoolean(),
                near(200));
    }

    /// On the limit, or a tenth of it beside.
    private BigDecimal near(BigDecimal limit) {
        BigDecimal tenth = limit.multiply(new BigDecimal("0.1"));
        return switch (random.nextInt(4)) {
            case 0 -> limit.subtract(tenth);
            case 1 -> limit.add(tenth);
            default -> limit;
        };
    }

    /// A day about so many days ago, seldom tomorrow.
    private LocalDate near(int days) {
        return switch (random.nextInt(8)) {
            case 0 -> ago(-1);
            case 1 -> ago(days + 1);
            case 2, 3 -> ago(days);
            default -> ago(random.nextInt(days + 1));
        };
    }

    private static LocalDate notBefore(LocalDate start, LocalDate end) {
        return end.isBefore(start) ? start : end;
    }

    private static LocalDate ago(int days) {
        return TODAY.minusDays(days);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T one(TreeSet<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }
}
