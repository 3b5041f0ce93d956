package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.consent.DemoConsents;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Shadow;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.treatment.Appointments;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Fills an empty database with the demo and hands out links to it.
@Service
@ConditionalOnProperty("evenkeel.demo")
public class DemoClinic {
    private static final Map<Role, String> STAFF = Map.of(
            Role.PRESCRIBER, "Dr Robin Demo",
            Role.NURSE, "Noor Demo",
            Role.THERAPIST, "Theo Demo",
            Role.FRONT_DESK, "Fran Demo",
            Role.MANAGER, "Mika Demo",
            Role.RESEARCHER, "Rene Demo",
            Role.AUDITOR, "Ari Demo");

    private static final int PATIENTS = 150;
    private static final long SEED = 20_261_121;
    private static final int INFUSION_MINUTES = 40;
    private static final int BOOKED_EVERY = 4;
    private static final int TALKS_WITH_EVERY = 3;
    private static final int REHEARSED = 40;
    private static final int RENEWED_AGO = 90;
    private static final int NO_RESEARCH_EVERY = 25;
    private static final ProtocolId PROTOCOL = new ProtocolId("ketamine-iv.adaptive");

    private final People people;
    private final OneUseLinks links;
    private final CareTeams teams;
    private final Patients patients;
    private final Treatments treatments;
    private final Appointments appointments;
    private final Responses responses;
    private final DemoAgreements agreements;
    private final DemoConsents consents;
    private final DemoHistories histories;
    private final Shadow shadow;
    private final ClinicContent content;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    DemoClinic(
            People people,
            OneUseLinks links,
            CareTeams teams,
            Patients patients,
            Treatments treatments,
            Appointments appointments,
            Responses responses,
            DemoAgreements agreements,
            DemoConsents consents,
            DemoHistories histories,
            Shadow shadow,
            ClinicContent content,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.people = people;
        this.links = links;
        this.teams = teams;
        this.patients = patients;
        this.treatments = treatments;
        this.appointments = appointments;
        this.responses = responses;
        this.agreements = agreements;
        this.consents = consents;
        this.histories = histories;
        this.shadow = shadow;
        this.content = content;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A way in.
    ///
    /// @param role for whom
    /// @param token what the link carries
    public record Link(Role role, String token) {}

    /// Makes the clinic where there is none, whole or not at all, and a fresh link for each
    /// of its people.
    public List<Link> open() {
        if (people.all().isEmpty()) {
            Clinic clinic = clinic();
            Acting.inClinic(clinic.id())
                    .run(() -> transactions.executeWithoutResult(_ -> fill(clinic)));
        }
        return people.all().stream()
                .sorted(Comparator.comparing(Person::role))
                .map(person -> new Link(person.role(), links.issue(person.id())))
                .toList();
    }

    private Clinic clinic() {
        return new Clinic(
                UUID.randomUUID(),
                "Demo clinic",
                ZoneId.systemDefault(),
                PROTOCOL.value(),
                content.settings().riskLimit().value(),
                true);
    }

    private void fill(Clinic clinic) {
        people.add(clinic);
        STAFF.forEach((role, name) ->
                people.add(new Person(UUID.randomUUID(), name, role, clinic, Optional.empty())));
        List<Patient> made = fillWithPatients(clinic);
        Patient first = made.getFirst();
        people.add(new Person(
                UUID.randomUUID(),
                first.name().full(),
                Role.PATIENT,
                clinic,
                Optional.of(first.id())));
        Person prescriber = someone(Role.PRESCRIBER);
        teams.join(
                prescriber.actor(),
                someone(Role.THERAPIST).id(),
                IntStream.range(0, PATIENTS)
                        .filter(number -> number % TALKS_WITH_EVERY == 0)
                        .mapToObj(number -> made.get(number).id())
                        .toList());
        shadow.rehearse(prescriber, REHEARSED);
        shadow.sweep(prescriber);
    }

    private Person someone(Role role) {
        return people.all().stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private List<Patient> fillWithPatients(Clinic clinic) {
        Actor loader = new Actor(clinic.id(), clinic.id(), "demo");
        int today = (int) LocalDate.ofInstant(clock.instant(), clinic.zone()).toEpochDay();
        List<Patient> made = new ArrayList<>();
        List<Enrolment> enrolments = new ArrayList<>();
        List<Response> answered = new ArrayList<>();
        List<TreatmentGiven> given = new ArrayList<>();
        Map<UUID, LocalDate> booked = new LinkedHashMap<>();
        for (int number = 0; number < PATIENTS; number++) {
            Stories.Lived lived = Stories.tell(SEED, number, today);
            Patient patient = patient(clinic, number);
            made.add(patient);
            enrolments.add(enrolment(patient, lived));
            if (number % BOOKED_EVERY == 0 && lived.kind().runsSmoothly() && lived.next() > today) {
                booked.put(patient.id(), LocalDate.ofEpochDay(lived.next()));
            }
            lived.sheets().forEach(sheet -> answered.add(response(patient, sheet)));
            lived.given()
                    .forEach(each -> given.add(new TreatmentGiven(
                            patient.id(),
                            LocalDate.ofEpochDay(each.day()),
                            each,
                            Optional.of(INFUSION_MINUTES))));
        }
        patients.register(made);
        treatments.enrol(loader, enrolments);
        responses.append(loader, answered);
        treatments.append(loader, given);
        LocalDate from = LocalDate.ofEpochDay(today);
        booked.forEach((patient, day) -> appointments.book(loader, patient, day, from));
        agree(made, today);
        histories.tell(
                someone(Role.NURSE),
                someone(Role.PRESCRIBER),
                made,
                enrolments.stream()
                        .map(each -> new DemoHistories.Days(each.from(), agreedOn(each, from)))
                        .toList());
        consent(made, enrolments, from);
        return made;
    }

    private void agree(List<Patient> made, int today) {
        Person prescriber = someone(Role.PRESCRIBER);
        for (int number = 0; number < made.size(); number++) {
            UUID patient = made.get(number).id();
            agreements.agree(prescriber, patient, number, Stories.tell(SEED, number, today), today);
        }
    }

    /// Everybody agreed to be treated, when they came or at the yearly renewal since; most to
    /// research as well.
    private void consent(List<Patient> made, List<Enrolment> enrolments, LocalDate today) {
        List<DemoConsents.Agreed> agreed = new ArrayList<>();
        for (int number = 0; number < made.size(); number++) {
            agreed.add(new DemoConsents.Agreed(
                    made.get(number).id(),
                    made.get(number).name().full(),
                    agreedOn(enrolments.get(number), today),
                    number % NO_RESEARCH_EVERY == NO_RESEARCH_EVERY - 1
                            ? List.of(Choice.CARE)
                            : List.of(Choice.CARE, Choice.RESEARCH)));
        }
        Manner manner = Manner.of(content.protocol(PROTOCOL).orElseThrow()).orElseThrow();
        consents.agree(someone(Role.NURSE), manner, agreed);
    }

    private static LocalDate agreedOn(Enrolment enrolment, LocalDate today) {
        LocalDate renewed = today.minusDays(RENEWED_AGO);
        return enrolment.from().isBefore(renewed) ? renewed : enrolment.from();
    }

    private static Patient patient(Clinic clinic, int number) {
        RandomGenerator random = VirtualPatient.stream(SEED + 1, number);
        Patient.Sex sex = random.nextInt(100) < 62 ? Patient.Sex.FEMALE : Patient.Sex.MALE;
        return new Patient(
                UUID.randomUUID(),
                clinic.id(),
                Names.of(number),
                Optional.of(LocalDate.of(1955 + random.nextInt(50), 1 + random.nextInt(12), 15)),
                sex,
                Optional.of(BigDecimal.valueOf(155 + random.nextInt(35))));
    }

    private Enrolment enrolment(Patient patient, Stories.Lived lived) {
        return new Enrolment(
                patient.id(),
                PROTOCOL,
                content.protocol(PROTOCOL).orElseThrow().version(),
                LocalDate.ofEpochDay(lived.sheets().getFirst().day()));
    }

    private Response response(Patient patient, Stories.Sheet sheet) {
        return new Response(
                patient.id(),
                ClinicContent.FORECAST_BY,
                content.forecastInstrument().version(),
                LocalDate.ofEpochDay(sheet.day()),
                sheet.rating(),
                sheet.answers());
    }
}
