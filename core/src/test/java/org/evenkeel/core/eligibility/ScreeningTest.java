package org.evenkeel.core.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.eligibility.Rule.Sense;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ScreeningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BLOCK,  EXCLUDES, true,  RAISED, BLOCKED",
                "BLOCK,  EXCLUDES, false, CLEAR,  ELIGIBLE",
                "BLOCK,  EXCLUDES, -,     OPEN,   INCOMPLETE",
                "BLOCK,  REQUIRES, true,  CLEAR,  ELIGIBLE",
                "BLOCK,  REQUIRES, false, RAISED, BLOCKED",
                "BLOCK,  REQUIRES, -,     OPEN,   INCOMPLETE",
                "REVIEW, EXCLUDES, true,  RAISED, REVIEW",
                "REVIEW, EXCLUDES, -,     OPEN,   REVIEW",
                "REVIEW, EXCLUDES, false, CLEAR,  ELIGIBLE",
                "INFO,   EXCLUDES, true,  RAISED, ELIGIBLE",
                "INFO,   EXCLUDES, -,     OPEN,   ELIGIBLE"
            })
    void oneRule(
            Severity severity, Sense sense, Boolean answer, State state, Conclusion conclusion) {
        Screening screening = screen(
                List.of(rule("one", severity, sense)),
                answer == null
                        ? List.of()
                        : List.of(new Answered("one", answer, TODAY.minusDays(1))));

        assertThat(screening.results())
                .singleElement()
                .satisfies(result -> assertThat(result.state()).isEqualTo(state));
        assertThat(screening.conclusion()).isEqualTo(conclusion);
        assertThat(screening.missing().isEmpty()).isEqualTo(state != State.OPEN);
    }

    @Test
    void whatIsRaisedOutweighsWhatIsOpenAndWhatIsOpenAReview() {
        Rule blocking = rule("one", Severity.BLOCK, Sense.EXCLUDES);
        Rule open = rule("two", Severity.BLOCK, Sense.EXCLUDES);
        Rule review = rule("three", Severity.REVIEW, Sense.EXCLUDES);
        Answered one = new Answered("one", true, TODAY);
        Answered three = new Answered("three", true, TODAY);

        assertThat(screen(List.of(open, blocking, review), List.of(one, three)).conclusion())
                .isEqualTo(Conclusion.BLOCKED);
        assertThat(screen(List.of(open, review), List.of(three)).conclusion())
                .isEqualTo(Conclusion.INCOMPLETE);
        assertThat(screen(List.of(open, review), List.of(three)).missing()).containsExactly("two");
    }

    @Test
    void aPackHoldsFromItsFirstDayToBeforeItsLast() {
        RulePack pack = pack(List.of(), Optional.of(TODAY.plusDays(10)));

        assertThat(pack.holds("US", TODAY.minusDays(1))).isFalse();
        assertThat(pack.holds("US", TODAY)).isTrue();
        assertThat(pack.holds("US", TODAY.plusDays(9))).isTrue();
        assertThat(pack.holds("US", TODAY.plusDays(10))).isFalse();
    }

    @Test
    void aPackThatHoldsOnNoDayOrHasARuleTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack(List.of(), Optional.of(TODAY)))
                .withMessageContaining("for a day at least");
        Rule rule = rule("one", Severity.INFO, Sense.EXCLUDES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack(List.of(rule, rule), Optional.empty()))
                .withMessage("pack has two rules one");
    }

    @ParameterizedTest
    @CsvSource({
        "EXCLUDES, true,  3, RAISED, RAISED",
        "EXCLUDES, true,  4, OPEN,   RAISED",
        "EXCLUDES, true,  400, OPEN, RAISED",
        "EXCLUDES, false, 4, OPEN,   CLEAR",
        "REQUIRES, false, 4, OPEN,   RAISED",
        "REQUIRES, true,  4, OPEN,   CLEAR"
    })
    void whatWasToldAgainstStaysSoUntilItIsAskedAgain(
            Sense sense, boolean said, int daysAgo, State now, State told) {
        Rule rule = ageing(sense);
        Chart chart = chart(List.of(new Answered("one", said, TODAY.minusDays(daysAgo))));
        Screening screening = screen(rule, chart);

        assertThat(screening.results().getFirst().state()).isEqualTo(now);
        assertThat(screening.lastTold(screening.results().getFirst(), chart)).isEqualTo(told);
    }

    /// HZ-24.
    @Test
    void whatWasNeverAskedWasNotToldAndALaterAnswerTakesThePlaceOfAnEarlier() {
        Chart taken = chart(List.of(
                new Answered("one", true, TODAY.minusDays(9)),
                new Answered("one", false, TODAY.minusDays(5))));
        Screening again = screen(ageing(Sense.EXCLUDES), taken);
        Screening never = screen(ageing(Sense.EXCLUDES), Chart.empty());

        assertThat(again.lastTold(again.results().getFirst(), taken)).isEqualTo(State.CLEAR);
        assertThat(never.lastTold(never.results().getFirst(), Chart.empty())).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"true, -, 9", "true, true, 2", "true, false, -", "false, true, 2", "-, -, -"})
    void whatWasConfirmedIsConfirmedUntilItIsDenied(Boolean first, Boolean then, Long daysAgo) {
        List<Answered> answers = new ArrayList<>();
        Optional.ofNullable(first)
                .ifPresent(yes -> answers.add(new Answered("seen", yes, TODAY.minusDays(9))));
        Optional.ofNullable(then)
                .ifPresent(yes -> answers.add(new Answered("seen", yes, TODAY.minusDays(2))));

        assertThat(WorkUp.last(new WorkUp.Shown.Confirmed("seen"), chart(answers), TODAY))
                .isEqualTo(Optional.ofNullable(daysAgo).map(TODAY::minusDays));
    }

    private static Rule ageing(Sense sense) {
        return new Rule(
                "one",
                Severity.BLOCK,
                sense,
                new Condition.Finding("one", Optional.of(new Cited<>(3, EvidenceTag.P, "test"))),
                new Cited<>("words", EvidenceTag.P, "test"),
                true);
    }

    private static Screening screen(List<Rule> rules, List<Answered> answers) {
        return Screening.of(
                List.of(pack(rules, Optional.empty())), new Evaluation(chart(answers), TODAY));
    }

    private static Screening screen(Rule rule, Chart chart) {
        return Screening.of(
                List.of(pack(List.of(rule), Optional.empty())), new Evaluation(chart, TODAY));
    }

    private static Chart chart(List<Answered> answers) {
        Chart empty = Chart.empty();
        return new Chart(
                empty.birth(),
                empty.sex(),
                List.of(),
                List.of(),
                answers,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static RulePack pack(List<Rule> rules, Optional<LocalDate> until) {
        return new RulePack(
                "pack", "1", "Pack", Optional.empty(), TODAY, until, rules, List.of("test"));
    }

    private static Rule rule(String question, Severity severity, Sense sense) {
        return new Rule(
                question,
                severity,
                sense,
                new Condition.Finding(question, Optional.empty()),
                new Cited<>("words", EvidenceTag.P, "test"),
                true);
    }
}
