package org.evenkeel.clinic.access;

import java.util.Locale;

/// What a person is in the clinic. What each may do stands in the [Policy].
public enum Role {
    PRESCRIBER,
    NURSE,
    THERAPIST,
    FRONT_DESK,
    MANAGER,
    DRUG_OFFICER,
    RESEARCHER,
    AUDITOR,
    PATIENT,
    MACHINE;

    /// The role as people write it.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Reads what [#words()] writes.
    public static Role of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
