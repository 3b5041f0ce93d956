package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

/// Something that must be done again.
///
/// @param subject what
/// @param days how long it holds
/// @param overdue what happens when it is older
/// @param words the same in words
public record Renewal(Subject subject, Cited<Integer> days, Overdue overdue, String words) {
    public Renewal {
        if (days.value() < 1) {
            throw new IllegalArgumentException(
                    subject + " must hold for 1 day or more, got " + days.value());
        }
    }

    /// What must be done again.
    public enum Subject {
        WEIGHT,
        PREGNANCY_TEST,
        CONSENT,
        RISK_REVIEW,
        MEDICINES,
        BLOOD_PRESSURE,
        URINARY,
        LIVER,
        COGNITION,
        MANIA,
        MISUSE
    }

    /// What being overdue does.
    public enum Overdue {
        /// No dose before it is done.
        WITHHOLD,
        /// A clinician is asked.
        ASK
    }
}
