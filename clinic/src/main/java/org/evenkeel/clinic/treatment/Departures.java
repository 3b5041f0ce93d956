package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.core.course.Deviation;
import org.evenkeel.core.course.Deviations;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where patients' treatments departed from their protocols, and why.
@Service
public class Departures {
    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Treatments treatments;
    private final Patients patients;
    private final Protocols protocols;
    private final Audit audit;
    private final InstantSource clock;

    Departures(
            JdbcClient database,
            Treatments treatments,
            Patients patients,
            Protocols protocols,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.treatments = treatments;
        this.patients = patients;
        this.protocols = protocols;
        this.audit = audit;
        this.clock = clock;
    }

    /// A departure.
    ///
    /// @param deviation what
    /// @param reason why, in somebody's words; empty where nobody said
    public record Departure(Deviation deviation, String reason) {}

    /// How often a protocol was departed from.
    ///
    /// @param protocol its name and version
    /// @param patients how many are on it
    /// @param treatments how many treatments were held against it
    /// @param byKind how often, by kind
    /// @param unexplained how many have no reason
    public record Count(
            String protocol,
            int patients,
            int treatments,
            Map<String, Integer> byKind,
            int unexplained) {}

    /// What a kind of departure is called: `outside-window`, `other-dose` or `skipped`.
    public static String kind(Deviation deviation) {
        return switch (deviation) {
            case Deviation.OutsideWindow _ -> "outside-window";
            case Deviation.OtherDose _ -> "other-dose";
            case Deviation.Skipped _ -> "skipped";
        };
    }

    /// The departures of one patient from the protocol they are on, by day.
    @Transactional(readOnly = true)
    public List<Departure> of(Person person, UUID patientId) {
        UUID clinic = person.clinicId();
        Map<String, String> reasons = reasons(clinic, Optional.of(patientId));
        return treatments
                .enrolment(clinic, patientId)
                .map(enrolment -> {
                    Course course = new Course(
                            enrolment,
                            body(person, patients.find(clinic, patientId)),
                            present(
                                    treatments.of(clinic, patientId),
                                    treatments.courseFrom(clinic, patientId)));
                    return of(person, course, reasons);
                })
                .orElse(List.of());
    }

    /// How each protocol is kept, over all patients of a clinic.
    @Transactional(readOnly = true)
    public List<Count> counts(Person person) {
        UUID clinic = person.clinicId();
        Map<String, String> reasons = reasons(clinic, Optional.empty());
        Map<UUID, List<TreatmentGiven>> given = treatments.of(clinic);
        Map<UUID, LocalDate> begun = treatments.coursesFrom(clinic);
        Map<UUID, Patient> here = patients.of(clinic).stream()
                .collect(Collectors.toMap(Patient::id, Function.identity()));
        Map<String, Count> counts = new TreeMap<>();
        treatments.enrolments(clinic).forEach((patient, enrolment) -> {
            List<TreatmentGiven> own = present(
                    given.getOrDefault(patient, List.of()),
                    Optional.ofNullable(begun.get(patient)));
            Body body = body(person, Optional.ofNullable(here.get(patient)));
            List<Departure> departures = of(person, new Course(enrolment, body, own), reasons);
            String name = enrolment.protocol() + " " + enrolment.version();
            counts.merge(name, count(title(clinic, enrolment), own, departures), Departures::sum);
        });
        return List.copyOf(counts.values());
    }

    /// What was given in the present course; what came before was by another plan.
    private static List<TreatmentGiven> present(
            List<TreatmentGiven> given, Optional<LocalDate> courseFrom) {
        return given.stream()
                .filter(each ->
                        courseFrom.filter(begins -> each.on().isBefore(begins)).isEmpty())
                .toList();
    }

