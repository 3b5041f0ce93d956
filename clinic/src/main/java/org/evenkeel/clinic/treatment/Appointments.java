package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Books days for treatments.
@Service
public class Appointments {
    /// An appointment counts until another replaces it.
    private static final String STANDING = """
            select a.id, a.patient_id, a.on_day
            from treatment.appointment a
            where a.clinic_id = :clinic and a.on_day >= :from
              and not exists (select from treatment.appointment later where later.replaces = a.id)
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    Appointments(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Books a day, in place of the standing appointment where there is one.
    @Transactional
    public Appointment book(Actor actor, UUID patientId, LocalDate on, LocalDate today) {
        Optional<Appointment> standing = next(actor.clinicId(), patientId, today);
        Appointment booked = new Appointment(UUID.randomUUID(), patientId, on);
        database.sql("""
                        insert into treatment.appointment (id, clinic_id, patient_id, on_day,
                                                           booked_at, booked_by, replaces)
                        values (:id, :clinic, :patient, :day, :at, :by, :replaces)
                        """)
                .param("id", booked.id())
                .param("clinic", actor.clinicId())
                .param("patient", patientId)
                .param("day", on)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.personId())
                .param("replaces", standing.map(Appointment::id).orElse(null))
                .update();
        return booked;
    }

    /// The standing appointment of a patient, from today on.
    @Transactional(readOnly = true)
    public Optional<Appointment> next(UUID clinicId, UUID patientId, LocalDate today) {
        return database.sql(STANDING + "and a.patient_id = :patient order by a.on_day limit 1")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .param("from", today)
                .query(Appointments::appointment)
                .optional();
    }

    /// The standing appointments of a clinic, from a day on, soonest first.
    @Transactional(readOnly = true)
    public List<Appointment> from(UUID clinicId, LocalDate day) {
        return database
                .sql(STANDING)
                .param("clinic", clinicId)
                .param("from", day)
                .query(Appointments::appointment)
                .stream()
                .sorted(Comparator.comparing(Appointment::on))
                .toList();
    }

    private static Appointment appointment(ResultSet row, int index) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("on_day", LocalDate.class));
    }
}
