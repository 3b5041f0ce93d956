package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

class BoosterPlannerTest {
    private static final Objective LIMIT = new Objective.WithinRisk(0.2);
    private static final Objective COST = new Objective.LeastCost(4);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.35, 0.5, 0.8})
    void theRiskLimitGivesTheLongestIntervalWithinIt(double limit) {
        Book book = book(Courses.responder(), new Objective.WithinRisk(limit), 98);
        Content content = Protocols.content(Protocols.adaptive());
        Fitted fitted = (Fitted) RelapseModel.posterior(
                Courses.responder(), content.instrument(), content.prior(), 98);
        double[] unwell = fitted.unwell(book.latest(), List.of(), 10);
        assertThat(book.unwell()).isEqualTo(unwell[book.day() - 99]);
        if (book.unwell() <= limit) {
            assertThat(book.day() == book.latest() || unwell[book.day() - 98] > limit)
                    .isTrue();
            for (int day = book.earliest(); day <= book.day(); day++) {
                assertThat(unwell[day - 99]).isLessThanOrEqualTo(limit);
            }
        } else {
            assertThat(book.day()).isEqualTo(book.earliest());
        }
    }

    @Test
    void aHigherLimitNeverDatesEarlier() {
        int last = 0;
        for (int percent = 1; percent < 100; percent += 3) {
            Book book = book(Courses.responder(), new Objective.WithinRisk(percent / 100.0), 98);
            assertThat(book.day()).isGreaterThanOrEqualTo(last);
            last = book.day();
        }
    }

    @Test
    void aDearerTreatmentIsNeverGivenEarlier() {
        int last = 0;
        for (double price : new double[] {0, 0.5, 1, 2, 4, 8}) {
            BoosterProposal proposal =
                    propose(Courses.responder(), new Objective.LeastCost(price), 98);
            if (proposal instanceof Book book) {
                assertThat(book.day()).isGreaterThanOrEqualTo(last);
                last = book.day();
            }
        }
        assertThat(last).isPositive();
    }

    /// HZ-32.
    @Test
    void theDateStaysInsideTheBounds() {
        for (int asOf = 86; asOf < 150; asOf += 3) {
            for (Objective objective : List.of(LIMIT, COST)) {
                if (propose(Courses.responder(), objective, asOf) instanceof Book book) {
                    int shortest = Math.max(85 + 7, asOf + 1);
                    assertThat(book.earliest()).isEqualTo(shortest);
                    assertThat(book.day()).isBetween(book.earliest(), book.latest());
                    assertThat(book.latest()).isEqualTo(85 + 84);
                }
            }
        }
    }

    @Test
    void whenTheLongestIntervalHasPassedTomorrowIsProposed() {
        Course course = Courses.of("-1:19 7:8 14:4 28:8 60:5 90:4 100:4", "0 2 4 7 9 11");
        Book book = book(course, LIMIT, 100);
        assertThat(book.day()).isEqualTo(101);
        assertThat(codes(book)).startsWith("overdue");
    }

    @Test
    void whenTheRiskIsAlreadyAboveTheLimitTomorrowIsProposed() {
        Course course = Courses.of("-1:19 7:8 14:4 21:6 28:9 35:14 40:16", "0 2 4 7 9 11");
        Book book = book(course, LIMIT, 40);
        assertThat(book.day()).isEqualTo(41);
        assertThat(codes(book)).startsWith("overdue");
    }

    /// Treatments last 40, then 40, 14 and 12 days.
    private static final String LOSING =
            "-1:20 20:5 45:12 50:4 85:13 90:4 125:12 130:4 140:14 146:5 154:13 160:";

    private static final String LOSING_TREATED = "0 2 4 7 9 11 46 86 126 141 155";

    @Test
    void treatmentsThatLastLessLongAreNotAnsweredByAShorterIntervalWithoutAWord() {
        Course worse = Courses.of(LOSING + "15", LOSING_TREATED);
        for (Objective objective : List.of(LIMIT, COST)) {
            BoosterProposal proposal = propose(worse, objective, 160);
            assertThat(proposal).isInstanceOf(AskClinician.class);
            assertThat(codes(proposal)).contains("duration-loss");
        }
    }

    @Test
    void whereTheIntervalIsNotShortenedTheLossStandsBesideTheDate() {
        Course worse = Courses.of(LOSING + "15 172:14", LOSING_TREATED);
        Book book = book(worse, COST, 172);
        assertThat(book.day() - 155).isGreaterThanOrEqualTo(155 - 141);
        assertThat(codes(book)).contains("duration-loss");
    }

    @Test
    void waitingIsWorthwhileUpToTheAcceptedRisk() {
        Book book = book(Courses.responder(), COST, 98);
        Content content = Protocols.content(Protocols.adaptive());
        Fitted fitted = (Fitted) RelapseModel.posterior(
                Courses.responder(), content.instrument(), content.prior(), 98);
        double[] unwell = fitted.unwell(book.latest(), List.of(), 10);
        if (book.day() > book.earliest()) {
            assertThat(unwell[book.day() - 99 + 7])
                    .isGreaterThan(content.settings().riskLimit().value());
        }
        assertThat(codes(book)).startsWith("least-cost");
    }

    @Test
    void aStepRuleNarrowsTheWindow() {
        // The last two treatments were 28 days apart: 19 to 42 days are allowed next.
        Content content = Protocols.content(Protocols.stepped());
        Book book = (Book) BoosterPlanner.propose(content, Courses.responder(), LIMIT, 98);
        assertThat(book.earliest()).isEqualTo(85 + 19);
        assertThat(book.latest()).isEqualTo(85 + 42);
        assertThat(codes(book)).contains("step-rule");
    }

    @Test
    void theDaysBetweenInductionVisitsAreNoIntervalToStepFrom() {
        Content content = Protocols.content(Protocols.stepped());
        Course course = Courses.of("-1:19 7:8 14:4 18:5", "0 2 4 7 9 11");
        Book book = (Book) BoosterPlanner.propose(content, course, LIMIT, 18);
        assertThat(book.latest()).isEqualTo(11 + 84);
        assertThat(codes(book)).doesNotContain("step-rule");
    }

    @Test
    void aPriorThatReachesLessFarThanTheProtocolIsSaidSo() {
        Content content = Protocols.content(Protocols.adaptive());
        Prior prior = content.prior();
        Prior near = new Prior(
                prior.id(),
                prior.instrument(),
                prior.level(),
                prior.benefit(),
                prior.mechanisms(),
                prior.fluctuations(),
                prior.links(),
                new Prior.Limits(70, 30, 4));
        Content nearContent = new Content(
                content.protocol(),
                content.instrument(),
                near,
                content.settings(),
                content.limits());
        for (Objective objective : List.of(LIMIT, COST)) {
            assertThat(codes(BoosterPlanner.propose(
                            nearContent, Courses.responder(), objective, 98)))
                    .containsExactly("beyond-horizon");
        }
    }

    /// HZ-31.
    @Test
    void anAnswerAboutSelfHarmBecomesAQuestionFirst() {
        List<Rating> ratings = new ArrayList<>(Courses.responder().ratings());
        ratings.removeLast();
        ratings.add(new Rating(98, 5, OptionalInt.of(1)));
        Course course = new Course(
                Courses.responder().instrument(), ratings, Courses.responder().administrations());
        BoosterProposal proposal = propose(course, LIMIT, 98);
        assertThat(proposal).isInstanceOf(AskClinician.class);
        assertThat(codes(proposal)).containsExactly("self-harm-item");
        assertThat(proposal.reasons().getFirst().words()).contains("is 1");
    }

    @Test
    void noResponseAfterAFullSeriesWithholds() {
        Course course = Courses.of("-1:20 7:19 14:17 21:18 28:16", "0 2 4 7 9 11");
        BoosterProposal proposal = propose(course, LIMIT, 30);
        assertThat(proposal).isInstanceOf(Withhold.class);
        assertThat(codes(proposal)).containsExactly("no-response-after-series");
    }

    @Test
    void aProtocolsOwnRuleOnNoResponseDecidesAfterItsTreatments() {
        Course course = Courses.of("-1:20 7:13", "0 2 4");
        Content early = Protocols.content(Protocols.stoppingAfter(3, 0.5));
        BoosterProposal withheld = BoosterPlanner.propose(early, course, LIMIT, 8);
        assertThat(withheld).isInstanceOf(Withhold.class);
        assertThat(codes(withheld)).startsWith("no-response-after-series");
        assertThat(withheld.reasons().getFirst().words())
                .isEqualTo("After 3 treatments the best score is 13 from 20: not a response.");

        // 7 of 20 points are enough for a rule that asks for a quarter.
        Content milder = Protocols.content(Protocols.stoppingAfter(3, 0.25));
        assertThat(codes(BoosterPlanner.propose(milder, course, LIMIT, 8)))
                .containsExactly("series-not-complete");
        // A rule for more treatments than the series has is asked at its end.
        Course whole = Courses.of("-1:20 7:19 14:17", "0 2 4 7 9 11");
        Content late = Protocols.content(Protocols.stoppingAfter(8, 0.5));
        assertThat(codes(BoosterPlanner.propose(late, whole, LIMIT, 14)))
                .containsExactly("no-response-after-series");
    }

    @Test
    void theDataMayBeTooOldOrTheSeriesUnfinished() {
        assertThat(codes(propose(Courses.of("-1:20", ""), LIMIT, 3)))
                .containsExactly("no-treatment-yet");
        assertThat(codes(propose(Courses.of("-1:20 3:12", "0 2"), LIMIT, 4)))
                .containsExactly("series-not-complete");
        assertThat(codes(propose(Courses.responder(), LIMIT, 98 + 71)))
                .containsExactly("no-recent-score");
        Content content = Protocols.content(Protocols.seriesOnly());
        assertThat(codes(BoosterPlanner.propose(content, Courses.responder(), LIMIT, 98)))
                .containsExactly("no-maintenance-phase");
    }

    @Test
    void shrinkingIntervalsBecomeAQuestion() {
        Course course = Courses.of(
                "-1:19 7:8 14:4 60:8 120:9 150:8 160:7", "0 2 4 7 9 11 53 88 116 137 151");
        assertThat(codes(propose(course, LIMIT, 160))).contains("interval-shrink");
    }

    @Test
    void intervalsThatGrowAgainAreNoQuestionAnyMore() {
        Course course = Courses.of(
                "-1:19 7:8 14:4 60:8 120:9 150:8 160:7 180:6", "0 2 4 7 9 11 53 88 116 137 151");
        // The open interval is 34 days by now, longer than the last one of 14.
        assertThat(codes(propose(course, LIMIT, 185))).first().isNotEqualTo("interval-shrink");
    }

    @Test
    void growingDosesBecomeAQuestion() {
        assertThat(codes(propose(withLastDose("0.6"), LIMIT, 98))).doesNotContain("dose-creep");
        assertThat(codes(propose(withLastDose("0.65"), LIMIT, 98))).contains("dose-creep");
        assertThat(codes(propose(withLastDose("1.05"), LIMIT, 98))).contains("dose-above-limit");
    }

    @Test
    void manyTreatmentsInAMonthBecomeAQuestion() {
        Course course = Courses.of("-1:19 7:8 14:4 60:8 90:9", "0 2 4 7 9 11 36 66 72 78 84 90");
        assertThat(codes(propose(course, LIMIT, 91))).contains("session-count");
    }

    @Test
    void anotherDrugThanTheProtocolsBecomesAQuestion() {
        List<Administration> given = new ArrayList<>(Courses.responder().administrations());
        given.add(Administration.perKg(
                95, Drug.ESKETAMINE, Route.IN, new MgPerKg(new BigDecimal("0.8"))));
        Course course =
                new Course(Courses.responder().instrument(), Courses.responder().ratings(), given);
        assertThat(codes(propose(course, LIMIT, 98))).contains("different-treatment");
    }

    @Test
    void stoppingIsAnAnswerForSomebodyLongWell() {
        StringBuilder ratings = new StringBuilder("-1:16 7:3");
        for (int day = 14; day <= 400; day += 14) {
            ratings.append(' ').append(day).append(':').append(day % 28 == 0 ? 1 : 0);
        }
        Course course = Courses.of(ratings.toString(), "0 2 4 7 9 11 60 140 220 300 380");
        for (Objective objective : List.of(LIMIT, COST)) {
            BoosterProposal proposal = propose(course, objective, 399);
            assertThat(proposal).isInstanceOf(AskClinician.class);
            assertThat(codes(proposal)).containsExactly("consider-stopping");
        }
    }

    @Test
    void everyReasonHasWordsWithItsNumbers() {
        Book book = book(Courses.responder(), LIMIT, 98);
        Reason first = book.reasons().getFirst();
        assertThat(first.code()).isEqualTo(ReasonCode.RISK_WITHIN_LIMIT);
        assertThat(first.words())
                .contains((book.day() - 85) + " days after")
                .contains(Math.round(100 * book.unwell()) + " %")
                .contains("limit of 20 %");
        assertThat(codes(book)).contains("fading-benefit");
    }

    @Test
    void treatmentsAfterTheAsOfDayAreNotKnownYet() {
        List<Administration> given = new ArrayList<>(Courses.responder().administrations());
        given.add(Courses.treatment(99));
        Course later =
                new Course(Courses.responder().instrument(), Courses.responder().ratings(), given);
        assertThat(propose(later, LIMIT, 98)).isEqualTo(propose(Courses.responder(), LIMIT, 98));
    }

    @Test
    void codesReadAsKebabCase() {
        IntStream.range(0, ReasonCode.values().length)
                .mapToObj(i -> ReasonCode.values()[i].code())
                .forEach(code -> assertThat(code).matches("[a-z]+(-[a-z]+)*"));
    }

    private static Course withLastDose(String mgPerKg) {
        List<Administration> given = new ArrayList<>(Courses.responder().administrations());
        given.removeLast();
        given.add(Administration.perKg(
                85, Drug.KETAMINE, Route.IV, new MgPerKg(new BigDecimal(mgPerKg))));
        return new Course(Courses.responder().instrument(), Courses.responder().ratings(), given);
    }

    private static BoosterProposal propose(Course course, Objective objective, int asOf) {
        return propose(Protocols.adaptive(), course, objective, asOf);
    }

    private static BoosterProposal propose(
            Protocol protocol, Course course, Objective objective, int asOf) {
        return BoosterPlanner.propose(Protocols.content(protocol), course, objective, asOf);
    }

    private static Book book(Course course, Objective objective, int asOf) {
        return (Book) propose(course, objective, asOf);
    }

    private static List<String> codes(BoosterProposal proposal) {
        return proposal.reasons().stream().map(reason -> reason.code().code()).toList();
    }
}
