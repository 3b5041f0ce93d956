package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.DailyChance;
import org.evenkeel.core.insilico.DailyChance.Of;

/// How appointments and questionnaires fare in a clinic.
///
/// @param earlyDays an appointment may be kept so many days early
/// @param lateDays or so many days late, each day of the range as likely
/// @param missed share of appointments missed and kept a week later
/// @param missingWell share of questionnaires that go missing on well days
/// @param missingUnwell share that go missing on unwell days
/// @param leavesPerYear rate at which patients leave for good
public record Visits(
        int earlyDays,
        int lateDays,
        double missed,
        double missingWell,
        double missingUnwell,
        double leavesPerYear) {

    /// Slips of -1 to +4 days, 5 % missed by a week, one questionnaire in six missing, more
    /// when unwell, and one patient in ten leaving in a year.
    public static Visits usual() {
        return new Visits(1, 4, 0.05, 0.14, 0.21, 0.1);
    }

    /// The day on which an appointment is kept.
    int kept(int booked, DailyChance chance) {
        chance.on(booked, Of.VISIT);
        int slip = chance.nextInt(earlyDays + lateDays + 1) - earlyDays;
        boolean isMissed = chance.nextDouble() < missed;
        return booked + slip + (isMissed ? 7 : 0);
    }

    /// Whether a questionnaire due on a day is answered.
    boolean answers(int day, boolean unwell, DailyChance chance) {
        // Another draw than that of an appointment on the same day.
        double missing = unwell ? missingUnwell : missingWell;
        return chance.on(-1 - day, Of.VISIT).nextDouble() >= missing;
    }

    /// How many days of a follow-up the patient stays.
    int stays(int followUpDays, DailyChance chance) {
        double rate = leavesPerYear / 365;
        double u = chance.on(0, Of.VISIT).nextDouble();
        double leaves = rate == 0 ? followUpDays : -Math.log(1 - u) / rate;
        return (int) Math.clamp(leaves, 1, followUpDays);
    }
}
