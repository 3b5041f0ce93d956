package org.evenkeel.clinic.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Clinics and their people.
@Service
public class People {
    private static final String PERSON = """
            select p.id, p.name, m.role, m.patient_id, c.id as clinic_id, c.name as clinic_name,
                   c.zone, c.protocol, c.risk_limit, c.synthetic
            from access.person p
            join access.membership m on m.person_id = p.id and m.until_at is null
            join access.clinic c on c.id = m.clinic_id
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    People(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
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

    /// Adds a person with their first membership.
    @Transactional
    public void add(Person person) {
        database.sql("insert into access.person (id, name) values (:id, :name)")
                .param("id", person.id())
                .param("name", person.name())
                .update();
        join(person);
    }

    /// Adds a membership to somebody known: another clinic, or another role.
    @Transactional
    public void join(Person person) {
        database.sql("""
                        insert into access.membership (id, person_id, clinic_id, role, patient_id,
                                                       from_at)
                        values (:id, :person, :clinic, :role, :patient, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.id())
                .param("clinic", person.clinicId())
                .param("role", person.role().words())
                .param("patient", person.patientId().orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends a membership. Answers whether it stood.
    @Transactional
    public boolean leave(Person person, UUID by) {
        return database.sql("""
                                update access.membership set until_at = :now, until_by = :by
                                where person_id = :person and clinic_id = :clinic and role = :role
                                  and until_at is null
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("person", person.id())
                        .param("clinic", person.clinicId())
                        .param("role", person.role().words())
                        .update()
                > 0;
    }

    /// A clinic by id.
    @Transactional(readOnly = true)
    public Optional<Clinic> clinic(UUID id) {
        return database.sql("select id as clinic_id, name as clinic_name, zone, protocol,"
                        + " risk_limit, synthetic from access.clinic where id = :id")
                .param("id", id)
                .query(People::clinic)
                .optional();
    }

    /// Every clinic.
    @Transactional(readOnly = true)
    public List<UUID> clinics() {
        return database.sql("select id from access.clinic order by id")
                .query(UUID.class)
                .list();
    }

    /// Everyone in each of their roles, of every clinic.
    @Transactional(readOnly = true)
    public List<Person> all() {
        return database.sql(PERSON + "order by m.role, p.id")
                .query(People::person)
                .list();
    }

    /// Whether there is nobody yet.
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return database.sql("""
                        select not exists (select from access.membership where until_at is null)
                        """).query(Boolean.class).single();
    }

    /// The people who work at a clinic, in each of their roles, by name: neither its patients, who
    /// may be many, nor its programs.
    @Transactional(readOnly = true)
    public List<Person> staff(UUID clinicId) {
        return database.sql(PERSON + """
                        where c.id = :clinic and m.role not in (:others)
                        order by p.name, p.id, m.role
                        """)
                .param("clinic", clinicId)
                .param("others", List.of(Role.PATIENT.words(), Role.MACHINE.words()))
                .query(People::person)
                .list();
    }

    /// A person by id, in their oldest membership.
    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return memberships(id).stream().findFirst();
    }

    /// A person in each clinic and role they have, the oldest first.
    @Transactional(readOnly = true)
    public List<Person> memberships(UUID id) {
        return database.sql(PERSON + "where p.id = :id order by m.from_at, m.role, c.id")
                .param("id", id)
                .query(People::person)
                .list();
    }

    /// Names of all who work or worked in a clinic by id, to show beside what they did. Patients
    /// are not among them.
    @Transactional(readOnly = true)
    public Map<UUID, String> names(UUID clinicId) {
        Map<UUID, String> names = new HashMap<>();
        database.sql("""
                        select p.id, p.name from access.person p
                        where exists (select from access.membership m
                                      where m.person_id = p.id and m.clinic_id = :clinic
                                        and m.role <> 'patient')
                        """)
                .param("clinic", clinicId)
                .query((row, _) ->
                        names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return names;
    }

    private static Clinic clinic(ResultSet row, int index) throws SQLException {
        return new Clinic(
                row.getObject("clinic_id", UUID.class),
                row.getString("clinic_name"),
                ZoneId.of(row.getString("zone")),
                row.getString("protocol"),
                row.getDouble("risk_limit"),
                row.getBoolean("synthetic"));
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.of(row.getString("role")),
                clinic(row, index),
                Optional.ofNullable(row.getObject("patient_id", UUID.class)));
    }
}
