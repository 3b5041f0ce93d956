package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.evenkeel.core.condition.Answer;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Improvement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Laws of the shipped rules over random histories.
final class EligibilityLawsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);
    private static final List<RulePack> PACKS =
            RulePack.inForce(Catalogue.shipped().rulePacks(), "EU", TODAY);

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<LocalDate> days =
                Arbitraries.integers().between(-2, 400).map(ago -> TODAY.minusDays(ago));
        List<String> questions = Catalogue.shipped().vocabulary().questions().keySet().stream()
                .sorted()
                .toList();
        Arbitrary<Fact> answers = Combinators.combine(
                        Arbitraries.of(questions), Arbitraries.of(true, false, false, false), days)
                .as(Answered::new);
        Arbitrary<Fact> medicines = Combinators.combine(
                        Arbitraries.of("lorazepam", "sertraline", "ethanol", "tranylcypromine"),
                        days)
                .as((name, day) -> new Fact.Taken(name, day, Optional.empty()));
        Arbitrary<Fact> trials = Combinators.combine(
                        Arbitraries.of("sertraline", "bupropion", "venlafaxine"),
                        Arbitraries.of("50", "300").map(BigDecimal::new).optional(),
                        Arbitraries.of(Improvement.class),
                        days)
                .as((name, mg, did, day) -> new Fact.Tried(
                        name,
                        mg,
                        Optional.of(BigDecimal.TEN),
                        Adherence.GOOD,
                        did,
                        true,
                        false,
                        day));
        return Arbitraries.oneOf(answers, answers, answers, medicines, trials)
                .list()
                .ofMaxSize(60);
    }

    /// Whatever is known: a rule that cannot be told is open, says what to ask, and while one that
    /// blocks is open or raised nobody is eligible.
    @Property(tries = 200)
    void unknownNeverPasses(@ForAll("facts") List<Fact> facts) {
        Screening screening = screen(facts);

        for (Result result : screening.results()) {
            boolean unknown = result.answer().truth() == Truth.UNKNOWN;
            assertThat(result.state() == State.OPEN).isEqualTo(unknown);
            assertThat(result.answer().missing().isEmpty()).isEqualTo(!unknown);
            if (result.rule().severity() == Severity.BLOCK && result.state() != State.CLEAR) {
                assertThat(screening.conclusion()).isIn(Conclusion.BLOCKED, Conclusion.INCOMPLETE);
            }
        }
    }

    /// One fact more lifts a block only where it answers the very rule that was raised.
    @Property(tries = 200)
    void oneFactMoreLiftsNoOtherBlock(
            @ForAll("facts") List<Fact> facts, @ForAll("facts") List<Fact> more) {
        if (more.isEmpty()) {
            return;
        }
        Fact added = more.getFirst();
        List<Fact> with = new ArrayList<>(facts);
        with.add(added);
        Set<String> before = raised(screen(facts));
        Screening after = screen(with);
        Set<String> lifted = before.stream()
                .filter(rule -> !raised(after).contains(rule))
                .collect(Collectors.toSet());

        for (Result result : after.results()) {
            if (lifted.contains(name(result))) {
                assertThat(isAbout(result.answer(), added))
                        .as(name(result) + " lifted by " + added)
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void orderOfArrivalDoesNotMatter(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        // Of two answers to one question on one day the later one holds: one of each is kept.
        List<Fact> once = new ArrayList<>(facts.stream()
                .collect(Collectors.toMap(EligibilityLawsTest::what, fact -> fact, (one, _) -> one))
                .values());
        List<Fact> shuffled = new ArrayList<>(once);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(states(screen(shuffled))).isEqualTo(states(screen(once)));
    }

    private static String what(Fact fact) {
        return fact instanceof Answered answered
                ? answered.question() + answered.on()
                : fact.toString();
    }

    private static boolean isAbout(Answer answer, Fact added) {
        return answer.toString().contains(subject(added));
    }

    private static String subject(Fact fact) {
        return switch (fact) {
            case Answered it -> it.question();
            case Fact.Taken it -> it.ingredient();
            case Fact.Tried it -> it.ingredient();
            default -> throw new IllegalArgumentException("not made here: " + fact);
        };
    }

    private static Set<String> raised(Screening screening) {
        return screening.in(State.RAISED).stream()
                .map(EligibilityLawsTest::name)
                .collect(Collectors.toSet());
    }

    private static List<String> states(Screening screening) {
        return screening.results().stream()
                .map(result -> name(result) + " " + result.state())
                .toList();
    }

    private static String name(Result result) {
        return result.pack() + "/" + result.rule().id();
    }

    private static Screening screen(List<Fact> facts) {
        return Screening.of(PACKS, new Evaluation(chart(facts), TODAY));
    }

    private static Chart chart(List<Fact> facts) {
        return new Chart(
                Optional.of(TODAY.minusYears(40)),
                Optional.empty(),
                List.of(),
                List.of(),
                of(facts, Answered.class),
                Optional.of(new Asked<>(TODAY, List.of())),
                Optional.of(new Asked<>(TODAY, of(facts, Fact.Taken.class))),
                Optional.of(new Asked<>(TODAY, of(facts, Fact.Tried.class))),
                List.of());
    }

    private static <T> List<T> of(List<Fact> facts, Class<T> type) {
        return facts.stream()
                .map(fact -> type.isInstance(fact) ? type.cast(fact) : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
