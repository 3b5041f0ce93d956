package org.evenkeel.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.evenkeel.core.condition.Answer.Single;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/// Laws of conditions, over conditions and charts nobody would write.
final class ConditionLawsTest {
    private static final int DEEPEST = 3;

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(DEEPEST);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> single = Arbitraries.of(Conditions.ofEveryKind());
        if (depth == 0) {
            return single;
        }
        Arbitrary<Condition> part = conditions(depth - 1);
        Arbitrary<List<Condition>> parts = part.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                single,
                part.map(Condition.Not::new),
                parts.map(Condition.All::new),
                parts.map(Condition.Any::new));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-3, 40).map(Conditions::ago);
        return Arbitraries.oneOf(
                        Combinators.combine(Arbitraries.of("159", "160", "161"), days)
                                .as((value, day) -> (Fact) new Measured(
                                        "systolic", new BigDecimal(value), "mm[Hg]", day)),
                        Combinators.combine(Arbitraries.of(0, 1, 2), days)
                                .as((value, day) -> new Scored(
                                        Conditions.SCALE, OptionalInt.of(9), value, day)),
                        Combinators.combine(
                                        Arbitraries.of("a", "b"), Arbitraries.of(true, false), days)
                                .as(Answered::new),
                        Combinators.combine(
                                        Arbitraries.of("F32.1", "F33.3", "F40"),
                                        Arbitraries.of(Specifier.class).set().ofMaxSize(3),
                                        days,
                                        days.optional())
                                .as(Diagnosed::new),
                        Combinators.combine(Arbitraries.of("x", "y", "z"), days, days.optional())
                                .as(Taken::new),
                        tried(days),
                        Combinators.combine(
                                        Arbitraries.of("ect", "tms"),
                                        Arbitraries.of(Status.class),
                                        days)
                                .as(Treated::new))
                .list()
                .ofMaxSize(14);
    }

    private static Arbitrary<Fact> tried(Arbitrary<LocalDate> days) {
        return Combinators.combine(
                        Arbitraries.of("one", "two", "three", "four"),
                        Arbitraries.of("10", "50", "100").map(BigDecimal::new).optional(),
                        Arbitraries.of("5", "6").map(BigDecimal::new).optional(),
                        Arbitraries.of(Adherence.class),
                        Arbitraries.of(Improvement.class),
                        Arbitraries.of(true, false),
                        days)
                .as((ingredient, mg, weeks, adherence, improvement, episode, day) -> new Tried(
                        ingredient, mg, weeks, adherence, improvement, episode, false, day));
    }

    @Property
    void notTwiceIsTheSame(
            @ForAll("conditions") Condition condition, @ForAll("facts") List<Fact> facts) {
        assertThat(truth(new Condition.Not(new Condition.Not(condition)), facts))
                .isEqualTo(truth(condition, facts));
    }

    @Property
    void allIsNotAnyNot(
            @ForAll("conditions") Condition one,
            @ForAll("conditions") Condition other,
            @ForAll("facts") List<Fact> facts) {
        Condition turned = new Condition.Not(
                new Condition.Any(List.of(new Condition.Not(one), new Condition.Not(other))));

        assertThat(truth(turned, facts))
                .isEqualTo(truth(new Condition.All(List.of(one, other)), facts));
    }

    @Property
    void whatIsUnknownSaysWhatToAskAndNothingElseDoes(
            @ForAll("conditions") Condition condition, @ForAll("facts") List<Fact> facts) {
        Answer answer = answer(condition, facts);

        assertThat(answer.because()).isNotEmpty();
        assertThat(answer.missing().isEmpty()).isEqualTo(answer.truth() != Truth.UNKNOWN);
    }

    @Property
    void nobodyKnownIsNeitherFitNorUnfit(@ForAll("conditions") Condition condition) {
        assertThat(new Evaluation(Chart.empty(), Conditions.TODAY).of(condition).truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Property
    void whatHappensLaterChangesNothing(
            @ForAll("conditions") Condition condition, @ForAll("facts") List<Fact> facts) {
        List<Fact> known = facts.stream()
                .filter(fact -> !fact.on().isAfter(Conditions.TODAY))
                .toList();
        Chart later = Conditions.chart(facts);
        Chart now = Conditions.chart(known);

        // The lists were asked for all the same.
        Chart asked = new Chart(
                now.birth(),
                now.sex(),
                now.measurements(),
                now.scores(),
                now.answers(),
                later.diagnoses().map(list -> only(list, known)),
                later.medicines().map(list -> only(list, known)),
                later.trials().map(list -> only(list, known)),
                now.treatments());
        assertThat(new Evaluation(asked, Conditions.TODAY).of(condition).truth())
                .isEqualTo(truth(condition, facts));
    }

    @Property
    void theOrderInWhichDifferentThingsWereToldChangesNothing(
            @ForAll("conditions") Condition condition,
            @ForAll("facts") List<Fact> facts,
            @ForAll long seed) {
        List<Fact> once = new ArrayList<>();
        for (Fact fact : facts) {
            if (once.stream().noneMatch(other -> isOfSameKindAndDay(fact, other))) {
                once.add(fact);
            }
        }
        List<Fact> turned = new ArrayList<>(once);
        Collections.shuffle(turned, new Random(seed));

        assertThat(truth(condition, turned)).isEqualTo(truth(condition, once));
    }

    @Property
    void anAnswerRestsOnlyOnFactsOfTheChart(
            @ForAll("conditions") Condition condition, @ForAll("facts") List<Fact> facts) {
        Stream<Fact> used = answer(condition, facts).because().stream()
                .map(Single::facts)
                .flatMap(List::stream);

        assertThat(used).allMatch(facts::contains);
    }

    private static boolean isOfSameKindAndDay(Fact one, Fact other) {
        return one.getClass() == other.getClass() && one.on().equals(other.on());
    }

    private static <T extends Fact> Chart.Asked<T> only(Chart.Asked<T> list, List<Fact> known) {
        return new Chart.Asked<>(
                list.on(), list.entries().stream().filter(known::contains).toList());
    }

    private static Answer answer(Condition condition, List<Fact> facts) {
        return new Evaluation(Conditions.chart(facts), Conditions.TODAY).of(condition);
    }

    private static Truth truth(Condition condition, List<Fact> facts) {
        return answer(condition, facts).truth();
    }
}
