package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Charts;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// The accounts of patients: one a patient, made by who looks after them, filled with a password or
/// a passkey by the patient alone.
@Component
public class PatientAccounts {
    private static final String INVITE = "patient-invite";

    private final JdbcClient database;
    private final People people;
    private final Accounts accounts;
    private final Ceremonies ceremonies;
    private final Charts charts;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;

    PatientAccounts(
            JdbcClient database,
            People people,
            Accounts accounts,
            Ceremonies ceremonies,
            Charts charts,
            Sessions sessions,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.people = people;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
        this.charts = charts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// An account.
    ///
    /// @param personId as whom the patient signs in
    /// @param signInName the name they sign in with
    public record Account(UUID personId, String signInName, boolean isDisabled) {}

    /// What came of an invitation.
    public sealed interface Outcome {
        /// A link to hand over; nobody can be shown it again.
        record Link(String token) implements Outcome {}

        /// Somebody signs in with this name already.
        record NameTaken() implements Outcome {}

        /// The patient has an account already.
        record HasOne() implements Outcome {}
    }

    /// The name of a patient.
    @Transactional(readOnly = true)
    public String nameOf(Person staff, UUID patientId) {
        return charts.nameOf(staff.clinicId(), patientId).orElseThrow(NotThere::new);
    }

    /// The account of a patient, where there is one.
    @Transactional(readOnly = true)
    public Optional<Account> of(Person staff, UUID patientId) {
        return database.sql("""
                        select person_id from identity.patient_account
                        where clinic_id = :clinic and patient_id = :patient
                        """)
                .param("clinic", staff.clinicId())
                .param("patient", patientId)
                .query(UUID.class)
                .optional()
                .map(person -> new Account(
                        person, accounts.nameOf(person).orElse(""), accounts.isDisabled(person)));
    }

    /// Makes an account and the link to it.
    @Transactional
    public Outcome invite(Person staff, UUID patientId, String signInName) {
        if (of(staff, patientId).isPresent()) {
            return new Outcome.HasOne();
        }
        if (accounts.find(signInName).isPresent()) {
            return new Outcome.NameTaken();
        }
        Person patient = new Person(
                UUID.randomUUID(),
                nameOf(staff, patientId),
                Role.PATIENT,
                staff.clinic(),
                Optional.of(patientId));
        people.add(patient);
        if (!accounts.add(patient.id(), signInName)) {
            // Somebody else gave this name meanwhile: nothing of this account stays.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.NameTaken();
        }
        database.sql("""
                        insert into identity.patient_account (clinic_id, patient_id, person_id,
                                                              made_by, made_at)
                        values (:clinic, :patient, :person, :by, :at)
                        """)
                .param("clinic", staff.clinicId())
                .param("patient", patientId)
                .param("person", patient.id())
                .param("by", staff.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return link(staff, patientId, patient.id());
    }

    /// A new link, for a patient who lost what they had; using it ends what was before.
    @Transactional
    public Outcome link(Person staff, UUID patientId) {
        Account account = of(staff, patientId).orElseThrow(NotThere::new);
        return link(staff, patientId, account.personId());
    }

    private Outcome link(Person staff, UUID patientId, UUID personId) {
        audit.done(staff.actor(), Act.onPatient(INVITE, patientId));
        return new Outcome.Link(accounts.invite(personId, staff.id()));
    }

    /// Lets a patient sign in or not; their open pages close at once, and what began while they
    /// were disabled does not come alive when they are enabled.
    @Transactional
    public void setDisabled(Person staff, UUID patientId, boolean disabled) {
        Account account = of(staff, patientId).orElseThrow(NotThere::new);
        accounts.setDisabled(account.personId(), disabled, staff.id());
        ceremonies.endAll(account.personId());
        sessions.endAll(account.personId(), "disabled");
        String act = disabled ? "patient-account-disable" : "patient-account-enable";
        audit.done(staff.actor(), Act.onPatient(act, patientId));
    }
}
