package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A small clinic with people of every role, and a second one that is none of their business.
@TestComponent
@Lazy
final class WalkScene {
    private static final int PATIENTS = 8;
    private static final Pattern SHIPPED = Pattern.compile("href=\"(/protocols/[0-9a-f-]{36})\"");

    private final Visitors visitors;
    private final People people;
    private final OneUseLinks links;
    private final Courses courses;
    private final Patients patients;
    private final CareTeams teams;

    WalkScene(
            Visitors visitors,
            People people,
            OneUseLinks links,
            Courses courses,
            Patients patients,
            CareTeams teams) {
        this.visitors = visitors;
        this.people = people;
        this.links = links;
        this.courses = courses;
        this.patients = patients;
        this.teams = teams;
    }

    /// Who walks, and among whom.
    ///
    /// @param own patients of their clinic: first the walking patient, then two of everybody's
    ///     care team, last [#home()]
    /// @param home a patient of their clinic whose birth date is known
    /// @param stranger one of another clinic
    /// @param draft a protocol that their clinic writes
    record Cast(
            Clinic clinic,
            List<Person> people,
            List<UUID> own,
            Patient home,
            Patient stranger,
            UUID draft) {
        List<UUID> cared() {
            return own.subList(1, 3);
        }
    }

    Cast fresh() {
        OtherClinic clinics = new OtherClinic(visitors, people, links, courses);
        OtherClinic.Someone first = clinics.prescriber();
        Owner.giveSecondFactor(first.person().id());
        first.visitor().post("/limits", Visitor.hidden(first.visitor().get("/limits"), "/limits"));
        first.confirm(first.sendCsv(scores(), treatments()));
        Clinic clinic = first.person().clinic();
        List<UUID> own = new ArrayList<>(
                first.patients().stream().map(each -> each.patient().id()).toList());
        own.forEach(patient -> agreed(first.visitor(), patient));
        Patient home = born(clinic.id());
        own.add(home.id());
        List<Person> walkers = new ArrayList<>();
        for (Role role : Role.values()) {
            // Programs have no session to walk by; MachineTest looks at their marks.
            if (role == Role.MACHINE) {
                continue;
            }
            Person person = new Person(
                    UUID.randomUUID(),
                    "Wim Walker",
                    role,
                    clinic,
                    Optional.of(own.getFirst()).filter(_ -> role == Role.PATIENT));
            people.add(person);
            walkers.add(person);
        }
        Cast cast = new Cast(
                clinic,
                walkers,
                List.copyOf(own),
                home,
                born(clinics.prescriber().person().clinicId()),
                draft(first.visitor()));
        for (Person person : walkers) {
            Acting.inClinic(clinic.id())
                    .run(() -> teams.join(first.person().actor(), person.id(), cast.cared()));
        }
        return cast;
    }

    /// A copy of a protocol that ships.
    private static UUID draft(Visitor visitor) {
        Matcher shipped = SHIPPED.matcher(visitor.get("/protocols").body());
        if (!shipped.find()) {
            throw new IllegalStateException("no protocol in the library");
        }
        String path = shipped.group(1);
        String copy = path + "/copy";
        return TextFields.led(visitor.post(copy, Visitor.hidden(visitor.get(path), copy)));
    }

    /// Consent that held on all days that walkers enter treatments for.
    private static void agreed(Visitor visitor, UUID patient) {
        new ConsentFlow(visitor, "/patients/" + patient)
                .agree(ConsentFlow.text(ConsentFlow.IV).use());
        Owner.update(
                "update consent.consent set on_day = date '2026-01-10' where patient_id = ?",
                patient);
    }

    /// A fresh way in.
    String link(Person person) {
        return "/enter/" + links.issue(person.id());
    }

    private Patient born(UUID clinicId) {
        Patient patient = new Patient(
                UUID.randomUUID(),
                clinicId,
                new Patient.Name("Sol", "Sought-" + UUID.randomUUID()),
                Optional.of(LocalDate.of(1970, 1, 1)),
                Patient.Sex.UNKNOWN,
                Optional.empty());
        Acting.inClinic(clinicId).run(() -> patients.register(List.of(patient)));
        return patient;
    }

    private static String scores() {
        StringBuilder csv = new StringBuilder("patient,date,score\n");
        for (int patient = 0; patient < PATIENTS; patient++) {
            for (int week = 0; week < 6; week++) {
                csv.append("walk-" + patient + ","
                        + LocalDate.of(2026, 10, 1).plusDays(7L * week) + ","
                        + (18 - 2 * week - patient % 3 + patient / 4) + "\n");
            }
        }
        return csv.toString();
    }

    private static String treatments() {
        StringBuilder csv = new StringBuilder("patient,date,drug,route,dose_mgkg\n");
        for (int patient = 0; patient < PATIENTS; patient++) {
            for (int week = 0; week < 4; week++) {
                csv.append("walk-" + patient + "," + LocalDate.of(2026, 10, 3).plusDays(7L * week)
                        + ",ketamine,IV,0.5\n");
            }
        }
        return csv.toString();
    }
}
