package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.Influence.Answered;
import org.evenkeel.core.booster.Influence.Treated;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.forecast.Standing;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ExplanationTest {
    private static final Content CONTENT = Protocols.content(Protocols.adaptive());
    private static final Objective LIMIT = new Objective.WithinRisk(0.2);
    private static final int AS_OF = 98;

    @Test
    void itExplainsTheDayThatIsProposed() {
        Explanation explanation = explain(Courses.responder());
        Book book = (Book) BoosterPlanner.propose(CONTENT, Courses.responder(), LIMIT, AS_OF);

        assertThat(explanation.proposedDay()).hasValue(book.day());
        assertThat(explanation.day()).isEqualTo(book.day());
        assertThat(explanation.unwell()).isEqualTo(book.unwell());
    }

    @Test
    void leavingAScoreOutIsFittingTheRestAnew() {
        Explanation explanation = explain(Courses.responder());
        Influence last = explanation.influences().stream()
                .filter(each -> each.fact().equals(new Answered(98, 5)))
                .findFirst()
                .orElseThrow();
        Course rest = Courses.of(
                "-1:19 7:8 14:4 21:5 28:8 35:11 42:5 49:6 56:10 63:4 70:5 77:7 84:10 91:4",
                "0 2 4 7 9 11 36 57 85");

        double[] without = ((Fitted)
                        RelapseModel.posterior(rest, CONTENT.instrument(), CONTENT.prior(), AS_OF))
                .unwell(explanation.day(), List.of(), 10);

        assertThat(last.unwellWithout()).hasValue(without[without.length - 1]);
        assertThat(last.dayWithout())
                .hasValue(((Book) BoosterPlanner.propose(CONTENT, rest, LIMIT, AS_OF)).day());
    }

    @Test
    void theStrongestStandFirstAndTreatmentsHaveNoDate() {
        Explanation explanation = explain(Courses.responder());
        List<Double> moves = explanation.influences().stream()
                .map(each -> -Math.abs(each.moved(explanation.unwell())))
                .toList();

        assertThat(moves).isSorted().hasSizeBetween(1, 9);
        assertThat(explanation.influences())
                .filteredOn(each -> each.fact() instanceof Treated)
                .isNotEmpty()
                .allMatch(each -> each.dayWithout().isEmpty())
                .filteredOn(each -> each.fact().day() == 85)
                .allMatch(each -> each.moved(explanation.unwell()) < 0);
    }

    @Test
    void withoutTheOnlyRecentScoreThereIsNoForecast() {
        Explanation explanation = explain(Courses.of("-1:19 95:6", "0 2 4 7 9 11"));

        Influence first = explanation.influences().getFirst();
        assertThat(first.fact()).isEqualTo(new Answered(95, 6));
        assertThat(first.unwellWithout()).isEmpty();
        assertThat(words(explanation))
                .contains("Without the score of 6, 3 days ago, there would be no forecast.");
    }

    @Test
    void aBetterAnswerNeverBringsTheDateForward() {
        Explanation explanation = explain(Courses.responder());
        List<Integer> days = explanation.next().stream()
                .filter(each -> each.proposal() instanceof Book)
                .map(each -> ((Book) each.proposal()).day())
                .toList();

        assertThat(explanation.next()).extracting(NextAnswer::score).isSorted().hasSize(3);
        assertThat(days).hasSizeGreaterThan(1);
        assertThat(days.reversed()).isSorted();
    }

    @Test
    void aPatientNobodyKnowsStandsInTheMiddleOfThePopulation() {
        Explanation explanation = explain(Courses.of("98:18", ""));

        Standing.Trait benefit = explanation.standing().benefit();
        assertThat(benefit.shareBelow()).isEqualTo(0.5, within(0.05));
        assertThat(benefit.own().p10()).isLessThan(benefit.own().p50());
        Standing.Spread level = explanation.standing().untreated().population();
        assertThat(level.p50()).isEqualTo(17, within(0.3));
        assertThat(level.p90() - level.p10()).isEqualTo(2 * 1.2816 * 8, within(1.5));
    }

    @Test
    void whomTreatmentHelpsMoreStandsAboveOthers() {
        Standing strong = explain(
                        Courses.of("-1:24 7:6 14:2 21:2 50:2 70:3 90:2 98:2", "0 2 4 7 9 11 60"))
                .standing();
        Standing weak = explain(
                        Courses.of("-1:24 7:22 14:21 21:22 50:23 70:22 98:22", "0 2 4 7 9 11 60"))
                .standing();

        assertThat(strong.benefit().shareBelow()).isGreaterThan(0.7);
        assertThat(weak.benefit().shareBelow()).isLessThan(0.2);
    }

    @Test
    void itSaysWhatItDoesNotKnow() {
        assertThat(codes(explain(Courses.of("98:18", ""))))
                .contains(Caveat.Code.FEW_SCORES, Caveat.Code.NO_TREATMENT_SEEN);
        assertThat(codes(explain(Courses.of("-1:19 40:9", "0 2 4 7 9 11 50"))))
                .contains(Caveat.Code.NO_SCORE_SINCE_TREATMENT);
        assertThat(codes(explain(Courses.responder())))
                .containsExactly(Caveat.Code.UNVERIFIED_FIGURES);
    }

    @Test
    void whereThereIsNoForecastThereIsNothingToExplain() {
        assertThat(Explanation.of(CONTENT, Courses.of("1:19", ""), LIMIT, AS_OF))
                .isEmpty();
    }

    @Test
    void whatComesLaterChangesNothing() {
        Course later = Courses.responder();
        List<org.evenkeel.core.course.Rating> ratings = new ArrayList<>(later.ratings());
        ratings.add(org.evenkeel.core.course.Rating.of(120, 20));

        assertThat(explain(new Course(later.instrument(), ratings, later.administrations())))
                .isEqualTo(explain(Courses.responder()));
    }

    @Test
    void theSentencesHoldNoDatesAndNoBraces() {
        assertThat(new ExplanationWording(explain(Courses.responder()), "PHQ-9").sentences())
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each).endsWith(".").doesNotContain("%s", "{"))
                .anyMatch(each -> each.startsWith("On the proposed day (in"))
                .anyMatch(each -> each.startsWith("If the PHQ-9 "));
    }

    private static Explanation explain(Course course) {
        return Explanation.of(CONTENT, course, LIMIT, AS_OF).orElseThrow();
    }

    private static List<String> words(Explanation explanation) {
        return new ExplanationWording(explanation, "PHQ-9").sentences();
    }

    private static List<Caveat.Code> codes(Explanation explanation) {
        return explanation.caveats().stream().map(Caveat::code).toList();
    }
}
