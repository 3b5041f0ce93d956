package org.evenkeel.clinic.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Clinics and their people.
@Service
public class People {
    private static final String PERSON = """
            select p.id, p.name, p.role, p.patient_id, c.id as clinic_id, c.name as clinic_name,
                   c.zone, c.protocol, c.risk_limit, c.synthetic
            from access.person p
            join access.clinic c on c.id = p.clinic_id
            """;

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    /// Adds a clinic.
    @Transactional
    public void add(Clinic clinic) {
        database.sql("""
                        insert into access.clinic (id, name, zone, protocol, risk_limit, synthetic)
                        values (:id, :name, :zone, :protocol, :risk, :synthetic)
                        """)
                .param("id", clinic.id())
                .param("name", clinic.name())
                .param("zone", clinic.zone().getId())
                .param("protocol", clinic.protocol())
                .param("risk", clinic.riskLimit())
                .param("synthetic", clinic.synthetic())
                .update();
    }

    /// Adds a person.
    @Transactional
    public void add(Person person) {
        database.sql("""
                        insert into access.person (id, clinic_id, name, role, patient_id)
                        values (:id, :clinic, :name, :role, :patient)
                        """)
                .param("id", person.id())
                .param("clinic", person.clinicId())
                .param("name", person.name())
                .param("role", person.role().words())
                .param("patient", person.patientId().orElse(null))
                .update();
    }

    /// Everyone, of every clinic.
    @Transactional(readOnly = true)
    public List<Person> all() {
        return database.sql(PERSON + "order by p.role, p.id")
                .query(People::person)
                .list();
    }

    /// A person by id.
    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return database.sql(PERSON + "where p.id = :id")
                .param("id", id)
                .query(People::person)
                .optional();
    }

    /// Names of a clinic's people by id, to show beside what they did.
    @Transactional(readOnly = true)
    public Map<UUID, String> names(UUID clinicId) {
        return database
                .sql(PERSON + "where c.id = :clinic")
                .param("clinic", clinicId)
                .query(People::person)
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        Clinic clinic = new Clinic(
                row.getObject("clinic_id", UUID.class),
                row.getString("clinic_name"),
                ZoneId.of(row.getString("zone")),
                row.getString("protocol"),
                row.getDouble("risk_limit"),
                row.getBoolean("synthetic"));
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.of(row.getString("role")),
                clinic,
                Optional.ofNullable(row.getObject("patient_id", UUID.class)));
    }
}
