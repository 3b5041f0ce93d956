package org.evenkeel.core.booster;

import org.evenkeel.core.forecast.Fitted;

import java.util.ArrayList;
import java.util.List;

/// What steady intervals are expected to cost over the coming year: days unwell plus a price for
/// each treatment.
///
/// As in renewing parts that wear out, the time to treat is when a day of waiting costs more than
/// an average day of the plan.
final class YearPlan {
    /// Candidate intervals grow by this factor.
    private static final double STRIDE = 1.25;

    /// Plans are compared on the components that carry the weight.
    private static final double LIGHT = 0.01;

    private final Fitted fitted;
    private final Content content;
    private final double price;
    private final int lastDay;

    YearPlan(Fitted fitted, Content content, double price) {
        this.fitted = fitted.coarse(LIGHT);
        this.content = content;
        this.price = price;
        this.lastDay = Math.min(
                fitted.lastSupportedDay(),
                fitted.asOf() + content.settings().horizonDays().value());
    }

    /// A steady interval and what the coming year at it costs; 0 days for no treatment at all.
    record Choice(int intervalDays, double unwellDays, int treatments, double cost) {}

    /// The best steady interval beside no treatment at all.
    ///
    /// @param worthTreating chance of being unwell on a day of waiting from which on treating
    ///     is cheaper: the cost of an average day of the plan. A steady plan cannot react;
    ///     one that is made anew with each answer costs less, by a share that is a setting.
    ///     Never below the risk that the clinic accepts
    record Comparison(Choice best, Choice none, double price, double worthTreating) {
        boolean treatingPays() {
            return best.cost() < none.cost();
        }
    }

    Comparison compare(Window window) {
        Choice best = best(window);
        double unwell = fitted.unwellDays(lastDay, List.of(), content.threshold());
        Choice none = new Choice(0, unwell, 0, unwell);
        double perDay = Math.min(best.cost, none.cost) / (lastDay - fitted.asOf());
        BoosterSettings settings = content.settings();
        // Up to the accepted risk, waiting is worth the news that the next answers bring.
        double worth =
                Math.max(settings.riskLimit().value(), settings.reactingShare().value() * perDay);
        return new Comparison(best, none, price, worth);
    }

    private Choice best(Window window) {
        Choice best = choice(window, window.shortestDays());
        double interval = Math.max(1, window.shortestDays());
        while (interval < window.longestDays()) {
            interval = Math.min(window.longestDays(), Math.max(interval + 1, interval * STRIDE));
            Choice next = choice(window, (int) interval);
            best = next.cost < best.cost ? next : best;
        }
        return best;
    }

    private Choice choice(Window window, int intervalDays) {
        int interval = Math.max(1, intervalDays);
        List<Integer> planned = new ArrayList<>();
        int first = Math.max(fitted.asOf() + 1, window.lastTreatment() + interval);
        for (int treatment = first; treatment <= lastDay; treatment += interval) {
            planned.add(treatment);
        }
        double unwell = fitted.unwellDays(lastDay, planned, content.threshold());
        return new Choice(interval, unwell, planned.size(), unwell + price * planned.size());
    }
}
