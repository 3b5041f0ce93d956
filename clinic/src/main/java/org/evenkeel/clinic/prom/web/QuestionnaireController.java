package org.evenkeel.clinic.prom.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.RecordResponse;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Shows and takes the form for an answered questionnaire.
@Controller
class QuestionnaireController {
    private static final String PATH = "/patients/{id}/questionnaires/{instrument}";

    private final RecordResponse record;
    private final Patients patients;
    private final ClinicContent content;
    private final InstantSource clock;

    QuestionnaireController(
            RecordResponse record, Patients patients, ClinicContent content, InstantSource clock) {
        this.record = record;
        this.patients = patients;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Needs(
            value = Permission.RECORD_QUESTIONNAIRE,
            act = "questionnaire-form",
            of = Needs.Subject.PATIENT)
    View form(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @PathVariable String instrument) {
        FormState form = FormState.fresh(Map.of("day", person.today(clock).toString()));
        return Page.of("prom/questionnaire", page(person, id, questionnaire(instrument), form));
    }

    @PostMapping(PATH)
    @Needs(
            value = Permission.RECORD_QUESTIONNAIRE,
            act = "questionnaire-record",
            of = Needs.Subject.PATIENT)
    View save(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @PathVariable String instrument,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Instrument questionnaire = questionnaire(instrument);
        return record.from(form, questionnaire, person, id)
                ? new RedirectView("/patients/" + id)
                : Page.refused("prom/questionnaire", page(person, id, questionnaire, form));
    }

    private Instrument questionnaire(String id) {
        return content.questionnaires().stream()
                .filter(each -> each.id().equals(new InstrumentId(id)))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private QuestionnairePage page(Person person, UUID id, Instrument instrument, FormState form) {
        Patient patient = patients.find(person.clinicId(), id).orElseThrow(NotThere::new);
        return new QuestionnairePage(
                id,
                patient.name().full(),
                person.today(clock).toString(),
                instrument,
                content.questionnaires().stream()
                        .filter(each -> !each.id().equals(instrument.id()))
                        .toList(),
                form);
    }
}
