package org.evenkeel.bench;

import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.units.Sex;
import org.evenkeel.knowledge.Catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Charts as full as those of people who were asked everything: each measurement twice, each
/// question once, some diagnoses, medicines, trials and treatments.
final class BenchCharts {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Vocabulary WORDS = Catalogue.shipped().vocabulary();
    private static final List<String> DIAGNOSES = List.of("F32.1", "F33.2", "F41.1", "F60.3");
    private static final List<String> MEDICINES =
            List.of("sertraline", "lorazepam", "lamotrigine", "ramipril", "lithium", "clonidine");
    private static final List<String> TRIED =
            List.of("sertraline", "venlafaxine", "mirtazapine", "bupropion", "escitalopram");

    private BenchCharts() {}

    /// The chart of one patient; the same number gives the same chart.
    static Chart chart(int number) {
        SplittableRandom random = new SplittableRandom(20_261_128L + number);
        List<Measured> measured = new ArrayList<>();
        WORDS.quantities().forEach((id, quantity) -> {
            for (int i = 0; i < 2; i++) {
                BigDecimal value = BigDecimal.valueOf(random.nextInt(200, 2000), 1);
                measured.add(new Measured(id, value, quantity.unit(), ago(random, 400)));
            }
        });
        List<Answered> answered = WORDS.questions().keySet().stream()
                .map(id -> new Answered(id, random.nextInt(20) == 0, ago(random, 100)))
                .toList();
        List<Treated> treated = WORDS.treatments().keySet().stream()
                .map(id -> new Treated(
                        id,
                        Status.values()[random.nextInt(Status.values().length)],
                        ago(random, 300)))
                .toList();
        return new Chart(
                Optional.of(TODAY.minusDays(random.nextInt(6_000, 30_000))),
                Optional.of(Sex.FEMALE),
                measured,
                List.of(),
                answered,
                asked(some(DIAGNOSES, random).stream()
                        .map(code ->
                                new Diagnosed(code, Set.of(), ago(random, 900), Optional.empty()))
                        .toList()),
                asked(some(MEDICINES, random).stream()
                        .map(name -> new Taken(name, ago(random, 900), Optional.empty()))
                        .toList()),
                asked(some(TRIED, random).stream()
                        .map(name -> trial(name, random))
                        .toList()),
                treated);
    }

    private static Tried trial(String name, SplittableRandom random) {
        return new Tried(
                name,
                Optional.of(BigDecimal.valueOf(random.nextInt(10, 250))),
                Optional.of(BigDecimal.valueOf(random.nextInt(2, 12))),
                Adherence.GOOD,
                Improvement.values()[random.nextInt(Improvement.values().length)],
                random.nextBoolean(),
                false,
                ago(random, 900));
    }

    private static <T> Optional<Asked<T>> asked(List<T> entries) {
        return Optional.of(new Asked<>(TODAY.minusDays(5), entries));
    }

    private static List<String> some(List<String> all, SplittableRandom random) {
        return all.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    private static LocalDate ago(SplittableRandom random, int most) {
        return TODAY.minusDays(random.nextInt(most));
    }
}
