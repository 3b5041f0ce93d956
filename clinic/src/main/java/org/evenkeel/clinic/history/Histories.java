package org.evenkeel.clinic.history;

import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.history.Chart;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Appends to histories and reads them.
@Service
public class Histories {
    private static final String ROW = "select id, patient_id, " + FactRows.COLUMNS
            + ", recorded_at, recorded_by, replaces, reason from history.fact"
            + " where clinic_id = :clinic ";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Patients patients;
    private final Responses responses;
    private final Treatments treatments;
    private final InstantSource clock;

    Histories(
            JdbcClient database,
            JdbcTemplate batches,
            Patients patients,
            Responses responses,
            Treatments treatments,
            InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.patients = patients;
        this.responses = responses;
        this.treatments = treatments;
        this.clock = clock;
    }

    /// Something to be noted of a patient.
    ///
    /// @param correction what it corrects, where it does
    public record Note(UUID patientId, Noted what, Optional<Correction> correction) {
        /// One that corrects nothing.
        public static Note of(UUID patientId, Noted what) {
            return new Note(patientId, what, Optional.empty());
        }
    }

    /// Appends notes.
    @Transactional
    public void append(Actor actor, List<Note> notes) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                "insert into history.fact (" + FactRows.COLUMNS
                        + ", id, clinic_id, patient_id, recorded_at, recorded_by, replaces, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                notes.stream().map(note -> row(actor, note, now)).toList());
    }

    private static Object[] row(Actor actor, Note note, OffsetDateTime now) {
        List<Object> row = new ArrayList<>(Arrays.asList(FactRows.values(note.what())));
        row.addAll(Arrays.asList(
                UUID.randomUUID(),
                actor.clinicId(),
                note.patientId(),
                now,
                actor.personId(),
                note.correction().map(Correction::of).orElse(null),
                note.correction().map(Correction::reason).orElse(null)));
        return row.toArray();
    }

    /// Everything that was ever noted of a patient, in the order it was.
    @Transactional(readOnly = true)
    public List<Entry> all(UUID clinicId, UUID patientId) {
        return database.sql(ROW + "and patient_id = :patient order by number")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(Histories::entry)
                .list();
    }

    /// What stands of a patient: without what was corrected or taken back.
    @Transactional(readOnly = true)
    public List<Entry> standing(UUID clinicId, UUID patientId) {
        return Facts.standing(all(clinicId, patientId));
    }

    /// Everything known of a patient on a day, with scores and weights from where they are kept.
    /// Empty where there is no such patient.
    @Transactional(readOnly = true)
    public Optional<Chart> chart(UUID clinicId, UUID patientId, LocalDate day) {
        return patients.find(clinicId, patientId)
                .map(patient -> new Facts(
                                standing(clinicId, patientId),
                                responses.of(clinicId, patientId),
                                treatments.of(clinicId, patientId))
                        .of(patient, day));
    }

    /// What would be known without one entry, which is being corrected.
    @Transactional(readOnly = true)
    public Optional<Chart> chartWithout(
            UUID clinicId, UUID patientId, String entry, LocalDate day) {
        return patients.find(clinicId, patientId)
                .map(patient -> new Facts(
                                standing(clinicId, patientId).stream()
                                        .filter(each -> !each.id().toString().equals(entry))
                                        .toList(),
                                responses.of(clinicId, patientId),
                                treatments.of(clinicId, patientId))
                        .of(patient, day));
    }

    /// The charts of some patients of a clinic on a day.
    @Transactional(readOnly = true)
    public Map<UUID, Chart> charts(UUID clinicId, Collection<UUID> of, LocalDate day) {
        Set<UUID> wanted = Set.copyOf(of);
        Map<UUID, List<Entry>> entries = standing(clinicId);
        Map<UUID, List<Response>> answered = responses.of(clinicId);
        Map<UUID, List<TreatmentGiven>> given = treatments.of(clinicId);
        Map<UUID, Chart> charts = new LinkedHashMap<>();
        for (Patient patient : patients.of(clinicId)) {
            UUID id = patient.id();
            if (wanted.contains(id)) {
                charts.put(
                        id,
                        new Facts(
                                        entries.getOrDefault(id, List.of()),
                                        answered.getOrDefault(id, List.of()),
                                        given.getOrDefault(id, List.of()))
                                .of(patient, day));
            }
        }
        return charts;
    }

    /// What stands of every patient of a clinic of whom something is noted.
    @Transactional(readOnly = true)
    public Map<UUID, List<Entry>> standing(UUID clinicId) {
        Map<UUID, List<Entry>> all = database
                .sql(ROW + "order by number")
                .param("clinic", clinicId)
                .query(Histories::entry)
                .stream()
                .collect(Collectors.groupingBy(Entry::patientId));
        all.replaceAll((_, entries) -> Facts.standing(entries));
        return all;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        Optional<UUID> replaces = Optional.ofNullable(row.getObject("replaces", UUID.class));
        String reason = Optional.ofNullable(row.getString("reason")).orElse("");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                FactRows.noted(row),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("recorded_by", UUID.class),
                replaces.map(of -> new Correction(of, reason)));
    }
}
