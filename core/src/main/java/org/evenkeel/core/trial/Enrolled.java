package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.DailyChance;
import org.evenkeel.core.insilico.DailyChance.Of;
import org.evenkeel.core.insilico.UsualCare;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.insilico.World;

/// A virtual patient after the first series, on the morning of the first decision: where
/// every policy takes over.
///
/// @param patient the patient then; a policy treats a copy
/// @param chart what is known by then, that morning's answer not yet
/// @param seed of the trial
/// @param number of the patient in it
/// @param end the day after the last that counts
/// @param stable whether the patient would stay well to the end without any treatment
record Enrolled(
        VirtualPatient patient, Chart chart, long seed, long number, int end, boolean stable) {
    /// A year of maintenance is followed.
    static final int FOLLOW_UP_DAYS = 365;

    /// Severity from which on a day counts as unwell.
    static final int UNWELL = 10;

    private static final int FIRST_RATING_DAY = -7;
    private static final int RATING_EVERY_DAYS = 7;

    /// The patient of a number in a world.
    static Enrolled in(World world, Visits visits, long seed, long number) {
        DailyChance chance = new DailyChance(seed, number);
        DailyChance draw = new DailyChance(~seed, number).on(0, Of.NATURE);
        VirtualPatient patient = world.drawn(draw, chance);
        Chart chart = new Chart();
        for (int day = FIRST_RATING_DAY; day < Chart.FIRST_DECISION; day++) {
            ask(patient, chart, day, visits, chance);
            if (UsualCare.INDUCTION_DAYS.contains(day)) {
                patient.treat();
                chart.treated(day);
            }
            chance.on(day, Of.NATURE);
            patient.nextDay();
        }
        int end = Chart.FIRST_DECISION + visits.stays(FOLLOW_UP_DAYS, chance);
        Enrolled enrolled = new Enrolled(patient, chart, seed, number, end, false);
        Stay untreated = enrolled.stay();
        return new Enrolled(patient, chart, seed, number, end, untreated.staysWell(end));
    }

    /// A fresh copy of the patient to live on from the first decision.
    Stay stay() {
        return new Stay(patient, new DailyChance(seed, number), Chart.FIRST_DECISION);
    }

    /// The weekly questionnaire, where one is due; the one before the first treatment always
    /// comes.
    static void ask(
            VirtualPatient patient, Chart chart, int day, Visits visits, DailyChance chance) {
        if (Math.floorMod(day, RATING_EVERY_DAYS) != 0) {
            return;
        }
        boolean unwell = patient.severity() >= UNWELL;
        if (day <= 0 || visits.answers(day, unwell, chance)) {
            chance.on(day, Of.ANSWER);
            chart.answered(day, patient.answer());
        }
    }
}
