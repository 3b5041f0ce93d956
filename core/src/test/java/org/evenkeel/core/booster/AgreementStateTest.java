package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.booster.AgreementState.Completed;
import org.evenkeel.core.booster.AgreementState.Met;
import org.evenkeel.core.booster.AgreementState.Running;
import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class AgreementStateTest {
    private static final Content CONTENT = Protocols.content(Protocols.adaptive());

    /// Well at a treatment every three weeks; the agreements begin on day 100 from a score
    /// of 4.
    private static final String BEFORE = "-1:19 14:4 30:5 44:4 58:5 72:4 86:5 100:4";

    private static final String GIVEN = "0 2 4 7 9 11 32 53 74 95";
    private static final StopRule RULE = new StopRule(4, OptionalInt.of(0), 6, 10);
    private static final Agreement STRETCH = new Agreement.Stretch(100, 184, 21, 28, RULE);
    private static final Agreement FREE =
            new Agreement.TreatmentFree(100, 282, new Agreement.Watch(14, 7, 0.9), RULE);

    @Test
    void aStretchRunsAsLongAsItsScoresStayBelowItsRule() {
        AgreementState state = state(STRETCH, "114:5 128:8", "123", 130);

        assertThat(state).isInstanceOf(Running.class);
        assertThat(state.reason().code()).isEqualTo(ReasonCode.STRETCH_RUNNING);
        assertThat(state.reason().words())
                .contains("28 days between treatments in place of 21", "for 54 more days")
                .contains("its next treatment is due in 21 days");
    }

    @Test
    void itIsStoppedByARiseByTheLineAndByTheSelfHarmItem() {
        StopRule far = new StopRule(4, OptionalInt.of(0), 6, 20);
        Agreement rising = new Agreement.Stretch(100, 184, 21, 28, far);

        assertThat(state(STRETCH, "114:10", "", 116).reason().words())
                .contains("the score of 10, 2 days ago, reaches the line of 10");
        assertThat(state(rising, "114:10", "", 116).reason().words())
                .contains("is 6 points above the 4 it began with");
        assertThat(state(rising, "114:9", "", 116)).isInstanceOf(Running.class);
        assertThat(state(STRETCH, course("", "", new Rating(114, 5, OptionalInt.of(1))), 116)
                        .reason()
                        .words())
                .contains("self-harm rose");
    }

    @Test
    void whatStoppedItIsNotTakenBackByABetterScore() {
        AgreementState state = state(STRETCH, "114:12 121:4", "", 200);

        assertThat(state).isInstanceOf(Met.class);
        assertThat(state.reason().code()).isEqualTo(ReasonCode.STRETCH_STOP);
    }

    @Test
    void whatComesBeforeItsBeginAndAfterItsEndDoesNotStopIt() {
        AgreementState state = state(STRETCH, "114:5 190:15", "123 151", 190);

        assertThat(state).isInstanceOf(Completed.class);
        assertThat(state.reason().words())
                .contains("In 84 days 2 treatments and 0 of 1 scores unwell (mean 5.0)")
                .contains("in as many days before it 4 treatments and 0 of 6 scores");
    }

    @Test
    void whatIsNotYetKnownDoesNotCount() {
        assertThat(state(STRETCH, "114:12", "", 113)).isInstanceOf(Running.class);
    }

    @Test
    void aTimeWithoutTreatmentSaysWhenItAsksNext() {
        Running fresh = (Running) state(FREE, "", "", 105);
        Running asked = (Running) state(FREE, "114:5", "", 120);
        Running unsure = (Running) state(FREE, "114:11", "", 120);

        assertThat(fresh.nextQuestionnaire()).hasValue(114);
        assertThat(asked.nextQuestionnaire()).hasValue(128);
        assertThat(unsure.nextQuestionnaire()).hasValue(121);
        assertThat(unsure.reason().words())
                .contains("due in 1 day, to confirm the last score or take it back");
        assertThat(state(FREE, "", "", 120).reason().words()).contains("was due 6 days ago");
    }

    @Test
    void oneScoreAtTheLineIsConfirmedOrTakenBack() {
        assertThat(state(FREE, "114:11 121:5", "", 122)).isInstanceOf(Running.class);
        AgreementState met = state(FREE, "114:11 121:12", "", 122);

        assertThat(met).isInstanceOf(Met.class);
        assertThat(met.reason().code()).isEqualTo(ReasonCode.TREATMENT_FREE_RETURN);
        assertThat(met.reason().words()).contains("the score of 11 was confirmed by 12");
    }

    @Test
    void theSelfHarmItemNeedsNoConfirming() {
        assertThat(state(FREE, course("", "", new Rating(114, 4, OptionalInt.of(1))), 114))
                .isInstanceOf(Met.class);
    }

    @Test
    void aForecastAboveTheAgreedRiskLeadsBack() {
        Agreement wary =
                new Agreement.TreatmentFree(100, 282, new Agreement.Watch(14, 7, 0.05), RULE);

        assertThat(state(wary, "114:9", "", 114).reason().words())
                .contains("chance of being unwell when the next questionnaire is due");
    }

    @Test
    void aTreatmentEndsItAndSoDoesItsLastDay() {
        assertThat(state(FREE, "114:5", "120", 121).reason().words())
                .contains("A treatment was given 20 days after");
        String well =
                "114:4 128:3 142:4 156:3 170:4 184:3 198:4 212:3 226:4 240:3 254:4 268:3 280:3";
        AgreementState over = state(FREE, well, "", 283);
        assertThat(over).isInstanceOf(Completed.class);
        assertThat(over.reason().words()).contains("0 of 13 scores reached 10");
    }

    @Test
    void aTimeThatNobodyWatchedIsNotToldAsOneThatWentWell() {
        assertThat(state(FREE, "", "", 283).reason().words())
                .contains("182 days without treatment have passed, but no questionnaire was "
                        + "answered in them")
                .doesNotContain("never met");
        assertThat(state(FREE, "114:4 128:3", "", 283).reason().words())
                .contains("no questionnaire was answered in the last 154 days of them");
        assertThat(state(FREE, "114:4 268:3", "", 283).reason().words())
                .contains("the way back was never met: 0 of 2 scores");
    }

    @Test
    void aRunningStretchMovesNoDate() {
        Book book = book();
        Book with = (Book) running(STRETCH).over(book);

        assertThat(with.day()).isEqualTo(book.day());
        assertThat(codes(with)).containsExactly("overdue", "stretch-running");
    }

    @Test
    void aStretchThatIsStoppedOrOverIsAQuestion() {
        Reason reason = new Reason(ReasonCode.STRETCH_STOP, "Stop.", List.of());

        assertThat(new Met(STRETCH, reason).over(book()))
                .isEqualTo(new AskClinician(List.of(reason, book().reasons().getFirst())));
        assertThat(new Completed(STRETCH, reason).over(book())).isInstanceOf(AskClinician.class);
    }

    @Test
    void aTimeWithoutTreatmentHoldsTheDateBackUntilItsWayBackIsMet() {
        BoosterProposal held = running(FREE).over(book());
        assertThat(held).isInstanceOf(Withhold.class);
        assertThat(codes(held)).containsExactly("treatment-free");

        Reason back = new Reason(ReasonCode.TREATMENT_FREE_RETURN, "Back.", List.of());
        BoosterProposal returned = new Met(FREE, back).over(book());
        assertThat(((Book) returned).day()).isEqualTo(book().day());
        assertThat(codes(returned)).containsExactly("treatment-free-return", "overdue");
    }

    @Test
    void whatHoldsADateBackIsNeverHiddenByAnAgreement() {
        Reason harm = new Reason(ReasonCode.SELF_HARM_ITEM, "Speak.", List.of());
        Reason none = new Reason(ReasonCode.NO_RESPONSE_AFTER_SERIES, "None.", List.of());
        for (AgreementState state : List.of(
                running(STRETCH),
                running(FREE),
                new Met(STRETCH, reason()),
                new Met(FREE, reason()),
                new Completed(FREE, reason()))) {
            assertThat(codes(state.over(new AskClinician(List.of(harm)))))
                    .contains("self-harm-item");
            assertThat(state.over(new Withhold(List.of(none, harm)))).isInstanceOf(Withhold.class);
            assertThat(codes(state.over(new Withhold(List.of(none, harm)))))
                    .contains("self-harm-item", "no-response-after-series");
        }
    }

    @Test
    void aRuleThatIsAlreadyMetCannotBeAgreed() {
        assertThatThrownBy(() -> new StopRule(12, OptionalInt.empty(), 6, 10))
                .hasMessageContaining("above the baseline of 12");
        assertThatThrownBy(() -> new Agreement.Stretch(100, 100, 21, 28, RULE))
                .hasMessageContaining("must end after it begins");
    }

    private static Running running(Agreement agreement) {
        ReasonCode code = agreement instanceof Agreement.Stretch
                ? ReasonCode.STRETCH_RUNNING
                : ReasonCode.TREATMENT_FREE;
        return new Running(agreement, new Reason(code, "Runs.", List.of()), OptionalInt.empty());
    }

    private static Reason reason() {
        return new Reason(ReasonCode.TREATMENT_FREE_COMPLETE, "Over.", List.of());
    }

    private static Book book() {
        return new Book(
                10, 12, 20, 0.3, List.of(new Reason(ReasonCode.OVERDUE, "Late.", List.of())));
    }

    private static AgreementState state(
            Agreement agreement, String ratings, String treatments, int asOf) {
        return state(agreement, course(ratings, treatments), asOf);
    }

    private static AgreementState state(Agreement agreement, Course course, int asOf) {
        return AgreementState.of(
                agreement,
                CONTENT,
                course,
                RelapseModel.posterior(course, CONTENT.instrument(), CONTENT.prior(), asOf),
                asOf);
    }

    private static Course course(String ratings, String treatments, Rating... more) {
        Course plain = Courses.of(BEFORE + " " + ratings, GIVEN + " " + treatments);
        List<Rating> all = new ArrayList<>(plain.ratings());
        all.addAll(List.of(more));
        return new Course(plain.instrument(), all, plain.administrations());
    }

    private static List<String> codes(BoosterProposal proposal) {
        return proposal.reasons().stream().map(each -> each.code().code()).toList();
    }
}
