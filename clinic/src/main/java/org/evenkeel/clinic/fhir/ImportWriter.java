package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Identified;
import org.evenkeel.clinic.patient.Identifier;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.instrument.Instrument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Writes a plan in the caller's transaction.
@Component
class ImportWriter {
    private final Patients patients;
    private final Responses responses;
    private final Treatments treatments;
    private final ClinicContent content;
    private final Audit audit;

    ImportWriter(
            Patients patients,
            Responses responses,
            Treatments treatments,
            ClinicContent content,
            Audit audit) {
        this.patients = patients;
        this.responses = responses;
        this.treatments = treatments;
        this.content = content;
        this.audit = audit;
    }

    private static final class Rows {
        private final List<Patient> patients = new ArrayList<>();
        private final List<Identified> identifiers = new ArrayList<>();
        private final List<Enrolment> enrolments = new ArrayList<>();
        private final List<Response> responses = new ArrayList<>();
        private final List<TreatmentGiven> given = new ArrayList<>();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Person person, Plan plan) {
        Rows rows = new Rows();
        List<UUID> touched = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            if (!step.changesNothing()) {
                Patient patient =
                        step.existing().orElseGet(() -> register(person, plan, step, rows));
                add(step, patient, rows);
                touched.add(patient.id());
            }
        }
        Actor actor = person.actor();
        patients.register(rows.patients);
        patients.identify(rows.identifiers);
        treatments.enrol(actor, rows.enrolments);
        responses.append(actor, rows.responses);
        treatments.append(actor, rows.given);
        touched.forEach(id -> audit.done(actor, Act.onPatient("patient-import", id)));
    }

    private static Patient register(Person person, Plan plan, Plan.Step step, Rows rows) {
        Patient patient = NewPatients.patient(step.from(), person.clinicId());
        rows.patients.add(patient);
        for (Identifier identifier : step.from().identifiers()) {
            rows.identifiers.add(new Identified(person.clinicId(), patient.id(), identifier));
        }
        rows.enrolments.add(new Enrolment(
                patient.id(), plan.protocol().id(), plan.protocol().version(), firstDay(step)));
        return patient;
    }

    private void add(Plan.Step step, Patient patient, Rows rows) {
        Instrument instrument = content.forecastInstrument();
        step.ratings()
                .forEach(rating -> rows.responses.add(new Response(
                        patient.id(),
                        instrument.id(),
                        instrument.version(),
                        LocalDate.ofEpochDay(rating.day()),
                        rating,
                        List.of())));
        step.given()
                .forEach(given -> rows.given.add(new TreatmentGiven(
                        patient.id(), LocalDate.ofEpochDay(given.day()), given, Optional.empty())));
    }

    private static LocalDate firstDay(Plan.Step step) {
        return Stream.concat(
                        step.ratings().stream().map(rating -> rating.day()),
                        step.given().stream().map(given -> given.day()))
                .min(Integer::compare)
                .map(LocalDate::ofEpochDay)
                .orElseThrow();
    }
}
