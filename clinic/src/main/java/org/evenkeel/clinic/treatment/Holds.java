package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.audit.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything that every module has to say before a patient is treated.
@Service
public class Holds {
    private final ObjectProvider<TreatmentHold> sources;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    Holds(
            ObjectProvider<TreatmentHold> sources,
            JdbcClient database,
            JdbcTemplate batches,
            InstantSource clock) {
        this.sources = sources;
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /// What holds for a patient on a day; what withholds comes first.
    @Transactional(readOnly = true)
    public List<Hold> of(UUID clinicId, UUID patientId, LocalDate day) {
        return ordered(sources.orderedStream()
                .flatMap(source -> source.of(clinicId, patientId, day).stream())
                .toList());
    }

    /// The same for all patients of a clinic; those whom nothing holds are left out.
    @Transactional(readOnly = true)
    public Map<UUID, List<Hold>> of(UUID clinicId, LocalDate day) {
        Map<UUID, List<Hold>> all = new LinkedHashMap<>();
        sources.orderedStream()
                .flatMap(source -> source.of(clinicId, day).entrySet().stream())
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .addAll(entry.getValue()));
        all.values().removeIf(List::isEmpty);
        all.replaceAll((_, holds) -> ordered(holds));
        return all;
    }

    /// Keeps with what reason holds that ask were answered, in the transaction of the treatment.
    @Transactional(propagation = Propagation.MANDATORY)
    void answered(Actor actor, TreatmentGiven given, List<Hold> holds, String reason) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                """
                insert into treatment.hold_answer (id, clinic_id, patient_id, given_on, code, words,
                                                   reason, at, by_person)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                holds.stream()
                        .map(hold -> new Object[] {
                            UUID.randomUUID(),
                            actor.clinicId(),
                            given.patientId(),
                            given.on(),
                            hold.code(),
                            hold.words(),
                            reason,
                            now,
                            actor.personId()
                        })
                        .toList());
    }

    /// Something that asked and was answered.
    ///
    /// @param on the day of the treatment
    /// @param words what asked
    /// @param reason the answer
    public record Answered(LocalDate on, String words, String reason) {}

    /// With what reasons treatments were recorded although something asked, the latest first.
    @Transactional(readOnly = true)
    public List<Answered> answers(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select given_on, words, reason from treatment.hold_answer
                        where clinic_id = :clinic and patient_id = :patient
                        order by at desc, code
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query((row, _) -> new Answered(
                        row.getObject("given_on", LocalDate.class),
                        row.getString("words"),
                        row.getString("reason")))
                .list();
    }

    private static List<Hold> ordered(List<Hold> holds) {
        List<Hold> all = new ArrayList<>(Hold.withholding(holds));
        all.addAll(Hold.asking(holds));
        return List.copyOf(all);
    }
}
