package org.evenkeel.core.booster;

import org.evenkeel.core.forecast.Fitted;

import java.util.ArrayList;
import java.util.List;

/// What a steady interval is expected to cost over the coming year: days unwell plus a price for
/// each treatment.
///
/// It looks ahead without the news that questionnaires will bring; the next proposal is made with
/// them.
final class YearPlan {
    /// Candidate intervals grow by this factor, then the best is refined day by day.
    private static final double STRIDE = 1.15;

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

    /// A first treatment day and what the year that begins with it costs.
    record Choice(int day, double unwellDays, int treatments, double cost) {}

    /// The best steady interval beside no treatment at all.
    record Comparison(Choice best, Choice none, double price) {
        boolean treatingPays() {
            return best.cost() < none.cost();
        }
    }

    Comparison compare(Window window) {
        return new Comparison(best(window), untreated(), price);
    }

    /// The cheapest first day within the window, treatments going on at the interval it implies.
    private Choice best(Window window) {
        Choice best = choice(window, window.earliest());
        double interval = Math.max(1, window.interval(window.earliest()));
        int longest = window.interval(window.latest());
        while (interval < longest) {
            interval = Math.min(longest, Math.max(interval + 1, interval * STRIDE));
            best = cheaper(best, choice(window, window.lastTreatment() + (int) interval));
        }
        return refined(window, best);
    }

    private Choice refined(Window window, Choice coarse) {
        Choice best = coarse;
        int reach = Math.max(1, (int) (window.interval(coarse.day) * (STRIDE - 1)));
        for (int step = Math.max(1, reach / 2); step >= 1; step /= 2) {
            int centre = best.day;
            for (int day : new int[] {centre - step, centre + step}) {
                if (day >= window.earliest() && day <= window.latest()) {
                    best = cheaper(best, choice(window, day));
                }
            }
        }
        return best;
    }

    private static Choice cheaper(Choice one, Choice other) {
        return other.cost < one.cost ? other : one;
    }

    /// The year with no further treatment.
    private Choice untreated() {
        double unwell = sum(List.of());
        return new Choice(lastDay, unwell, 0, unwell);
    }

    private Choice choice(Window window, int day) {
        // A late treatment says nothing about the interval that should follow it.
        int interval = Math.clamp(window.interval(day), 1, window.longestDays());
        List<Integer> planned = new ArrayList<>();
        for (int treatment = day; treatment <= lastDay; treatment += interval) {
            planned.add(treatment);
        }
        double unwell = sum(planned);
        return new Choice(day, unwell, planned.size(), unwell + price * planned.size());
    }

    private double sum(List<Integer> planned) {
        double sum = 0;
        for (double each : fitted.unwell(lastDay, planned, content.threshold())) {
            sum += each;
        }
        return sum;
    }
}
