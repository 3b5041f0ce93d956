package org.evenkeel.core.booster;

import org.evenkeel.core.booster.AgreementState.Completed;
import org.evenkeel.core.booster.AgreementState.Met;
import org.evenkeel.core.booster.AgreementState.Running;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.safety.ReasonCode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds where a monitored time without treatment stands.
final class Abstaining {
    private final Agreement.TreatmentFree free;
    private final Content content;
    private final Course known;
    private final Posterior posterior;
    private final int asOf;

    Abstaining(
            Agreement.TreatmentFree free,
            Content content,
            Course known,
            Posterior posterior,
            int asOf) {
        this.free = free;
        this.content = content;
        this.known = known;
        this.posterior = posterior;
        this.asOf = asOf;
    }

    AgreementState state() {
        OptionalInt treated = known.treatmentDays().stream()
                .mapToInt(Integer::intValue)
                .filter(day -> day > free.from())
                .findFirst();
        if (treated.isPresent()) {
            return new Completed(free, treated(treated.getAsInt()));
        }
        List<Rating> since = known.ratings().stream()
                .filter(rating -> rating.day() > free.from() && rating.day() <= free.until())
                .toList();
        int due = due(since);
        Optional<Reason> back = riskItem(since).or(() -> confirmed(since)).or(() -> risk(due));
        if (back.isPresent()) {
            return new Met(free, back.get());
        }
        return asOf > free.until()
                ? new Completed(free, passed(since))
                : new Running(free, running(since, due), OptionalInt.of(due));
    }

    /// The day the next questionnaire is due; sooner after a score that needs confirming.
    private int due(List<Rating> since) {
        if (since.isEmpty()) {
            return free.from() + free.watch().askEveryDays();
        }
        Rating last = since.getLast();
        return last.day()
                + (needsConfirming(last)
                        ? free.watch().confirmDays()
                        : free.watch().askEveryDays());
    }

    private boolean needsConfirming(Rating rating) {
        return free.rule().isReached(rating) || free.rule().hasRisen(rating);
    }

    private Optional<Reason> riskItem(List<Rating> since) {
        return since.stream()
                .filter(free.rule()::isRiskUp)
                .findFirst()
                .map(rating -> back(
                        "the answer to the item about self-harm rose " + ago(rating),
                        new Figure("score", rating.score())));
    }

    /// Two in a row: one score at the line is as often chance.
    private Optional<Reason> confirmed(List<Rating> since) {
        for (int i = 1; i < since.size(); i++) {
            Rating first = since.get(i - 1);
            Rating second = since.get(i);
            if (needsConfirming(first) && needsConfirming(second)) {
                return Optional.of(back(
                        "the score of " + first.score() + " was confirmed by " + second.score()
                                + " " + ago(second),
                        new Figure("score", second.score())));
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> risk(int due) {
        if (!(posterior instanceof Fitted fitted)) {
            return Optional.empty();
        }
        int day = Math.clamp(due, asOf + 1, fitted.lastSupportedDay());
        double[] unwell = fitted.unwell(day, List.of(), content.threshold());
        double risk = unwell[unwell.length - 1];
        return risk > free.watch().returnRisk()
                ? Optional.of(back(
                        "the chance of being unwell when the next questionnaire is due is "
                                + percent(risk) + ", above the "
                                + percent(free.watch().returnRisk())
                                + " agreed",
                        new Figure("unwell", risk)))
                : Optional.empty();
    }

    private Reason back(String what, Figure figure) {
        return new Reason(
                ReasonCode.TREATMENT_FREE_RETURN,
                "The way back to treatment is met: " + what + ".",
                List.of(figure, new Figure("days", asOf - free.from())));
    }

    private Reason running(List<Rating> since, int due) {
        String asked = due < asOf
                ? "the next questionnaire was due " + days(asOf - due) + " ago"
                : due == asOf
                        ? "the next questionnaire is due today"
                        : "the next questionnaire is due in " + days(due - asOf);
        boolean open = !since.isEmpty() && needsConfirming(since.getLast());
        return new Reason(
                ReasonCode.TREATMENT_FREE,
                "A monitored time without treatment, agreed " + days(asOf - free.from())
                        + " ago: " + asked
                        + (open ? ", to confirm the last score or take it back" : "") + ".",
                List.of(
                        new Figure("days", asOf - free.from()),
                        new Figure("due-in-days", due - asOf)));
    }

    private Reason treated(int day) {
        return new Reason(
                ReasonCode.TREATMENT_FREE_COMPLETE,
                "A treatment was given " + days(day - free.from())
                        + " after the time without treatment began: it is over; close it.",
                List.of(new Figure("days", day - free.from())));
    }

    /// Without a recent score nobody knows whether the way back was met.
    private Reason passed(List<Rating> since) {
        int unasked =
                free.until() - (since.isEmpty() ? free.from() : since.getLast().day());
        return since.isEmpty() || unasked > free.watch().askEveryDays()
                ? unwatched(since, unasked)
                : stayedWell(since);
    }

    private Reason unwatched(List<Rating> since, int unasked) {
        return new Reason(
                ReasonCode.TREATMENT_FREE_COMPLETE,
                "The agreed " + days(free.until() - free.from())
                        + " without treatment have passed, "
                        + "but no questionnaire was answered in "
                        + (since.isEmpty() ? "them" : "the last " + days(unasked) + " of them")
                        + ": how the patient was is not known. Ask before you decide how to go on.",
                List.of(
                        new Figure("days", free.until() - free.from()),
                        new Figure("days-not-asked", unasked)));
    }

    private Reason stayedWell(List<Rating> since) {
        long reached = since.stream().filter(free.rule()::isReached).count();
        return new Reason(
                ReasonCode.TREATMENT_FREE_COMPLETE,
                "The agreed " + days(free.until() - free.from()) + " without treatment have passed "
                        + "and the way back was never met: " + reached + " of " + since.size()
                        + " scores reached " + free.rule().reach() + ". Decide how to go on.",
                List.of(new Figure("days", free.until() - free.from())));
    }

    private String ago(Rating rating) {
        return asOf == rating.day() ? "today" : days(asOf - rating.day()) + " ago";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
