package org.evenkeel.clinic.access;

import static org.evenkeel.clinic.access.Permission.DECIDE;
import static org.evenkeel.clinic.access.Permission.EXPORT;
import static org.evenkeel.clinic.access.Permission.IMPORT;
import static org.evenkeel.clinic.access.Permission.RECORD_QUESTIONNAIRE;
import static org.evenkeel.clinic.access.Permission.RECORD_TREATMENT;
import static org.evenkeel.clinic.access.Permission.SEE_APPOINTMENTS;
import static org.evenkeel.clinic.access.Permission.SEE_AUDIT;
import static org.evenkeel.clinic.access.Permission.SEE_CALIBRATION;
import static org.evenkeel.clinic.access.Permission.SEE_COURSES;
import static org.evenkeel.clinic.access.Permission.SEE_FIGURES;
import static org.evenkeel.clinic.access.Permission.SEE_OWN_RECORD;

import java.util.Locale;
import java.util.Set;

/// What a person is in the clinic, and so what they may do.
public enum Role {
    PRESCRIBER(
            SEE_COURSES,
            RECORD_QUESTIONNAIRE,
            RECORD_TREATMENT,
            DECIDE,
            SEE_APPOINTMENTS,
            SEE_CALIBRATION,
            IMPORT,
            EXPORT),
    NURSE(SEE_COURSES, RECORD_QUESTIONNAIRE, RECORD_TREATMENT, SEE_APPOINTMENTS),
    THERAPIST(SEE_COURSES, RECORD_QUESTIONNAIRE),
    FRONT_DESK(SEE_APPOINTMENTS),
    MANAGER(SEE_APPOINTMENTS, SEE_FIGURES, SEE_CALIBRATION, IMPORT),
    RESEARCHER(SEE_FIGURES, SEE_CALIBRATION),
    AUDITOR(SEE_AUDIT),
    PATIENT(SEE_OWN_RECORD);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    /// Whether the role may do something.
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// The role as people write it.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Reads what [#words()] writes.
    public static Role of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
