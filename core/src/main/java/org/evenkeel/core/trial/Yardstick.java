package org.evenkeel.core.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What policies are measured by: fixed intervals on one side, perfect hindsight on the
/// other.
///
/// @param price of a treatment, in days unwell
/// @param hull of the fixed intervals and of no treatment, where the trial had any
/// @param leastCost what perfect hindsight came to, where the trial had it
record Yardstick(double price, Optional<Hull> hull, OptionalDouble leastCost) {

    /// @param policies and
    /// @param tallies of each, in their order
    static Yardstick of(double price, List<Policy> policies, List<Tally> tallies) {
        List<Hull.Point> fixed = new ArrayList<>();
        OptionalDouble leastCost = OptionalDouble.empty();
        for (int i = 0; i < policies.size(); i++) {
            Hull.Point point = point(tallies.get(i));
            switch (policies.get(i)) {
                case Policy.Never _, Policy.Fixed _ -> fixed.add(point);
                case Policy.Clairvoyant _ -> leastCost = OptionalDouble.of(point.cost(price));
                case Policy.Ours _ -> {}
                case Policy.Rule _ -> {}
            }
        }
        Optional<Hull> hull = fixed.isEmpty() ? Optional.empty() : Optional.of(Hull.of(fixed));
        return new Yardstick(price, hull, leastCost);
    }

    static Hull.Point point(Tally tally) {
        return new Hull.Point(
                Measure.yearly(tally, Count.TREATMENTS, Count.DAYS),
                Measure.yearly(tally, Count.UNWELL_DAYS, Count.DAYS));
    }

    double cost(Tally tally) {
        return point(tally).cost(price);
    }

    double gapClosed(Tally tally) {
        if (hull.isEmpty() || leastCost.isEmpty()) {
            return Double.NaN;
        }
        double best = hull.get().leastCost(price);
        return (best - cost(tally)) / (best - leastCost.getAsDouble());
    }

    double fewerTreatments(Tally tally) {
        Hull.Point own = point(tally);
        return hull.map(each -> 1 - own.treatments() / each.treatments(own.unwellDays()))
                .orElse(Double.NaN);
    }

    double fewerUnwellDays(Tally tally) {
        Hull.Point own = point(tally);
        return hull.map(each -> 1 - own.unwellDays() / each.unwellDays(own.treatments()))
                .orElse(Double.NaN);
    }
}
