package org.evenkeel.core.booster;

import org.evenkeel.core.booster.AgreementState.Completed;
import org.evenkeel.core.booster.AgreementState.Met;
import org.evenkeel.core.booster.AgreementState.Running;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.Reason.Figure;
import org.evenkeel.core.safety.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds where a planned stretch stands.
final class Stretching {
    private final Agreement.Stretch stretch;
    private final Content content;
    private final Course known;
    private final int asOf;

    Stretching(Agreement.Stretch stretch, Content content, Course known, int asOf) {
        this.stretch = stretch;
        this.content = content;
        this.known = known;
        this.asOf = asOf;
    }

    AgreementState state() {
        Optional<Reason> met = between(stretch.from(), stretch.until()).stream()
                .flatMap(rating -> stopped(rating).stream())
                .findFirst();
        if (met.isPresent()) {
            return new Met(stretch, met.get());
        }
        return asOf > stretch.until()
                ? new Completed(stretch, shown())
                : new Running(stretch, running(), OptionalInt.empty());
    }

    /// Ratings after one day and up to another.
    private List<Rating> between(int after, int upTo) {
        return known.ratings().stream()
                .filter(rating -> rating.day() > after && rating.day() <= upTo)
                .toList();
    }

    private Optional<Reason> stopped(Rating rating) {
        StopRule rule = stretch.rule();
        String ago = asOf == rating.day() ? "today" : (asOf - rating.day()) + " days ago";
        String what;
        if (rule.isRiskUp(rating)) {
            what = "the answer to the item about self-harm rose " + ago;
        } else if (rule.isReached(rating)) {
            what = "the score of " + rating.score() + ", " + ago + ", reaches the line of "
                    + rule.reach();
        } else if (rule.hasRisen(rating)) {
            what = "the score of " + rating.score() + ", " + ago + ", is "
                    + (rating.score() - rule.baseline()) + " points above the " + rule.baseline()
                    + " it began with";
        } else {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                ReasonCode.STRETCH_STOP,
                "The stretch to " + stretch.triedDays() + " days meets the rule set to stop it: "
                        + what + ". One score may be chance: ask again soon, and decide.",
                List.of(
                        new Figure("score", rating.score()),
                        new Figure("baseline", rule.baseline()))));
    }

    private Reason running() {
        int left = stretch.until() - asOf;
        String next = known.latestAdministration()
                .map(last -> last.day() + stretch.triedDays() - asOf)
                .map(Stretching::ahead)
                .orElse("");
        return new Reason(
                ReasonCode.STRETCH_RUNNING,
                "A stretch is being tried: " + stretch.triedDays() + " days between treatments in "
                        + "place of " + stretch.usualDays() + ", for " + left + " more days" + next
                        + ". It moves no date by itself.",
                List.of(
                        new Figure("tried-days", stretch.triedDays()),
                        new Figure("days-left", left)));
    }

    private static String ahead(int days) {
        if (days < 0) {
            return "; its next treatment was due " + -days + " days ago";
        }
        return days == 0
                ? "; its next treatment is due today"
                : "; its next treatment is due in " + days + " days";
    }

    /// What it showed, beside as long a time before.
    private Reason shown() {
        int length = stretch.until() - stretch.from();
        Stay during = stay(stretch.from(), stretch.until());
        Stay before = stay(stretch.from() - length, stretch.from());
        return new Reason(
                ReasonCode.STRETCH_COMPLETE,
                "The stretch to " + stretch.triedDays() + " days is over and was never stopped. In "
                        + length + " days " + during.words() + "; in as many days before it "
                        + before.words() + ". Decide which interval to keep.",
                List.of(
                        new Figure("treatments", during.treatments),
                        new Figure("treatments-before", before.treatments),
                        new Figure("unwell-scores", during.unwell),
                        new Figure("unwell-scores-before", before.unwell)));
    }

    private Stay stay(int after, int upTo) {
        List<Rating> ratings = between(after, upTo);
        List<Integer> given = new ArrayList<>(known.treatmentDays());
        given.removeIf(day -> day <= after || day > upTo);
        return new Stay(
                given.size(),
                ratings.size(),
                (int) ratings.stream()
                        .filter(each -> Outcomes.isUnwell(content.instrument(), each.score()))
                        .count(),
                ratings.stream().mapToInt(Rating::score).average().orElse(0));
    }

    /// Treatments and scores of a time.
    private record Stay(int treatments, int scores, int unwell, double mean) {
        String words() {
            String given = treatments + (treatments == 1 ? " treatment" : " treatments");
            return scores == 0
                    ? given + " and no score"
                    : String.format(
                            Locale.ROOT,
                            "%s and %d of %d scores unwell (mean %.1f)",
                            given,
                            unwell,
                            scores,
                            mean);
        }
    }
}
