package org.evenkeel.core.booster;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.protocol.IntervalBounds.ScoreRule;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.safety.Reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Narrows a window by a protocol's rule on how fast the interval may change.
final class Stepping {
    private final StepRule rule;
    private final Instrument instrument;
    private final Course known;

    /// @param known all ratings, and the treatments of the present course
    Stepping(StepRule rule, Instrument instrument, Course known) {
        this.rule = rule;
        this.instrument = instrument;
        this.known = known;
    }

    /// The days that are left of a window.
    ///
    /// An interval outside the bounds is stepped from as if it were the nearest allowed one: a
    /// shorter one was a series given again, a longer one a lapse.
    ///
    /// @param whole the protocol's bounds
    /// @param presentDays the latest interval of maintenance
    Window narrow(Window whole, int presentDays) {
        int present = Math.clamp(presentDays, whole.shortestDays(), whole.longestDays());
        int least = Math.max(
                (int) Math.ceil(present * (1 - rule.shortenBy().value())), whole.shortestDays());
        int most = Math.min(
                (int) Math.floor(present * (1 + rule.lengthenBy().value())), whole.longestDays());
        List<Reason> reasons = new ArrayList<>();
        int longest = most;
        if (rule.scores().isPresent()) {
            Optional<Held> held = held(rule.scores().get(), present);
            longest = Math.min(most, Math.max(least, held.map(Held::longest).orElse(most)));
            if (longest < most) {
                held.ifPresent(each -> reasons.add(each.reason()));
            }
        }
        if (least > whole.shortestDays() || most < whole.longestDays()) {
            reasons.add(Wording.stepRule(rule, present, least, most));
        }
        return new Window(whole.lastTreatment(), least, longest, whole.asOf(), reasons);
    }

    /// An interval that scores do not let pass.
    private record Held(int longest, Reason reason) {}

    private Optional<Held> held(ScoreRule scores, int present) {
        if (!scores.instrument().equals(instrument.id())) {
            String why = "the rule is in points of " + scores.instrument() + " and the scores are "
                    + "of " + instrument.id();
            return Optional.of(
                    new Held(present, Wording.notYetLonger(scores.stable(), present, why)));
        }
        List<Integer> days = known.treatmentDays();
        Optional<EarlyWarnings.Confirmed> warned =
                EarlyWarnings.confirmed(scores.warning(), known, days.getLast());
        if (warned.isPresent()) {
            return Optional.of(new Held(
                    present - 1, Wording.earlyWarning(scores.warning(), present, warned.get())));
        }
        // Answered by the last treatment, but no time to try a longer interval.
        return EarlyWarnings.confirmed(scores.warning(), known, days.get(days.size() - 2))
                .map(found -> "scores of " + found.first() + " and then " + found.second()
                        + " warned before the last treatment")
                .or(() -> Steadiness.lacking(scores.stable(), instrument, known))
                .map(why -> new Held(present, Wording.notYetLonger(scores.stable(), present, why)));
    }
}
