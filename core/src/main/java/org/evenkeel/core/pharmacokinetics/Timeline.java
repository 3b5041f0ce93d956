package org.evenkeel.core.pharmacokinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What happens to every subject, in order: doses and looks are the same for all, so the
/// order, the steps between them and which steps are equal are worked out once.
///
/// @param events what happens
/// @param steps the different steps that are taken
record Timeline(List<Event> events, List<Step> steps) {
    /// How far a step to a look may miss it, in units in the last place of the hour; the
    /// hour itself was rounded by half a unit.
    private static final int ULPS = 4;

    /// And never by more than this part of the step.
    private static final double PART = 1e-11;

    /// Something that happens to every subject.
    sealed interface Event {
        /// Time passes, with an even infusion of `rate` mg/kg an hour.
        record Advance(int step, double rate) implements Event {}

        /// A dose is given at once.
        record Bolus(double mgPerKg) implements Event {}

        /// The concentrations are wanted, as number `time` of the times asked for.
        record Look(int time) implements Event {}
    }

    /// A length of time that is passed once or often.
    ///
    /// @param hours how long
    /// @param uses how often
    /// @param isFed whether an infusion runs in any of them
    record Step(double hours, int uses, boolean isFed) {}

    Timeline {
        events = List.copyOf(events);
        steps = List.copyOf(steps);
    }

    /// @param times hours, in any order; a time may stand there twice
    static Timeline of(List<Dose> doses, double[] times) {
        NavigableMap<Moment, Happening> moments = new TreeMap<>();
        for (Dose dose : doses) {
            Moment start = Moment.at(dose.hour());
            happening(moments, start).begins.add(dose);
            if (!dose.isBolus()) {
                happening(moments, start.plus(dose.hours())).ends.add(dose);
            }
        }
        for (int time = 0; time < times.length; time++) {
            happening(moments, Moment.at(times[time])).looks.add(time);
        }
        Walk walk = new Walk();
        moments.forEach(walk::to);
        return new Timeline(walk.events, walk.steps());
    }

    /// The same without the looks at other times.
    Timeline only(int time) {
        Event wanted = new Event.Look(time);
        List<Event> fewer = new ArrayList<>();
        for (Event event : events) {
            if (event.equals(wanted)) {
                fewer.add(new Event.Look(0));
            } else if (!(event instanceof Event.Look)) {
                fewer.add(event);
            }
        }
        return new Timeline(fewer, steps);
    }

    private static Happening happening(NavigableMap<Moment, Happening> moments, Moment moment) {
        return moments.computeIfAbsent(moment, _ -> new Happening());
    }

    /// What happens at one moment.
    private static final class Happening {
        private final List<Dose> begins = new ArrayList<>();
        private final List<Dose> ends = new ArrayList<>();
        private final List<Integer> looks = new ArrayList<>();

        boolean isDosing() {
            return !begins.isEmpty() || !ends.isEmpty();
        }
    }

    /// Goes from moment to moment and writes down the events.
    private static final class Walk {
        private final List<Event> events = new ArrayList<>();
        private final TreeMap<Double, Integer> known = new TreeMap<>();
        private final List<Double> hours = new ArrayList<>();
        private int[] uses = new int[16];
        private boolean[] fed = new boolean[16];
        private final List<Dose> running = new ArrayList<>();
        private Moment here = Moment.at(Double.NEGATIVE_INFINITY);
        private boolean begun;

        void to(Moment next, Happening happening) {
            if (begun) {
                advance(next, happening.isDosing());
            }
            running.removeAll(happening.ends);
            for (Dose dose : happening.begins) {
                begin(dose, next);
            }
            happening.looks.forEach(time -> events.add(new Event.Look(time)));
        }

        private void begin(Dose dose, Moment now) {
            if (!begun) {
                begun = true;
                here = now;
            }
            if (dose.isBolus()) {
                events.add(new Event.Bolus(dose.mgPerKg()));
            } else {
                running.add(dose);
            }
        }

        /// A step to a dose meets its moment; one to a look may take a known step that all
        /// but does, and the next step makes good what it missed by.
        private void advance(Moment next, boolean exactly) {
            double wanted = next.since(here);
            if (wanted <= 0) {
                return;
            }
            double slack = exactly ? 0 : Math.min(ULPS * Math.ulp(next.hour()), PART * wanted);
            Double near = known.ceilingKey(wanted - slack);
            double taken = near != null && near <= wanted + slack ? near : wanted;
            events.add(new Event.Advance(step(taken), rate()));
            here = taken == wanted ? next : here.plus(taken);
        }

        private int step(double taken) {
            int step = known.computeIfAbsent(taken, each -> {
                hours.add(each);
                return hours.size() - 1;
            });
            if (step == uses.length) {
                uses = Arrays.copyOf(uses, 2 * step);
                fed = Arrays.copyOf(fed, 2 * step);
            }
            uses[step]++;
            fed[step] |= !running.isEmpty();
            return step;
        }

        /// Summed afresh, so that nothing is left over when the last infusion ends.
        private double rate() {
            double rate = 0;
            for (Dose dose : running) {
                rate += dose.mgPerKg() / dose.hours();
            }
            return rate;
        }

        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < hours.size(); i++) {
                steps.add(new Step(hours.get(i), uses[i], fed[i]));
            }
            return steps;
        }
    }
}
