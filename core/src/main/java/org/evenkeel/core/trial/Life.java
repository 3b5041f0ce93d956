package org.evenkeel.core.trial;

import org.evenkeel.core.booster.BoosterPlanner;
import org.evenkeel.core.booster.BoosterProposal;
import org.evenkeel.core.safety.Reason;

import java.util.BitSet;
import java.util.OptionalInt;

/// One patient's year of maintenance under one policy.
///
/// Each week begins with a questionnaire and a decision. A treatment that falls due within
/// the coming week is booked; the appointment slips, and until it was kept nothing else is
/// decided.
final class Life {
    private static final int DECIDED_EVERY_DAYS = 7;
    private static final int RELAPSE_DAYS = 14;
    private static final int UNNEEDED_DAYS = 14;

    private final Enrolled enrolled;
    private final Visits visits;
    private final Tally tally;
    private final Stay stay;
    private final Chart chart;
    private int unwellDays;
    private int unwellRun;
    private int treatments;
    private int relapses;

    private Life(Enrolled enrolled, Visits visits, Tally tally) {
        this.enrolled = enrolled;
        this.visits = visits;
        this.tally = tally;
        this.stay = enrolled.stay();
        this.chart = enrolled.chart().copy();
    }

    /// Lives it and adds what came of it to the policy's tally.
    static void live(Enrolled enrolled, Policy policy, Visits visits, Tally tally) {
        Life life = new Life(enrolled, visits, tally);
        switch (policy) {
            case Policy.Clairvoyant clairvoyant ->
                life.follow(Hindsight.schedule(enrolled, clairvoyant.treatmentPriceDays()));
            case Policy.Rule rule -> life.decideWeekly(today -> rule.due(life.chart, today));
            case Policy.Ours ours -> life.decideWeekly(today -> life.proposed(ours, today));
        }
        life.close();
    }

    /// Says on which day the next treatment falls due, if any.
    @FunctionalInterface
    private interface Decision {
        OptionalInt due(int today);
    }

    private void decideWeekly(Decision decision) {
        int appointment = Integer.MIN_VALUE;
        while (stay.today() < enrolled.end()) {
            int today = stay.today();
            Enrolled.ask(stay.patient(), chart, today, visits, stay.chance());
            if (appointment == today) {
                treat();
            }
            if (appointment <= today && today % DECIDED_EVERY_DAYS == 0) {
                appointment = appointment(decision.due(today), today);
            }
            pass();
        }
    }

    /// The day an appointment that falls due within the coming week will be kept.
    private int appointment(OptionalInt due, int today) {
        if (due.isEmpty() || due.getAsInt() > today + DECIDED_EVERY_DAYS) {
            return Integer.MIN_VALUE;
        }
        int booked = Math.max(today + 1, due.getAsInt());
        int soonest = Math.max(today + 1, chart.lastTreatment() + Policy.SHORTEST_DAYS);
        return Math.max(soonest, visits.kept(booked, stay.chance()));
    }

    private void follow(BitSet days) {
        while (stay.today() < enrolled.end()) {
            if (days.get(stay.today())) {
                treat();
            }
            pass();
        }
    }

    private void treat() {
        Stay without = stay.copy();
        without.nextDay();
        if (without.staysWell(stay.today() + 1 + UNNEEDED_DAYS)) {
            tally.add(Count.UNNEEDED, 1);
        }
        stay.treat();
        chart.treated(stay.today());
        treatments++;
    }

    private void pass() {
        if (stay.unwell()) {
            unwellDays++;
            unwellRun++;
            if (unwellRun == RELAPSE_DAYS) {
                relapses++;
            }
        } else {
            unwellRun = 0;
        }
        stay.nextDay();
    }

    private OptionalInt proposed(Policy.Ours ours, int today) {
        tally.add(Count.DECISIONS, 1);
        return switch (BoosterPlanner.propose(
                ours.content(), chart.course(), ours.objective(), today)) {
            case BoosterProposal.Book book -> {
                boolean soon = book.day() <= today + DECIDED_EVERY_DAYS;
                tally.booked(book.unwell(), stay.copy().unwellOn(book.day()), soon);
                yield OptionalInt.of(book.day());
            }
            case BoosterProposal.Withhold withhold -> {
                tally.add(Count.WITHHELD, 1);
                withhold.reasons().stream().map(Reason::code).forEach(tally::reason);
                yield OptionalInt.empty();
            }
            case BoosterProposal.AskClinician ask -> {
                tally.add(Count.ASKED, 1);
                ask.reasons().stream().map(Reason::code).forEach(tally::reason);
                yield switch (ours.whenAsked()) {
                    case WAITS -> OptionalInt.empty();
                    case KEEPS_INTERVAL ->
                        OptionalInt.of(chart.lastTreatment() + chart.presentInterval());
                };
            }
        };
    }

    private void close() {
        int days = enrolled.end() - Chart.FIRST_DECISION;
        tally.add(Count.PATIENTS, 1);
        tally.add(Count.DAYS, days);
        tally.add(Count.UNWELL_DAYS, unwellDays);
        tally.add(Count.TREATMENTS, treatments);
        tally.add(Count.RELAPSES, relapses);
        if (!enrolled.patient().responder()) {
            tally.add(Count.NON_RESPONDER_DAYS, days);
            tally.add(Count.NON_RESPONDER_TREATMENTS, treatments);
        }
        if (enrolled.stable()) {
            tally.add(Count.STABLE_DAYS, days);
            tally.add(Count.STABLE_TREATMENTS, treatments);
        }
        tally.unwellShare(unwellDays, days);
    }
}
