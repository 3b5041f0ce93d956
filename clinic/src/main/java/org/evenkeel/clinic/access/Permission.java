package org.evenkeel.clinic.access;

/// Something a role may do. Routes name these, never roles.
public enum Permission {
    /// see who needs attention and a patient's course, scores and forecast
    SEE_COURSES,
    /// enter an answered questionnaire
    RECORD_QUESTIONNAIRE,
    /// record a treatment given
    RECORD_TREATMENT,
    /// accept, move or decline a proposal
    DECIDE,
    /// see names and booked dates, nothing of health
    SEE_APPOINTMENTS,
    /// see figures of the whole clinic without names
    SEE_FIGURES,
    /// see how forecasts stood against what came, without names
    SEE_CALIBRATION,
    /// bring patients in from a file
    IMPORT,
    /// take one patient's course out as a file
    EXPORT,
    /// see who did and saw what
    SEE_AUDIT,
    /// see what happened to oneself
    SEE_OWN_RECORD
}
