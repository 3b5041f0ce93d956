package org.evenkeel.clinic.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the audit's actions are called in plain words. One that is not listed is called by its own
/// name, so that a new one is never hidden.
public final class ActionWords {
    /// The action, how it is told, and behind a bar how it is told to the patient it was done to.
    private static final String LISTED = """
            patient-view             looked at the record             | looked at your record
            waiting-view             looked at the record (waiting)   | looked at your record
            explanation-view         looked at the record (why)       | looked at your record
            own-record-view          looked at their own record       | looked at the record here
            own-looks-view           looked at who looked             | looked at this list
            questionnaire-form opened a questionnaire | opened a questionnaire for you
            questionnaire-record     recorded a questionnaire         | recorded your questionnaire
            questionnaire-correct corrected a questionnaire | corrected a questionnaire of yours
            questionnaire-take-back took a questionnaire back | took a questionnaire of yours back
            treatment-form opened the treatment form | opened the form for a treatment
            treatment-record         recorded a treatment             | recorded your treatment
            treatment-correct corrected a treatment | corrected a treatment of yours
            treatment-take-back took a treatment back | took a treatment of yours back
            decision-make tried to decide on a proposal | tried to decide on your next day
            proposal-accept          accepted a proposal              | decided on your next day
            proposal-move            moved a proposal                 | decided on your next day
            proposal-decline         declined a proposal              | decided on your next day
            agreement-make           tried to make an agreement       | tried to note an agreement
            agreement-stretch        agreed on another interval       | noted what you agreed
            agreement-treatment-free agreed on a time without treatment| noted what you agreed
            agreement-close          closed an agreement              | closed what you agreed
            fhir-export took a course out as FHIR | took your course out as a file
            scores-export took scores out | took your scores out as a file
            treatments-export took treatments out | took your treatments out as a file
            patient-export took a course out | took your course out as a file
            registration-form        opened the form for a new patient
            patient-register         registered the patient           | registered you here
            patient-import brought a course in from a file | brought your course in as a file
            history-view             looked at the history            | looked at your history
            history-preview tried out a trial in the history | looked at your history
            history-note             noted something in the history   | noted something about you
            history-correct          corrected the history            | corrected your history
            eligibility-view looked at what the rules say | looked at whether you may be treated
            eligibility-form opened the decision of eligibility | opened a decision about you
            eligibility-decide tried to sign on eligibility | tried to decide on your treatment
            sign-eligibility-decided signed who may be treated | decided whether you may be treated
            rules-view               looked at the rules of eligibility
            rules-set                changed by which rules the clinic goes
            break-glass opened the record in an emergency | opened your record in an emergency
            care-team-view looked at the care team | looked at who looks after you
            care-team-change changed the care team | changed who looks after you
            break-glass-review       reviewed an emergency access
            emergencies-view         looked at emergency accesses
            emergency-form           opened the form for emergencies
            emergency-open           tried to open a record in an emergency
            policy-view              looked at who may do what
            sources-view             looked at the sources behind figures
            limits-view              looked at the clinic's limits
            limits-confirm           confirmed the clinic's limits
            sign-limits-confirmed    confirmed the clinic's limits by signature
            places-view              looked at where they work
            membership-change        went on in another clinic or role
            sign-dose-verified       verified a dose by signature     | verified your dose
            doses-view               looked at doses to verify
            consents-view looked at consents | looked at what you agreed to
            consent-start put a consent before a patient | put a text before you to agree to
            consent-read opened a text to agree to | opened the text to agree to
            consent-answer answered the questions of a consent | answered the questions with you
            consent-choices opened the choices of a consent | opened your choices
            consent-choose           noted the choices of a consent   | noted your choices
            consent-to-sign          opened a consent to sign         | opened your consent to sign
            consent-sign             signed a consent                 | signed your consent
            sign-consent-given       agreed by signature              | agreed here
            sign-consent-witnessed   witnessed a consent by signature | witnessed that you agreed
            consent-withdraw         took a choice back               | took a choice of yours back
            consent-paper looked at a signed consent | looked at your signed consent
            own-consents-view        looked at their own consents     | looked at consents here
            plan-view                looked at the plan               | looked at your plan
            plan-draft               drew a plan up                   | drew a plan up for you
            plan-to-sign             opened a plan to sign            | opened your plan to sign
            plan-sign                put a patient on a signed plan   | put you on a signed plan
            sign-plan-prescribed     prescribed a plan by signature   | prescribed your plan
            sign-protocol-moved put on another protocol | put you on another plan of treatment
            protocol-course-view looked at the protocol kept to | looked at your plan of treatment
            deviation-explain said why a plan was departed from | noted why your plan was left
            protocols-view           looked at the protocols
            protocol-view            looked at a protocol
            protocol-file            took a protocol out as a file
            protocol-fhir            took a protocol out as FHIR
            protocol-bring-in        brought a protocol in from FHIR
            protocol-compare         compared protocols
            protocol-begin           began a draft of a protocol
            protocol-form            opened a draft of a protocol
            protocol-preview         looked at a draft being written
            protocol-save            saved a draft of a protocol
            protocol-sign-form       opened a protocol to sign it
            protocol-review          reviewed a protocol
            protocol-sign            signed a protocol
            sign-protocol-signed     put their name to a protocol
            protocol-publish         published a protocol
            protocol-retire          retired a protocol
            protocol-return          sent a protocol back to be written
            protocol-discard         discarded a draft of a protocol
            deviations-view          looked at how protocols are kept
            worklist-view            looked at the worklist
            appointments-view        looked at the appointments
            figures-view             looked at the figures
            calibration-view         looked at the forecast check
            forecasts-stored         stored forecasts
            clock-jumped-ahead found the clock ahead: it was set, or the machine slept
            clock-jumped-back found the clock behind what was recorded
            import-form              opened the import
            import-upload            sent files for import
            import-view              looked at an import
            import-save              saved an import
            audit-view               looked at the audit
            audit-export             took the audit out as a file
            sign-in-one-use-link     signed in by a one-use link
            sign-in-passkey          signed in by a passkey
            sign-in-password-and-code signed in by password and code
            sign-in-password-and-recovery-code signed in by password and recovery code
            sign-in-password-and-passkey signed in by password and passkey
            sign-in-password         gave a password
            sign-in-invitation       signed in by an invitation
            sign-in-provider         signed in at an outside provider
            confirm-passkey          confirmed by a passkey
            confirm-code             confirmed by a code
            confirm-password         confirmed by password
            confirm-pin              confirmed by PIN
            ended-by-manager         was signed out by a manager
            ended-elsewhere          was signed out from elsewhere
            patient-account-view     looked at the patient's account  | looked at your account
            patient-invite           invited the patient | invited you to read your record
            patient-account-disable  closed the patient's account     | closed your account
            patient-account-enable   opened the patient's account     | opened your account again
            machines-view            looked at the programs
            machine-register         registered a program
            machine-revoke           ended a program
            machine-sign-in          tried to come in with a token that had ended
            identifiers-view         fetched the identifiers of all patients
            end-apps                 ended the code apps, as their key was lost
            pin-used-up              was signed out after wrong PINs
            sign-in                  tried to sign in
            sign-in-code             tried to sign in with a code
            sign-out                 signed out
            form-token sent a form that no page of theirs had made
            set-up                   set the clinic up
            confirm                  tried to confirm who they are
            account-view             looked at their own account
            app-add                  opened the form for a code app
            enrol-app                added a code app
            enrol-password           set a password
            enrol-pin                set a PIN for a device
            enrol-provider           joined an account of another provider
            provider-end             tried to end a link to another provider
            end-provider             ended the link to another provider
            enrol-recovery-codes     made recovery codes
            recovery-codes           asked for recovery codes
            passkey-add              opened the form for a passkey
            enrol-passkey            added a passkey
            passkey-end              tried to remove a passkey
            end-passkey              removed a passkey
            pin-set                  tried to set a PIN
            sessions-end             tried to end sessions
            end-sessions             ended sessions
            people-view              looked at the people of the clinic
            people-change            tried to change who works here
            people-invite            tried to invite somebody
            invite                   invited somebody
            lock                     locked a session
            backup                   made a backup
            restore                  restored a backup
            """;

    private static final Map<String, Words> WORDS = read();

    private ActionWords() {}

    private record Words(String plain, String toPatient) {}

    /// For somebody who reads the audit.
    public static String of(String action) {
        Words words = WORDS.get(action);
        return words == null ? action.replace('-', ' ') : words.plain();
    }

    /// For the patient it was done to.
    public static String toPatient(String action) {
        Words words = WORDS.get(action);
        return words == null || words.toPatient().isEmpty()
                ? "used your record: " + of(action)
                : words.toPatient();
    }

    /// All that have words, by action.
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        WORDS.forEach((action, words) -> all.put(action, words.plain()));
        return all;
    }

    private static Map<String, Words> read() {
        Map<String, Words> read = new LinkedHashMap<>();
        LISTED.lines().forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            String[] words = parts[1].split("\\|", 2);
            read.put(
                    parts[0],
                    new Words(words[0].strip(), words.length > 1 ? words[1].strip() : ""));
        });
        return Collections.unmodifiableMap(read);
    }
}
