package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.treatment.Held;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Holds;
import org.evenkeel.clinic.treatment.RecordTreatment;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.treatment.web.TreatmentPage.Choice;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Route;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows and takes the form that records a treatment given.
@Controller
class TreatmentController {
    private final RecordTreatment record;
    private final Treatments treatments;
    private final Patients patients;
    private final Holds holds;
    private final InstantSource clock;

    TreatmentController(
            RecordTreatment record,
            Treatments treatments,
            Patients patients,
            Holds holds,
            InstantSource clock) {
        this.record = record;
        this.treatments = treatments;
        this.patients = patients;
        this.holds = holds;
        this.clock = clock;
    }

    @GetMapping("/patients/{id}/treatments/new")
    @Needs(value = Permission.RECORD_TREATMENT, act = "treatment-form", of = Needs.Subject.PATIENT)
    View form(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(name = "correct", defaultValue = "") String correct) {
        Map<String, String> values = correct.isEmpty()
                ? usual(person, id)
                : standing(person, id, correct)
                        .map(TreatmentController::values)
                        .orElseThrow(NotThere::new);
        return Page.of("treatment/treatment", page(person, id, FormState.fresh(values)));
    }

    @PostMapping("/patients/{id}/treatments")
    @Needs(
            value = Permission.RECORD_TREATMENT,
            act = "treatment-record",
            of = Needs.Subject.PATIENT)
    View save(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return record.from(form, person, id)
                ? new RedirectView("/patients/" + id)
                : Page.refused("treatment/treatment", page(person, id, form));
    }

    private TreatmentPage page(Person person, UUID id, FormState form) {
        Patient patient = patients.find(person.clinicId(), id).orElseThrow(NotThere::new);
        Optional<Recorded> corrected = standing(person, id, form.value(Correction.CORRECTS));
        LocalDate day = day(form, person.today(clock));
        // What is corrected on its own day was asked about when it was recorded.
        List<Hold> held =
                corrected.filter(each -> each.given().on().equals(day)).isPresent()
                        ? List.of()
                        : holds.of(person.clinicId(), id, day);
        return new TreatmentPage(
                id,
                patient.name().full(),
                record.protocolOf(person, id).title(),
                person.today(clock).toString(),
                Arrays.stream(Drug.values())
                        .map(drug -> new Choice(drug.name(), drug.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                Arrays.stream(Route.values())
                        .map(route -> new Choice(route.name(), route.name()))
                        .toList(),
                Held.of(id, held),
                Hold.seen(held),
                holds.answers(person.clinicId(), id).stream()
                        .map(each -> new TreatmentPage.Answer(
                                Words.day(each.on()), each.words(), each.reason()))
                        .toList(),
                corrected.map(each -> each.given().words()).orElse(""),
                form);
    }

    private Optional<Recorded> standing(Person person, UUID id, String row) {
        return treatments.standing(person.clinicId(), id).stream()
                .filter(each -> each.id().toString().equals(row))
                .findFirst();
    }

    /// What the fields of a correction start with.
    private static Map<String, String> values(Recorded recorded) {
        TreatmentGiven given = recorded.given();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Correction.CORRECTS, recorded.id().toString());
        values.put("day", given.on().toString());
        values.put("drug", given.what().drug().name());
        values.put("route", given.what().route().name());
        given.what().dose().ifPresent(dose -> values.put("dose", Words.amount(dose.value())));
        given.what().weight().ifPresent(kg -> values.put("weight", Words.amount(kg.value())));
        given.minutes().ifPresent(minutes -> values.put("minutes", minutes.toString()));
        return values;
    }

    private static LocalDate day(FormState form, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.value("day"));
            return FormState.canBeMeant(day) ? day : today;
        } catch (DateTimeParseException none) {
            return today;
        }
    }

    /// What the fields start with: today, the protocol's drug, route and length, and the weight of
    /// last time. The dose is always typed.
    private Map<String, String> usual(Person person, UUID id) {
        Protocol protocol = record.protocolOf(person, id);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("day", person.today(clock).toString());
        protocol.agent().drug().ifPresent(drug -> values.put("drug", drug.name()));
        values.put("route", protocol.route().name());
        protocol.minutes()
                .ifPresent(minutes -> values.put("minutes", minutes.value().toString()));
        List<TreatmentGiven> before = treatments.of(person.clinicId(), id);
        if (!before.isEmpty()) {
            before.getLast()
                    .what()
                    .weight()
                    .ifPresent(weight -> values.put("weight", Words.amount(weight.value())));
        }
        return values;
    }
}
