package org.evenkeel.core.trial;

import org.evenkeel.core.insilico.DailyChance;
import org.evenkeel.core.insilico.DailyChance.Of;
import org.evenkeel.core.insilico.VirtualPatient;

/// A patient living on, day by day, together with the chance that belongs to those days.
final class Stay {
    private final VirtualPatient patient;
    private final DailyChance chance;
    private int today;

    /// A copy of the patient, from the morning of `today` on; `chance` becomes its own.
    Stay(VirtualPatient patient, DailyChance chance, int today) {
        this.patient = patient.copy(chance);
        this.chance = chance;
        this.today = today;
    }

    /// The same patient living on apart.
    Stay copy() {
        return new Stay(patient, chance.copy(), today);
    }

    VirtualPatient patient() {
        return patient;
    }

    DailyChance chance() {
        return chance;
    }

    int today() {
        return today;
    }

    boolean unwell() {
        return patient.severity() >= Enrolled.UNWELL;
    }

    void treat() {
        patient.treat();
    }

    void nextDay() {
        chance.on(today, Of.NATURE);
        patient.nextDay();
        today++;
    }

    /// Lives on untreated and answers whether every day before `end`, today included, was
    /// well.
    boolean staysWell(int end) {
        while (today < end) {
            if (unwell()) {
                return false;
            }
            nextDay();
        }
        return true;
    }

    /// Lives on untreated to the morning of a day and answers whether it is an unwell one.
    boolean unwellOn(int day) {
        while (today < day) {
            nextDay();
        }
        return unwell();
    }
}
