package org.evenkeel.core.trial;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Searches the schedule that perfect hindsight would choose: the least days unwell plus a
/// price for each treatment, knowing what every day will bring.
///
/// Dynamic programming over the day of the latest treatment finds a first schedule. It is
/// exact only if nothing but that day mattered for what follows; so moving, dropping and
/// adding single treatments then improves it until nothing helps.
final class Hindsight {
    private final Enrolled enrolled;
    private final double price;
    private final Map<Integer, Stop> stops = new HashMap<>();
    /// Cost of the best way to each day so far.
    private final double[] reached;

    private Hindsight(Enrolled enrolled, double price) {
        this.enrolled = enrolled;
        this.price = price;
        this.reached = new double[enrolled.end()];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
    }

    /// Days of treatment, at least the shortest interval apart.
    static BitSet schedule(Enrolled enrolled, double price) {
        Hindsight hindsight = new Hindsight(enrolled, price);
        return hindsight.improved(hindsight.first());
    }

    /// A patient on the morning of a treatment, and what it cost to come there by the best
    /// way.
    ///
    /// @param cost price of this treatment included
    private record Stop(Stay stay, double cost, Optional<Stop> before) {}

    private BitSet first() {
        Stop start = new Stop(enrolled.stay(), 0, Optional.empty());
        Stop best = start;
        double least = onward(start, enrolled.chart().lastTreatment() + Policy.SHORTEST_DAYS);
        for (int day = Chart.FIRST_DECISION; day < enrolled.end(); day++) {
            Stop stop = stops.get(day);
            if (stop != null) {
                double cost = onward(stop, day + Policy.SHORTEST_DAYS);
                if (cost < least) {
                    least = cost;
                    best = stop;
                }
            }
        }
        return days(best);
    }

    /// Lives on from a stop to the end, offering each day from `soonest` on as the next stop;
    /// answers the cost of not stopping any more.
    private double onward(Stop from, int soonest) {
        Stay stay = from.stay.copy();
        if (from.before.isPresent()) {
            stay.treat();
        }
        double cost = from.cost;
        while (stay.today() < enrolled.end()) {
            int today = stay.today();
            if (today >= soonest && cost + price < reached[today]) {
                reached[today] = cost + price;
                stops.put(today, new Stop(stay.copy(), cost + price, Optional.of(from)));
            }
            cost += stay.unwell() ? 1 : 0;
            stay.nextDay();
        }
        return cost;
    }

    private static BitSet days(Stop last) {
        BitSet days = new BitSet();
        Stop stop = last;
        while (stop.before.isPresent()) {
            days.set(stop.stay.today());
            stop = stop.before.get();
        }
        return days;
    }

    private BitSet improved(BitSet schedule) {
        BitSet best = schedule;
        double least = cost(best);
        boolean better = true;
        while (better) {
            better = false;
            for (BitSet candidate : Neighbours.of(best, enrolled)) {
                double cost = cost(candidate);
                if (cost < least) {
                    least = cost;
                    best = candidate;
                    better = true;
                }
            }
        }
        return best;
    }

    private double cost(BitSet schedule) {
        Stay stay = enrolled.stay();
        double cost = 0;
        while (stay.today() < enrolled.end()) {
            if (schedule.get(stay.today())) {
                stay.treat();
                cost += price;
            }
            cost += stay.unwell() ? 1 : 0;
            stay.nextDay();
        }
        return cost;
    }
}
