package org.evenkeel.core.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Searches the schedule that perfect hindsight would choose: the least days unwell plus a
/// price for each treatment, knowing what every day will bring.
///
/// Dynamic programming over the day of the latest treatment, and how many came shortly before
/// it, finds a first schedule. It is exact only if nothing but these mattered for what
/// follows; so it is tried beside a few fixed intervals, and moving, dropping and adding
/// single treatments then improves the best of them until nothing helps.
final class Hindsight {
    /// Ways to a day are told apart by how many treatments, up to this, its last weeks had.
    private static final int RECENT = 4;

    private static final int RECENT_DAYS = 28;
    private static final int[] TRIED_INTERVALS = {7, 10, 14, 21, 28, 42};
    private static final int IMPROVED = 2;

    private final Enrolled enrolled;
    private final double price;
    private final Stops stops;

    private Hindsight(Enrolled enrolled, double price) {
        this.enrolled = enrolled;
        this.price = price;
        this.stops = new Stops(enrolled.end());
    }

    /// Days of treatment, at least the shortest interval apart.
    static BitSet schedule(Enrolled enrolled, double price) {
        Hindsight hindsight = new Hindsight(enrolled, price);
        List<Candidate> tried = new ArrayList<>();
        tried.add(hindsight.candidate(hindsight.programmed(), Double.MAX_VALUE));
        for (int interval : TRIED_INTERVALS) {
            tried.add(hindsight.candidate(hindsight.every(interval), Double.MAX_VALUE));
        }
        return tried.stream()
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .limit(IMPROVED)
                .map(hindsight::improved)
                .min(Comparator.comparingDouble(Candidate::cost))
                .orElseThrow()
                .days();
    }

    /// A schedule and what it costs.
    private record Candidate(BitSet days, double cost) {}

    /// A patient on the morning of a treatment, and what it cost to come there.
    ///
    /// @param cost price of this treatment included
    /// @param before the treatment before it; none for the first day
    private record Stop(Stay stay, double cost, Optional<Stop> before) {
        /// How many treatments a next one on a day would make within the recent weeks.
        int recentOn(int day) {
            int recent = 1;
            Optional<Stop> stop = before.isEmpty() ? before : Optional.of(this);
            while (recent < RECENT
                    && stop.isPresent()
                    && stop.get().before.isPresent()
                    && stop.get().stay.today() > day - RECENT_DAYS) {
                recent++;
                stop = stop.get().before;
            }
            return recent;
        }
    }

    /// The best way found so far to each day, by recent treatments.
    private static final class Stops {
        private final List<List<Optional<Stop>>> best = new ArrayList<>();

        Stops(int end) {
            for (int day = 0; day < end; day++) {
                List<Optional<Stop>> none = new ArrayList<>();
                for (int recent = 0; recent < RECENT; recent++) {
                    none.add(Optional.empty());
                }
                best.add(none);
            }
        }

        /// Whether a way is better than those no dearer in what it gave.
        boolean improves(int day, int recent, double cost) {
            Optional<Stop> stop = best.get(day).get(recent - 1);
            return stop.isEmpty() || cost < stop.get().cost;
        }

        void put(int recent, Stop stop) {
            best.get(stop.stay.today()).set(recent - 1, Optional.of(stop));
        }

        List<Stop> on(int day) {
            return best.get(day).stream().flatMap(Optional::stream).toList();
        }
    }

    private BitSet programmed() {
        Stop best = new Stop(enrolled.stay(), 0, Optional.empty());
        double least = onward(best, enrolled.chart().lastTreatment() + Policy.SHORTEST_DAYS);
        for (int day = Chart.FIRST_DECISION; day < enrolled.end(); day++) {
            for (Stop stop : stops.on(day)) {
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
            if (today >= soonest) {
                offer(stay, cost + price, from);
            }
            cost += stay.unwell() ? 1 : 0;
            stay.nextDay();
        }
        return cost;
    }

    private void offer(Stay stay, double cost, Stop from) {
        int recent = from.recentOn(stay.today());
        if (stops.improves(stay.today(), recent, cost)) {
            stops.put(recent, new Stop(stay.copy(), cost, Optional.of(from)));
        }
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

    private BitSet every(int interval) {
        BitSet days = new BitSet();
        int day = enrolled.chart().lastTreatment() + interval;
        while (day < enrolled.end()) {
            days.set(day);
            day += interval;
        }
        return days;
    }

    private Candidate improved(Candidate first) {
        Candidate best = first;
        boolean better = true;
        while (better) {
            better = false;
            for (BitSet days : Neighbours.of(best.days, enrolled)) {
                Candidate candidate = candidate(days, best.cost);
                if (candidate.cost < best.cost) {
                    best = candidate;
                    better = true;
                }
            }
        }
        return best;
    }

    /// What a schedule costs; not counted on once it costs as much as `enough`.
    private Candidate candidate(BitSet days, double enough) {
        Stay stay = enrolled.stay();
        double cost = 0;
        while (stay.today() < enrolled.end() && cost < enough) {
            if (days.get(stay.today())) {
                stay.treat();
                cost += price;
            }
            cost += stay.unwell() ? 1 : 0;
            stay.nextDay();
        }
        return new Candidate(days, cost);
    }
}
