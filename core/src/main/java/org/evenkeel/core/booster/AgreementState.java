package org.evenkeel.core.booster;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Where an agreement stands on a day.
public sealed interface AgreementState {
    /// What was agreed.
    Agreement agreement();

    /// Where it stands, in words.
    Reason reason();

    /// It goes on.
    ///
    /// @param agreement what was agreed
    /// @param reason where it stands
    /// @param nextQuestionnaire the day the next one is due, in a time without treatment
    record Running(Agreement agreement, Reason reason, OptionalInt nextQuestionnaire)
            implements AgreementState {}

    /// The rule set beforehand is met.
    record Met(Agreement agreement, Reason reason) implements AgreementState {}

    /// Its last day has passed, or treatment came before.
    record Completed(Agreement agreement, Reason reason) implements AgreementState {}

    /// Where an agreement stands at the end of a day.
    ///
    /// @param agreement what was agreed
    /// @param content the instrument and its threshold
    /// @param course ratings and administrations; those after `asOf` are not looked at
    /// @param posterior what is believed on that day
    /// @param asOf the day
    static AgreementState of(
            Agreement agreement, Content content, Course course, Posterior posterior, int asOf) {
        Course known = course.until(asOf);
        return switch (agreement) {
            case Agreement.Stretch stretch -> new Stretching(stretch, content, known, asOf).state();
            case Agreement.TreatmentFree free ->
                new Abstaining(free, content, known, posterior, asOf).state();
        };
    }

    /// The proposal with the agreement beside it. A running stretch is only mentioned; a
    /// time without treatment holds the date back until its way back is met; what is met or
    /// over is a question. Reasons that hold a date back stay.
    default BoosterProposal over(BoosterProposal proposal) {
        return switch (this) {
            case Running(Agreement.Stretch _, Reason reason, OptionalInt _) ->
                switch (proposal) {
                    case Book book -> book.because(joined(book.reasons(), List.of(reason)));
                    case Withhold(var reasons) -> new Withhold(joined(reasons, List.of(reason)));
                    case AskClinician(var reasons) ->
                        new AskClinician(joined(reasons, List.of(reason)));
                };
            case Running(Agreement.TreatmentFree _, Reason reason, OptionalInt _) ->
                new Withhold(joined(List.of(reason), holdingBack(proposal)));
            case Met(Agreement.TreatmentFree _, Reason reason) ->
                switch (proposal) {
                    case Book book -> book.because(joined(List.of(reason), book.reasons()));
                    case Withhold(var reasons) -> new Withhold(joined(List.of(reason), reasons));
                    case AskClinician(var reasons) ->
                        new AskClinician(joined(List.of(reason), reasons));
                };
            case Met(Agreement.Stretch _, Reason reason) -> asked(reason, proposal);
            case Completed(Agreement _, Reason reason) -> asked(reason, proposal);
        };
    }

    private static BoosterProposal asked(Reason reason, BoosterProposal proposal) {
        return switch (proposal) {
            case Withhold(var reasons) -> new Withhold(joined(reasons, List.of(reason)));
            case Book _, AskClinician _ ->
                new AskClinician(joined(List.of(reason), proposal.reasons()));
        };
    }

    private static List<Reason> holdingBack(BoosterProposal proposal) {
        return proposal instanceof Book
                ? List.of()
                : proposal.reasons().stream()
                        .filter(reason -> reason.code() != ReasonCode.CONSIDER_STOPPING)
                        .toList();
    }

    private static List<Reason> joined(List<Reason> first, List<Reason> then) {
        List<Reason> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
