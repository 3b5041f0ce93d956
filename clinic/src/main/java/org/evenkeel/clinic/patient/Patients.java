package org.evenkeel.clinic.patient;

import org.evenkeel.clinic.access.Charts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Registers and finds patients.
@Service
public class Patients implements Charts {
    private static final String PATIENT = """
            select id, clinic_id, given_name, family_name, birth_date, sex, height_cm
            from patient.patient
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Patients(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// Registers patients.
    @Transactional
    public void register(List<Patient> patients) {
        batches.batchUpdate(
                """
                insert into patient.patient (id, clinic_id, given_name, family_name, birth_date,
                                             sex, height_cm)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                patients.stream()
                        .map(patient -> new Object[] {
                            patient.id(),
                            patient.clinicId(),
                            patient.name().given(),
                            patient.name().family(),
                            patient.birthDate().orElse(null),
                            patient.sex().name().toLowerCase(Locale.ROOT),
                            patient.heightCm().orElse(null)
                        })
                        .toList());
    }

    /// Remembers what another system calls a patient.
    @Transactional
    public void identify(Patient patient, Identifier identifier) {
        database.sql("""
                        insert into patient.identifier (clinic_id, system, value, patient_id)
                        values (:clinic, :system, :value, :patient)
                        """)
                .param("clinic", patient.clinicId())
                .param("system", identifier.system())
                .param("value", identifier.value())
                .param("patient", patient.id())
                .update();
    }

    /// Remembers what other systems call patients.
    @Transactional
    public void identify(List<Identified> all) {
        batches.batchUpdate(
                """
                insert into patient.identifier (clinic_id, system, value, patient_id)
                values (?, ?, ?, ?)
                """,
                all.stream()
                        .map(one -> new Object[] {
                            one.clinicId(),
                            one.identifier().system(),
                            one.identifier().value(),
                            one.patientId()
                        })
                        .toList());
    }

    /// What other systems call the patients of a clinic.
    @Transactional(readOnly = true)
    public List<Identified> identified(UUID clinicId) {
        return database.sql("""
                        select clinic_id, system, value, patient_id
                        from patient.identifier
                        where clinic_id = :clinic
                        """)
                .param("clinic", clinicId)
                .query(Patients::identified)
                .list();
    }

    private static Identified identified(ResultSet row, int index) throws SQLException {
        return new Identified(
                row.getObject("clinic_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                new Identifier(row.getString("system"), row.getString("value")));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(UUID clinicId, UUID patientId) {
        return find(clinicId, patientId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(UUID clinicId, UUID patientId) {
        return find(clinicId, patientId).map(patient -> patient.name().full());
    }

    /// A clinic's patient by id.
    @Transactional(readOnly = true)
    public Optional<Patient> find(UUID clinicId, UUID id) {
        return database.sql(PATIENT + "where clinic_id = :clinic and id = :id")
                .param("clinic", clinicId)
                .param("id", id)
                .query(Patients::patient)
                .optional();
    }

    /// A clinic's patient by what another system calls them.
    @Transactional(readOnly = true)
    public Optional<Patient> find(UUID clinicId, Identifier identifier) {
        return database.sql(PATIENT + """
                        where clinic_id = :clinic and id = (
                            select patient_id from patient.identifier
                            where clinic_id = :clinic and system = :system and value = :value)
                        """)
                .param("clinic", clinicId)
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query(Patients::patient)
                .optional();
    }

    /// All patients of a clinic by name.
    @Transactional(readOnly = true)
    public List<Patient> of(UUID clinicId) {
        return database.sql(PATIENT + "where clinic_id = :clinic order by family_name, given_name")
                .param("clinic", clinicId)
                .query(Patients::patient)
                .list();
    }

    /// Whether a clinic has a patient of this name, in whatever letters, born on that day.
    @Transactional(readOnly = true)
    public boolean isKnown(UUID clinicId, Patient.Name name, LocalDate born) {
        return database.sql("""
                        select exists (
                            select from patient.patient
                            where clinic_id = :clinic and birth_date = :born
                                and lower(given_name) = lower(:given)
                                and lower(family_name) = lower(:family))
                        """)
                .param("clinic", clinicId)
                .param("born", born)
                .param("given", name.given())
                .param("family", name.family())
                .query(Boolean.class)
                .single();
    }

    /// A patient for one transaction at a time to act on; the others wait. What was read before
    /// this may be stale, what is read after it is not.
    @Transactional
    public Optional<Patient> lock(UUID clinicId, UUID id) {
        database.sql("select pg_advisory_xact_lock(:key)::text")
                .param("key", id.getMostSignificantBits())
                .query(String.class)
                .optional();
        return find(clinicId, id);
    }

    private static Patient patient(ResultSet row, int index) throws SQLException {
        return new Patient(
                row.getObject("id", UUID.class),
                row.getObject("clinic_id", UUID.class),
                new Patient.Name(row.getString("given_name"), row.getString("family_name")),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                Patient.Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getBigDecimal("height_cm")));
    }
}
