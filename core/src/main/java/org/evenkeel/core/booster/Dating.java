package org.evenkeel.core.booster;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.instrument.Outcomes;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the day, once nothing speaks against one. The window must lie within the reach of the
/// forecast.
final class Dating {
    private final Content content;
    private final Fitted fitted;
    private final Window window;
    /// The last day the protocol allows, whatever narrows the window now.
    private final int lastAllowed;
    /// Probability of being unwell on each day from tomorrow on, untreated.
    private final double[] unwell;

    Dating(Content content, Fitted fitted, Window window) {
        this.content = content;
        this.fitted = fitted;
        this.window = window;
        int longest = content.protocol()
                .maintenance()
                .orElseThrow()
                .bounds()
                .maximumDays()
                .value();
        this.lastAllowed = Math.max(window.latest(), window.lastTreatment() + longest);
        int until = Math.min(lastAllowed + reviewDays(), fitted.lastSupportedDay());
        this.unwell = fitted.unwell(until, List.of(), content.threshold());
    }

    BoosterProposal by(Objective objective) {
        return switch (objective) {
            case Objective.WithinRisk risk -> withinRisk(risk.limit());
            case Objective.LeastCost cost -> leastCost(cost.treatmentPriceDays());
        };
    }

    private BoosterProposal withinRisk(double limit) {
        Optional<Reason> stop = longWell(limit);
        if (stop.isPresent()) {
            return new AskClinician(List.of(stop.get()));
        }
        int day = window.earliest();
        while (day < window.latest() && unwellOn(day) <= limit && unwellOn(day + 1) <= limit) {
            day++;
        }
        return book(
                day,
                Wording.byRisk(codeByRisk(day, limit), window.interval(day), unwellOn(day), limit));
    }

    private ReasonCode codeByRisk(int day, double limit) {
        if (window.overdue() || (unwellOn(day) > limit && window.isLate(day))) {
            return ReasonCode.OVERDUE;
        }
        if (unwellOn(day) > limit) {
            return ReasonCode.SHORTEST_INTERVAL;
        }
        return day == window.latest() ? ReasonCode.LONGEST_INTERVAL : ReasonCode.RISK_WITHIN_LIMIT;
    }

    /// In remission without a break for long, and likely to stay well as long as the protocol can
    /// wait.
    private Optional<Reason> longWell(double limit) {
        int days = content.settings().stopAfterWellDays().value();
        int from = fitted.asOf() - days;
        List<Rating> ratings = fitted.known().ratings();
        boolean longKnown = ratings.getFirst().day() <= from;
        boolean remitted = ratings.stream()
                .filter(rating -> rating.day() >= from)
                .allMatch(rating -> Outcomes.isRemission(content.instrument(), rating.score()));
        double last = unwellOn(lastAllowed);
        return longKnown && remitted && last <= limit
                ? Optional.of(Wording.longWell(days, last))
                : Optional.empty();
    }

    private BoosterProposal leastCost(double price) {
        YearPlan.Comparison year = new YearPlan(fitted, content, price).compare(window);
        if (!year.treatingPays()) {
            return new AskClinician(List.of(Wording.treatingDoesNotPay(year)));
        }
        Optional<Reason> stop = longWell(content.settings().riskLimit().value());
        if (stop.isPresent()) {
            return new AskClinician(List.of(stop.get()));
        }
        int day = window.earliest();
        while (day < window.latest() && waitingCosts(day) < year.worthTreating()) {
            day++;
        }
        boolean overdue = window.overdue() || window.isLate(day);
        ReasonCode code = overdue ? ReasonCode.OVERDUE : ReasonCode.LEAST_COST;
        return book(day, Wording.byCost(code, window.interval(day), waitingCosts(day), year));
    }

    /// Chance of being unwell on an average day until the next review, if nothing is given on
    /// that day.
    private double waitingCosts(int day) {
        double sum = 0;
        for (int later = day + 1; later <= day + reviewDays(); later++) {
            sum += unwellOn(later);
        }
        return sum / reviewDays();
    }

    private int reviewDays() {
        return content.settings().reviewDays().value();
    }

    private Book book(int day, Reason reason) {
        List<Reason> reasons = new ArrayList<>(List.of(reason));
        reasons.addAll(window.narrowed());
        return new Book(window.earliest(), day, window.latest(), unwellOn(day), reasons);
    }

    private double unwellOn(int day) {
        return unwell[Math.min(unwell.length, day - fitted.asOf()) - 1];
    }
}
