package org.evenkeel.core.booster;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.Finding;
import org.evenkeel.core.safety.Finding.Effect;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.SafetyRules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The booster planner's front door: from a course to a proposal for the next treatment.
public final class BoosterPlanner {
    private BoosterPlanner() {}

    /// Proposes from what was known at the end of a day.
    ///
    /// A finding that withholds comes first, then every question that is open; only a
    /// course with neither gets a date. Signs that treatment works less become a question when
    /// the date would come sooner after the last treatment than that one did.
    ///
    /// @param content protocol, instrument, prior and limits
    /// @param course ratings and administrations; those after `asOf` are not looked at
    /// @param objective what the date should achieve
    /// @param asOf the day
    public static BoosterProposal propose(
            Content content, Course course, Objective objective, int asOf) {
        Course known = course.until(asOf);
        List<Finding> findings = SafetyRules.review(
                known, content.protocol(), content.instrument(), content.limits(), asOf);
        List<Reason> questions = reasons(findings, Effect.ASK);
        List<Reason> against = reasons(findings, Effect.WITHHOLD);
        if (!against.isEmpty()) {
            against.addAll(questions);
            return new Withhold(against);
        }
        Posterior posterior =
                RelapseModel.posterior(known, content.instrument(), content.prior(), asOf);
        standing(content.protocol(), known, asOf).ifPresent(questions::add);
        if (!(posterior instanceof Fitted fitted)) {
            questions.addFirst(Wording.noRecentScore(
                    content.instrument(), content.prior().limits().staleAfterDays()));
            return new AskClinician(questions);
        }
        List<Reason> notes = reasons(findings, Effect.NOTE);
        List<Reason> losses = reasons(findings, Effect.ASK_IF_SHORTER);
        if (!questions.isEmpty()) {
            questions.addAll(losses);
            return new AskClinician(questions);
        }
        BoosterProposal proposal = dated(content, fitted, objective);
        if (!losses.isEmpty()
                && proposal instanceof Book book
                && shortens(book, known.treatmentDays())) {
            return new AskClinician(losses);
        }
        notes.addAll(losses);
        content.protocol()
                .maintenance()
                .flatMap(Maintenance::table)
                .ifPresent(table -> notes.add(Wording.intervalTable(
                        table, lastInterval(known.by(content.protocol()).treatmentDays()))));
        return withNotes(proposal, notes, fitted);
    }

    /// Whether a proposed interval is shorter than the one before it.
    private static boolean shortens(Book book, List<Integer> days) {
        return days.size() > 1 && book.day() - days.getLast() < lastInterval(days);
    }

    /// Days between the last two treatments; 0 where there are not two.
    private static int lastInterval(List<Integer> days) {
        return days.size() > 1 ? days.getLast() - days.get(days.size() - 2) : 0;
    }

    private static BoosterProposal dated(Content content, Fitted fitted, Objective objective) {
        Window window = Window.of(content, fitted.known(), fitted.asOf());
        if (window.latest() > fitted.lastSupportedDay()) {
            return new AskClinician(
                    List.of(Wording.beyondHorizon(fitted.lastSupportedDay() - fitted.asOf())));
        }
        return new Dating(content, fitted, window).by(objective);
    }

    private static List<Reason> reasons(List<Finding> findings, Effect effect) {
        List<Reason> reasons = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.effect() == effect) {
                reasons.add(finding.reason());
            }
        }
        return reasons;
    }

    /// The question that comes from where the patient stands in the protocol, if any.
    private static Optional<Reason> standing(Protocol protocol, Course known, int asOf) {
        List<Integer> days = known.by(protocol).treatmentDays();
        if (days.isEmpty()) {
            return Optional.of(
                    known.administrations().isEmpty()
                            ? Wording.noTreatmentYet()
                            : Wording.noneByThisPlanYet());
        }
        if (protocol.maintenance().isEmpty()) {
            return Optional.of(Wording.noMaintenancePhase());
        }
        int visits = protocol.seriesVisits();
        int shortest = protocol.maintenance().get().bounds().minimumDays().value();
        boolean running = days.size() < visits && asOf - days.getLast() < shortest;
        return running
                ? Optional.of(Wording.seriesNotComplete(days.size(), visits))
                : Optional.empty();
    }

    private static BoosterProposal withNotes(
            BoosterProposal proposal, List<Reason> notes, Fitted fitted) {
        if (!(proposal instanceof Book book)) {
            return proposal;
        }
        List<Reason> reasons = new ArrayList<>(book.reasons());
        reasons.addAll(notes);
        reasons.add(Wording.fadingBenefit(fitted.portrait()));
        if (fitted.basis() == Posterior.Basis.POPULATION) {
            reasons.add(Wording.populationBasis(fitted.known().ratings().size()));
        }
        return new Book(book.earliest(), book.day(), book.latest(), book.unwell(), reasons);
    }
}