    /// Says why a plan was departed from. Answers what is wrong with that; empty where it is kept,
    /// now or when the same form came before.
    @Transactional
    public Optional<String> explain(Person person, UUID patientId, Said said) {
        if (audit.isKnown(said.command())) {
            return Optional.empty();
        }
        boolean isThere = of(person, patientId).stream()
                .anyMatch(each -> kind(each.deviation()).equals(said.kind())
                        && each.deviation().day() == said.on().toEpochDay());
        if (!isThere) {
            return Optional.of("There is no such departure (any more).");
        }
        if (said.reason().isBlank() || said.reason().length() > LONGEST_REASON) {
            return Optional.of("Say why, in up to " + LONGEST_REASON + " characters.");
        }
        Act act = Act.onPatient("deviation-explain", patientId);
        audit.take(said.command(), person.actor(), act);
        database.sql("""
                        insert into treatment.deviation_reason (id, clinic_id, patient_id, on_day,
                                                                kind, reason, at, actor_id)
                        values (:id, :clinic, :patient, :day, :kind, :reason, :at, :actor)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", person.clinicId())
                .param("patient", patientId)
                .param("day", said.on())
                .param("kind", said.kind())
                .param("reason", said.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", person.id())
                .update();
        audit.done(person.actor(), act);
        return Optional.empty();
    }

    /// Why something was done otherwise.
    ///
    /// @param on the day it is counted on
    /// @param kind as [#kind] calls it
    /// @param command the form as it was sent
    public record Said(LocalDate on, String kind, String reason, Command command) {}

    /// What is held against a protocol.
    private record Course(Enrolment enrolment, Body body, List<TreatmentGiven> given) {}

    private Body body(Person person, Optional<Patient> patient) {
        return patient.map(one -> one.body(Optional.empty(), person.today(clock)))
                .orElse(Body.UNKNOWN);
    }

    private List<Departure> of(Person person, Course course, Map<String, String> reasons) {
        Enrolment enrolment = course.enrolment();
        Optional<Protocol> protocol =
                protocols.find(person.clinicId(), enrolment.protocol(), enrolment.version());
        int today = (int) person.today(clock).toEpochDay();
        return protocol
                .map(rule -> Deviations.of(
                        rule,
                        course.body(),
                        course.given().stream().map(TreatmentGiven::what).toList(),
                        today))
                .orElse(List.of())
                .stream()
                .map(deviation -> new Departure(
                        deviation,
                        reasons.getOrDefault(
                                place(
                                        enrolment.patientId(),
                                        LocalDate.ofEpochDay(deviation.day()),
                                        kind(deviation)),
                                "")))
                .toList();
    }

    private Map<String, String> reasons(UUID clinic, Optional<UUID> patient) {
        Map<String, String> reasons = new TreeMap<>();
        database.sql("""
                        select patient_id, on_day, kind, reason from treatment.deviation_reason
                        where clinic_id = :clinic
                          and (cast(:patient as uuid) is null or patient_id = :patient)
                        order by number
                        """)
                .param("clinic", clinic)
                .param("patient", patient.orElse(null))
                .query((row, _) -> reasons.put(
                        place(
                                row.getObject("patient_id", UUID.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getString("kind")),
                        row.getString("reason")))
                .list();
        return reasons;
    }

    private static String place(UUID patient, LocalDate day, String kind) {
        return (patient + " " + day + " " + kind).toLowerCase(Locale.ROOT);
    }

    private String title(UUID clinic, Enrolment enrolment) {
        return protocols
                        .find(clinic, enrolment.protocol(), enrolment.version())
                        .map(Protocol::title)
                        .orElse(enrolment.protocol().value())
                + ", version " + enrolment.version();
    }

    private static Count count(
            String title, List<TreatmentGiven> given, List<Departure> departures) {
        Map<String, Integer> byKind = new TreeMap<>();
        departures.forEach(each -> byKind.merge(kind(each.deviation()), 1, Integer::sum));
        int unexplained = (int)
                departures.stream().filter(each -> each.reason().isEmpty()).count();
        return new Count(title, 1, given.size(), byKind, unexplained);
    }

    private static Count sum(Count one, Count other) {
        Map<String, Integer> byKind = new TreeMap<>(one.byKind());
        other.byKind().forEach((kind, times) -> byKind.merge(kind, times, Integer::sum));
        return new Count(
                one.protocol(),
                one.patients() + other.patients(),
                one.treatments() + other.treatments(),
                byKind,
                one.unexplained() + other.unexplained());
    }
}
