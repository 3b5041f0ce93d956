package org.evenkeel.clinic.access;

import java.util.Locale;

/// Something a person may do. Routes name these, never roles; who may, and to whose record, stands
/// in the [Policy].
public enum Permission {
    /// see who needs attention and a patient's course, scores and forecast
    SEE_COURSES,
    /// enter who a new patient is
    REGISTER_PATIENT,
    /// enter an answered questionnaire
    RECORD_QUESTIONNAIRE,
    /// record a treatment given
    RECORD_TREATMENT,
    /// sign that a dose recorded by somebody else is the dose given
    VERIFY_DOSE,
    /// accept, move or decline a proposal
    DECIDE,
    /// note what is known of a patient beside scores and treatments
    RECORD_HISTORY,
    /// sign whether a patient may be treated
    DECIDE_ELIGIBILITY,
    /// see whom a change of the rules of eligibility touches
    SEE_RULE_CHANGES,
    /// say by which rules of eligibility the clinic goes
    SET_RULES,
    /// put a text before a patient, witness that they agree, take a choice back for them
    TAKE_CONSENT,
    /// sign the plan a patient is treated by
    PRESCRIBE,
    /// open a record in an emergency
    BREAK_GLASS,
    /// say who looks after a patient
    CHANGE_CARE_TEAM,
    /// give a patient a way in to their own record
    INVITE_PATIENT,
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
    /// invite and disable people of the clinic
    MANAGE_PEOPLE,
    /// see who did and saw what
    SEE_AUDIT,
    /// confirm the figures the clinic goes by
    CONFIRM_LIMITS,
    /// see who may do what and by which figures
    SEE_POLICY,
    /// see what is known of the sources behind figures and rules
    SEE_SOURCES,
    /// see protocols, their versions and what differs
    SEE_PROTOCOLS,
    /// write drafts of the clinic's own protocols
    WRITE_PROTOCOLS,
    /// review a draft that somebody else wrote, or send it back
    REVIEW_PROTOCOLS,
    /// sign a protocol that was reviewed
    SIGN_PROTOCOLS,
    /// publish a signed protocol, and retire it
    PUBLISH_PROTOCOLS,
    /// see how a patient's treatments kept to their protocol, and say why they did not
    SEE_DEVIATIONS,
    /// put a patient on another protocol or version
    MOVE_PROTOCOL,
    /// see how often a protocol was departed from, without names
    COUNT_DEVIATIONS,
    /// see what happened to oneself
    SEE_OWN_RECORD,
    /// agree for oneself, and take it back
    GIVE_OWN_CONSENT,
    /// see and change how one signs in
    USE_OWN_ACCOUNT;

    /// The permission as the policy writes it.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
