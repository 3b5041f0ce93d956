package org.evenkeel.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.evenkeel.core.condition.Conditions.SCALE;
import static org.evenkeel.core.condition.Conditions.TODAY;
import static org.evenkeel.core.condition.Conditions.above;
import static org.evenkeel.core.condition.Conditions.ago;
import static org.evenkeel.core.condition.Conditions.answered;
import static org.evenkeel.core.condition.Conditions.chart;
import static org.evenkeel.core.condition.Conditions.cited;
import static org.evenkeel.core.condition.Conditions.finding;
import static org.evenkeel.core.condition.Conditions.pressure;
import static org.evenkeel.core.condition.Conditions.trial;
import static org.evenkeel.core.condition.Truth.MET;
import static org.evenkeel.core.condition.Truth.NOT_MET;
import static org.evenkeel.core.condition.Truth.UNKNOWN;

import org.evenkeel.core.condition.Answer.Single;
import org.evenkeel.core.history.Adequacy;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

final class EvaluationTest {

    @ParameterizedTest
    @CsvSource({
        "MET, MET, MET, MET",
        "MET, NOT_MET, NOT_MET, MET",
        "MET, UNKNOWN, UNKNOWN, MET",
        "NOT_MET, NOT_MET, NOT_MET, NOT_MET",
        "NOT_MET, UNKNOWN, NOT_MET, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void partsCombineAsKleeneSays(Truth one, Truth other, Truth all, Truth any) {
        assertThat(Truth.all(List.of(one, other))).isEqualTo(all);
        assertThat(Truth.all(List.of(other, one))).isEqualTo(all);
        assertThat(Truth.any(List.of(one, other))).isEqualTo(any);
        assertThat(Truth.any(List.of(other, one))).isEqualTo(any);
    }

    @Test
    void notTurnsWhatIsKnown() {
        assertThat(List.of(MET.not(), NOT_MET.not(), UNKNOWN.not()))
                .containsExactly(NOT_MET, MET, UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"159, NOT_MET", "160, NOT_MET", "160.1, MET"})
    void aLimitIsNotAboveItself(String measured, Truth expected) {
        assertThat(truth(above("160"), pressure(measured, 0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ABOVE, false, false, true",
        "AT_LEAST, false, true, true",
        "AT_MOST, true, true, false",
        "BELOW, true, false, false"
    })
    void sidesOfALimit(Comparison side, boolean less, boolean same, boolean more) {
        assertThat(side.holds(1, 2)).isEqualTo(less);
        assertThat(side.holds(new BigDecimal("2.0"), new BigDecimal("2"))).isEqualTo(same);
        assertThat(side.holds(3, 2)).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"0, MET", "7, MET", "8, UNKNOWN", "-1, UNKNOWN"})
    void aMeasurementCountsForItsTimeAndNotBefore(int daysAgo, Truth expected) {
        assertThat(truth(above("160"), pressure("170", daysAgo))).isEqualTo(expected);
    }

    @Test
    void theLatestMeasurementCountsAndIsShown() {
        Single answer =
                single(above("160"), pressure("150", 1), pressure("170", 2), pressure("140", -2));

        assertThat(answer.truth()).isEqualTo(NOT_MET);
        assertThat(answer.facts()).containsExactly(pressure("150", 1));
    }

    @Test
    void ofTwoOnADayTheLaterInTheListCounts() {
        assertThat(truth(above("160"), pressure("150", 1), pressure("170", 1))).isEqualTo(MET);
    }

    @Test
    void whatIsTooOldIsAskedForAgain() {
        Answer answer = evaluate(above("160"), pressure("150", 8));

        assertThat(answer.missing())
                .containsExactly("systolic again: the last is of 2026-11-16, more than 7 days ago");
    }

    @Test
    void anotherUnitIsRefused() {
        Fact slip = new Measured("systolic", new BigDecimal("16"), "kPa", ago(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluate(above("160"), slip))
                .withMessage("systolic must be in mm[Hg], got kPa");
    }

    @ParameterizedTest
    @CsvSource({"45, MET", "46, NOT_MET"})
    void ageIsInCompletedYears(int years, Truth expected) {
        // 46 tomorrow
        assertThat(truth(new Condition.Age(Comparison.AT_LEAST, cited(years)))).isEqualTo(expected);
    }

    @Test
    void nobodyHasAnAgeWithoutADayOfBirthOrBeforeIt() {
        Condition grown = new Condition.Age(Comparison.AT_LEAST, cited(18));

        assertThat(new Evaluation(Chart.empty(), TODAY).of(grown).missing())
                .containsExactly("the day of birth");
        assertThat(new Evaluation(chart(), TODAY.minusYears(60)).of(grown).truth())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void totalsAndItemsAreToldApart() {
        Condition item = score(OptionalInt.of(9), 1);
        Condition total = score(OptionalInt.empty(), 1);
        Fact answered = new Scored(SCALE, OptionalInt.of(9), 1, ago(1));

        assertThat(truth(item, answered)).isEqualTo(MET);
        assertThat(evaluate(total, answered).missing()).containsExactly("scale");
        assertThat(evaluate(item).missing()).containsExactly("scale item 9");
        assertThat(truth(item, new Scored(SCALE, OptionalInt.of(9), 0, ago(1)))).isEqualTo(NOT_MET);
        assertThat(truth(item, new Scored(SCALE, OptionalInt.of(9), 1, ago(15))))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aQuestionNobodyAskedIsUnknown() {
        assertThat(truth(finding("stroke"), answered("stroke", true))).isEqualTo(MET);
        assertThat(truth(finding("stroke"), answered("stroke", false))).isEqualTo(NOT_MET);
        assertThat(evaluate(finding("stroke"), answered("aneurysm", false)).missing())
                .containsExactly("stroke");
    }

    @ParameterizedTest
    @CsvSource({"30, NOT_MET", "31, UNKNOWN"})
    void anAnswerThatMayChangeExpires(int daysAgo, Truth expected) {
        Condition pregnant = new Condition.Finding("pregnant", Optional.of(cited(30)));

        assertThat(truth(pregnant, new Answered("pregnant", false, ago(daysAgo))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "F33.2, RECURRENT, , MET",
        "f33.2, RECURRENT, , MET",
        "F33.2, SINGLE, , NOT_MET",
        "F31.4, RECURRENT, , NOT_MET",
        "F33.2, RECURRENT, 2026-11-25, MET",
        "F33.2, RECURRENT, 2026-11-24, NOT_MET"
    })
    void aDiagnosisNeedsCodeSpecifierAndToLast(
            String code, Specifier specifier, LocalDate until, Truth expected) {
        Condition recurrent =
                new Condition.Diagnosis(Set.of("F32", "F33"), Set.of(Specifier.RECURRENT));
        Fact found = new Diagnosed(code, Set.of(specifier), ago(500), Optional.ofNullable(until));

        assertThat(truth(recurrent, found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({", MET, MET", "2019-05-01, NOT_MET, MET"})
    void aDiagnosisThatIsOverCountsWhereTheRuleSaysEver(LocalDate until, Truth now, Truth ever) {
        Fact mania = new Diagnosed("F30.2", Set.of(), ago(4000), Optional.ofNullable(until));
        Fact later = new Diagnosed("F30.2", Set.of(), ago(-1), Optional.empty());

        assertThat(truth(new Condition.Diagnosis(Set.of("F30"), Set.of()), mania))
                .isEqualTo(now);
        assertThat(truth(new Condition.Diagnosis(Set.of("F30"), Set.of(), true), mania))
                .isEqualTo(ever);
        assertThat(truth(new Condition.Diagnosis(Set.of("F30"), Set.of(), true), later))
                .isEqualTo(NOT_MET);
    }

    @Test
    void diagnosesThatWereNeverTakenAreUnknown() {
        Condition any = new Condition.Diagnosis(Set.of("F"), Set.of());

        assertThat(evaluate(any).missing()).containsExactly("the diagnoses");
        Fact future = new Diagnosed("F20", Set.of(), ago(-3), Optional.empty());
        assertThat(truth(any, future)).isEqualTo(NOT_MET);
    }

    @Test
    void aListThatWasTakenLaterIsUnknownOnTheDay() {
        Condition any = new Condition.Diagnosis(Set.of("F"), Set.of());
        Chart later = chart(new Diagnosed("F32", Set.of(), ago(30), Optional.empty()));

        assertThat(new Evaluation(later, ago(1)).of(any).truth()).isEqualTo(MET);
        assertThat(new Evaluation(later, ago(2)).of(any).truth()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"14, MET", "15, NOT_MET"})
    void aMedicineCountsForSomeDaysAfterItsLast(int daysAgo, Truth expected) {
        Condition recent = new Condition.Medicine(Set.of("phenelzine"), cited(14), cited(30));

        assertThat(truth(recent, new Taken("Phenelzine", ago(90), Optional.of(ago(daysAgo)))))
                .isEqualTo(expected);
    }

    @Test
    void noMedicineIsKnownOnlyFromAListLookedOverLately() {
        Condition now = new Condition.Medicine(Set.of("zolpidem"), cited(0), cited(30));
        Fact other = new Taken("sertraline", ago(90), Optional.empty());

        assertThat(truth(now, other)).isEqualTo(NOT_MET);
        assertThat(new Evaluation(chart(other), TODAY.plusDays(30)).of(now).missing())
                .containsExactly("the list of medicines, at most 30 days old");
        assertThat(truth(now)).isEqualTo(UNKNOWN);
        assertThat(truth(now, new Taken("zolpidem", ago(-1), Optional.empty()))).isEqualTo(NOT_MET);
    }

    @Test
    void aMedicineThatIsTakenIsKnownThoughTheListIsOld() {
        Condition now = new Condition.Medicine(Set.of("zolpidem"), cited(0), cited(30));
        Chart old = chart(new Taken("zolpidem", ago(90), Optional.empty()));

        assertThat(new Evaluation(old, TODAY.plusDays(90)).of(now).truth()).isEqualTo(MET);
    }

    @Test
    void differentDrugsAreCountedNotTrials() {
        assertThat(truth(twoFailed(), trial("one", "20", "6"), trial("one", "40", "8")))
                .isEqualTo(NOT_MET);
        assertThat(truth(twoFailed(), trial("one", "20", "6"), trial("two", "50", "6")))
                .isEqualTo(MET);
    }

    @Test
    void whatHelpsAnAntidepressantIsNotAnotherOne() {
        Adequacy known = new Adequacy(
                "known",
                Conditions.ADEQUACY.weeks(),
                Conditions.ADEQUACY.failedUpTo(),
                Conditions.ADEQUACY.doses(),
                Set.of("two", "unlisted"));
        Condition asked = new Condition.FailedTrials(cited(2), true, known);
        Tried first = trial("one", "20", "6");

        assertThat(truth(asked, first, added("two", "50"))).isEqualTo(NOT_MET);
        assertThat(truth(asked, first, added("unlisted", "50"))).isEqualTo(NOT_MET);
        assertThat(truth(asked, first, trial("two", "50", "6"))).isEqualTo(MET);
        assertThat(truth(asked, first, added("three", "100")))
                .as("an antidepressant added to another is one more")
                .isEqualTo(MET);
    }

    private static Tried added(String ingredient, String mg) {
        Tried alone = trial(ingredient, mg, "6");
        return new Tried(
                ingredient,
                alone.dailyMg(),
                alone.weeks(),
                alone.adherence(),
                alone.improvement(),
                true,
                true,
                alone.on());
    }

    @Test
    void aTrialThatWouldDecideIsAskedFor() {
        Tried half = new Tried(
                "two",
                Optional.empty(),
                Optional.of(new BigDecimal("8")),
                Adherence.GOOD,
                Improvement.NONE,
                true,
                false,
                ago(100));

        assertThat(evaluate(twoFailed(), trial("one", "20", "6"), half).missing())
                .containsExactly("of the trial of two: the dose");
        assertThat(truth(twoFailed(), half)).isEqualTo(NOT_MET);
        assertThat(truth(twoFailed(), trial("one", "20", "6"), trial("three", "100", "6"), half))
                .isEqualTo(MET);
        assertThat(truth(twoFailed())).isEqualTo(UNKNOWN);
    }

    @Test
    void trialsOfEarlierEpisodesCountWhereTheRuleSaysSo() {
        Tried earlier = new Tried(
                "two",
                Optional.of(new BigDecimal("50")),
                Optional.of(new BigDecimal("6")),
                Adherence.GOOD,
                Improvement.NONE,
                false,
                false,
                ago(3000));
        Condition ever = new Condition.FailedTrials(cited(2), false, Conditions.ADEQUACY);

        assertThat(truth(twoFailed(), trial("one", "20", "6"), earlier)).isEqualTo(NOT_MET);
        assertThat(truth(ever, trial("one", "20", "6"), earlier)).isEqualTo(MET);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void anotherTreatmentStandsAsItWasAnswered(Status status) {
        Condition had = new Condition.OtherTreatment("ect", Set.of(Status.PAST, Status.RUNNING));

        assertThat(truth(had, new Treated("ect", status, ago(5))))
                .isEqualTo(Truth.of(status != Status.NEVER));
        assertThat(truth(had, new Treated("tms", status, ago(5)))).isEqualTo(UNKNOWN);
    }

    @Test
    void anAnswerRestsOnThePartsThatDecidedIt() {
        Condition all = new Condition.All(List.of(finding("a"), finding("b"), finding("c")));
        Answer answer = evaluate(all, answered("a", true), answered("b", false));

        assertThat(answer.truth()).isEqualTo(NOT_MET);
        assertThat(answer.because())
                .singleElement()
                .satisfies(one -> assertThat(one.condition()).isEqualTo(finding("b")));
        assertThat(evaluate(new Condition.Not(all), answered("a", true)).missing())
                .containsExactly("b", "c");
    }

    private static Condition score(OptionalInt item, int least) {
        return new Condition.Score(SCALE, item, Comparison.AT_LEAST, cited(least), cited(14));
    }

    private static Condition twoFailed() {
        return new Condition.FailedTrials(cited(2), true, Conditions.ADEQUACY);
    }

    private static Answer evaluate(Condition condition, Fact... facts) {
        return new Evaluation(chart(facts), TODAY).of(condition);
    }

    private static Single single(Condition condition, Fact... facts) {
        return (Single) evaluate(condition, facts);
    }

    private static Truth truth(Condition condition, Fact... facts) {
        return evaluate(condition, facts).truth();
    }
}
