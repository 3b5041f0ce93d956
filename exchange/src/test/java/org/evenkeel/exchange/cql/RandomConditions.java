package org.evenkeel.exchange.cql;

import org.evenkeel.core.condition.Comparison;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.knowledge.Catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Conditions nobody would write, over the words of the shipped vocabulary.
final class RandomConditions {
    private static final Vocabulary WORDS = Catalogue.shipped().vocabulary();
    private static final List<String> INGREDIENTS =
            List.of("sertraline", "lithium", "st. john's wort", "valproic acid", "a\"b\\c");
    private static final int DEEPEST = 3;

    private final Random random;

    RandomConditions(long seed) {
        random = new Random(seed);
    }

    Condition next() {
        return next(DEEPEST);
    }

    private Condition next(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> new Condition.All(parts(depth));
            case 1 -> new Condition.Any(parts(depth));
            case 2 -> new Condition.Not(next(depth - 1));
            default -> single();
        };
    }

    private List<Condition> parts(int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(next(depth - 1));
        }
        return parts;
    }

    private Condition single() {
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.Age(one(Comparison.values()), cited(10 + random.nextInt(70)));
            case 1 -> {
                String id = one(new TreeMap<>(WORDS.quantities()).navigableKeySet());
                String unit = Optional.ofNullable(WORDS.quantities().get(id))
                        .orElseThrow()
                        .unit();
                BigDecimal limit = BigDecimal.valueOf(1 + random.nextInt(20_000), 2);
                yield new Condition.Quantity(
                        id, one(Comparison.values()), cited(limit), unit, days(30));
            }
            case 2 ->
                new Condition.Score(
                        new InstrumentId("phq-9"),
                        random.nextBoolean()
                                ? OptionalInt.empty()
                                : OptionalInt.of(1 + random.nextInt(9)),
                        one(Comparison.values()),
                        cited(random.nextInt(4)),
                        days(30));
            case 3 ->
                new Condition.Finding(
                        one(new TreeSet<>(WORDS.questions().keySet())),
                        random.nextBoolean() ? Optional.empty() : Optional.of(days(60)));
            case 4 ->
                new Condition.Diagnosis(
                        some(List.of("F32", "F33.3", "6A70", "F2")),
                        specifiers(),
                        random.nextBoolean());
            case 5 -> new Condition.Medicine(some(INGREDIENTS), days(20), days(60));
            case 6 ->
                new Condition.FailedTrials(
                        cited(1 + random.nextInt(2)), random.nextBoolean(), adequacy());
            default ->
                new Condition.OtherTreatment(
                        one(new TreeSet<>(WORDS.treatments().keySet())),
                        some(List.of(Status.values())));
        };
    }

    private Adequacy adequacy() {
        return Catalogue.shipped()
                .adequacy(one(new TreeSet<>(Catalogue.shipped().adequacyIds())))
                .orElseThrow();
    }

    private Set<Specifier> specifiers() {
        return random.nextBoolean() ? Set.of() : EnumSet.of(one(Specifier.values()));
    }

    private Cited<Integer> days(int most) {
        return cited(random.nextInt(most));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }

    private <T> Set<T> some(List<T> all) {
        Set<T> some = new HashSet<>();
        all.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        some.add(all.get(random.nextInt(all.size())));
        return some;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T one(Set<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }
}
