package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.treatment.Appointments;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The days booked: names and days, nothing of health.
@Controller
class AppointmentsController {
    private final Appointments appointments;
    private final Patients patients;
    private final InstantSource clock;

    AppointmentsController(Appointments appointments, Patients patients, InstantSource clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.clock = clock;
    }

    @GetMapping("/appointments")
    @Needs(
            value = Permission.SEE_APPOINTMENTS,
            act = "appointments-view",
            of = Needs.Subject.CLINIC)
    View appointments(@AuthenticationPrincipal Person person) {
        LocalDate today = person.today(clock);
        Map<UUID, Patient> byId = patients.of(person.clinicId()).stream()
                .collect(Collectors.toMap(Patient::id, Function.identity()));
        List<AppointmentsPage.Row> rows = appointments.from(person.clinicId(), today).stream()
                .filter(booked -> byId.containsKey(booked.patientId()))
                .map(booked -> new AppointmentsPage.Row(
                        Words.weekday(booked.on()),
                        Words.distance(today, booked.on()),
                        name(byId, booked.patientId())))
                .toList();
        return Page.of("forecasting/appointments", new AppointmentsPage(rows));
    }

    private static String name(Map<UUID, Patient> byId, UUID id) {
        Patient patient = byId.get(id);
        return patient == null ? "" : patient.name().listed();
    }
}
