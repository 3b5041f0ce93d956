package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.Appointment;
import org.evenkeel.clinic.treatment.Appointments;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings together what the modules know about patients.
@Service
public class Courses {
    private final Patients patients;
    private final Treatments treatments;
    private final Appointments appointments;
    private final Responses responses;
    private final Decisions decisions;
    private final Agreements agreements;
    private final ConsentStandings consents;
    private final InstantSource clock;

    Courses(
            Patients patients,
            Treatments treatments,
            Appointments appointments,
            Responses responses,
            Decisions decisions,
            Agreements agreements,
            ConsentStandings consents,
            InstantSource clock) {
        this.patients = patients;
        this.treatments = treatments;
        this.appointments = appointments;
        this.responses = responses;
        this.decisions = decisions;
        this.agreements = agreements;
        this.consents = consents;
        this.clock = clock;
    }

    /// One patient of the person's clinic.
    @Transactional(readOnly = true)
    public Optional<Snapshot> of(Person person, UUID patientId) {
        UUID clinic = person.clinicId();
        return patients.find(clinic, patientId)
                .map(patient -> new Snapshot(
                        patient,
                        treatments
                                .enrolment(clinic, patientId)
                                .map(Enrolment::protocol)
                                .orElse(new ProtocolId(person.clinic().protocol())),
                        treatments
                                .enrolment(clinic, patientId)
                                .map(Enrolment::version)
                                .orElse(""),
                        treatments.courseFrom(clinic, patientId),
                        responses.of(clinic, patientId).stream()
                                .filter(response ->
                                        response.instrument().equals(ClinicContent.FORECAST_BY))
                                .toList(),
                        treatments.of(clinic, patientId),
                        appointments.next(clinic, patientId, person.today(clock)),
                        decisions.latest(clinic, patientId),
                        agreements.open(clinic, patientId)));
    }

    /// Those patients of the person's clinic who agree to be learned from. Every page or file that
    /// tells of many patients, other than to look after them, is made of these.
    @Transactional(readOnly = true)
    public List<Snapshot> forResearch(Person person) {
        Set<UUID> agreed = consents.forResearch(person.clinicId());
        return of(person).stream()
                .filter(each -> agreed.contains(each.patient().id()))
                .toList();
    }

    /// All patients of the person's clinic, by name.
    @Transactional(readOnly = true)
    public List<Snapshot> of(Person person) {
        UUID clinic = person.clinicId();
        LocalDate today = person.today(clock);
        Map<UUID, Enrolment> enrolments = treatments.enrolments(clinic);
        Map<UUID, LocalDate> begun = treatments.coursesFrom(clinic);
        Map<UUID, List<TreatmentGiven>> given = treatments.of(clinic);
        Map<UUID, List<Response>> answered = responses.of(clinic, ClinicContent.FORECAST_BY);
        Map<UUID, Decision> decided = decisions.latest(clinic);
        Map<UUID, Agreed> agreed = agreements.open(clinic);
        Map<UUID, Appointment> booked = appointments.from(clinic, today).stream()
                .collect(Collectors.toMap(
                        Appointment::patientId, Function.identity(), (sooner, _) -> sooner));
        ProtocolId usual = new ProtocolId(person.clinic().protocol());
        return patients.of(clinic).stream()
                .map(patient -> new Snapshot(
                        patient,
                        Optional.ofNullable(enrolments.get(patient.id()))
                                .map(Enrolment::protocol)
                                .orElse(usual),
                        Optional.ofNullable(enrolments.get(patient.id()))
                                .map(Enrolment::version)
                                .orElse(""),
                        Optional.ofNullable(begun.get(patient.id())),
                        answered.getOrDefault(patient.id(), List.of()),
                        given.getOrDefault(patient.id(), List.of()),
                        Optional.ofNullable(booked.get(patient.id())),
                        Optional.ofNullable(decided.get(patient.id())),
                        Optional.ofNullable(agreed.get(patient.id()))))
                .toList();
    }
}
