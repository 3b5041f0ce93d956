package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.fhir.Plan.Step;
import org.evenkeel.clinic.patient.Identified;
import org.evenkeel.clinic.patient.Identifier;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares an upload with what the clinic holds.
@Component
class Planner {
    private final Patients patients;
    private final Responses responses;
    private final Treatments treatments;
    private final ClinicContent content;
    private final Protocols protocols;
    private final InstantSource clock;

    Planner(
            Patients patients,
            Responses responses,
            Treatments treatments,
            ClinicContent content,
            Protocols protocols,
            InstantSource clock) {
        this.patients = patients;
        this.responses = responses;
        this.treatments = treatments;
        this.content = content;
        this.protocols = protocols;
        this.clock = clock;
    }

    /// The plan at this moment.
    @Transactional(propagation = Propagation.MANDATORY)
    public Plan plan(Person person, Upload upload, Protocol protocol) {
        return plan(person, upload, protocol, matches(person, upload));
    }

    /// The plan with its patients kept from changing until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Plan planAndLock(Person person, Upload upload, Protocol protocol) {
        Map<String, Set<UUID>> matches = matches(person, upload);
        Set<UUID> inOrder = new TreeSet<>();
        matches.values().forEach(inOrder::addAll);
        inOrder.forEach(id -> patients.lock(person.clinicId(), id));
        return plan(person, upload, protocol, matches);
    }

    private Plan plan(
            Person person, Upload upload, Protocol protocol, Map<String, Set<UUID>> matches) {
        UUID clinic = person.clinicId();
        Map<UUID, Patient> here = patients.of(clinic).stream()
                .collect(Collectors.toMap(Patient::id, Function.identity()));
        Map<UUID, List<Response>> answered = responses.of(clinic, ClinicContent.FORECAST_BY);
        Map<UUID, List<TreatmentGiven>> given = treatments.of(clinic);
        var problems = new Problems.Draft();
        var rules = new RowRules(
                new RowRules.Known(content, protocols.published(person.clinicId())),
                protocol,
                person.today(clock),
                problems);
        Map<UUID, FilePatient> taken = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (FilePatient from : upload.patients()) {
            Set<UUID> found = matches.getOrDefault(from.key(), Set.of());
            Optional<Patient> existing =
                    found.stream().findFirst().flatMap(id -> Optional.ofNullable(here.get(id)));
            if (found.size() > 1) {
                problems.add(from.first()
                        .problem(
                                "identifiers of two patients of this clinic",
                                "identifiers of one patient"));
            }
            existing.ifPresent(patient -> {
                if (taken.putIfAbsent(patient.id(), from) != null) {
                    problems.add(from.first()
                            .problem(
                                    "a patient of this clinic who is in the file already",
                                    "each patient once"));
                }
                rules.samePerson(from, patient);
            });
            UUID id = existing.map(Patient::id).orElse(clinic);
            steps.add(new Step(
                    from,
                    existing,
                    rules.newRatings(from, answered.getOrDefault(id, List.of())),
                    rules.newTreatments(from, existing, given.getOrDefault(id, List.of()))));
        }
        return new Plan(protocol, steps, problems.finish());
    }

    /// The patients of the clinic that each patient of the file may be.
    private Map<String, Set<UUID>> matches(Person person, Upload upload) {
        Map<Identifier, UUID> known = patients.identified(person.clinicId()).stream()
                .collect(Collectors.toMap(Identified::identifier, Identified::patientId));
        Map<String, Set<UUID>> matches = new HashMap<>();
        for (FilePatient from : upload.patients()) {
            Set<UUID> found = new HashSet<>();
            for (Identifier identifier : from.identifiers()) {
                Optional.ofNullable(known.get(identifier))
                        .or(() -> ours(person, identifier))
                        .ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                matches.put(from.key(), found);
            }
        }
        return matches;
    }

    /// The patient whose own id here is the key; our export writes that.
    private Optional<UUID> ours(Person person, Identifier identifier) {
        String key = identifier.value();
        if (!identifier.system().equals(FilePatient.KEY_SYSTEM)
                || !key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return patients.find(person.clinicId(), UUID.fromString(key)).map(Patient::id);
    }
}
