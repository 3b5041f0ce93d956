package org.evenkeel.clinic.access;

import java.util.Locale;

/// What a person is to a patient's record.
public enum Relation {
    /// the record is theirs
    SELF,
    /// they look after the patient
    CARE_TEAM,
    /// the patient is their clinic's
    OWN_CLINIC,
    /// no other, but they opened the record in an emergency
    BREAK_GLASS,
    /// none, or there is no such record: the two are never told apart
    NONE;

    /// The relation as people write it.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
