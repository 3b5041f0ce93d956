package org.evenkeel.clinic.prom.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.prom.RecordResponse;
import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.clinic.web.Correction;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows and takes the form for an answered questionnaire.
@Controller
class QuestionnaireController {
    private static final String PATH = "/patients/{id}/questionnaires/{instrument}";

    private final RecordResponse record;
    private final Responses responses;
    private final Patients patients;
    private final ClinicContent content;
    private final InstantSource clock;

    QuestionnaireController(
            RecordResponse record,
            Responses responses,
            Patients patients,
            ClinicContent content,
            InstantSource clock) {
        this.record = record;
        this.responses = responses;
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
            @PathVariable String instrument,
            @RequestParam(name = "correct", defaultValue = "") String correct) {
        Map<String, String> values = correct.isEmpty()
                ? Map.of("day", person.today(clock).toString())
                : standing(person, id, correct)
                        .filter(each -> each.response()
                                .instrument()
                                .equals(questionnaire(instrument).id()))
                        .map(each -> values(each, questionnaire(instrument)))
                        .orElseThrow(NotThere::new);
        return Page.of(
                "prom/questionnaire",
                page(person, id, questionnaire(instrument), FormState.fresh(values)));
    }

    private Optional<RecordedResponse> standing(Person person, UUID id, String row) {
        return responses.standing(person.clinicId(), id).stream()
                .filter(each -> each.id().toString().equals(row))
                .findFirst();
    }

    /// What the fields of a correction start with.
    private static Map<String, String> values(RecordedResponse recorded, Instrument instrument) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Correction.CORRECTS, recorded.id().toString());
        values.put("day", recorded.response().on().toString());
        List<Integer> answers = recorded.response().answers();
        for (int i = 0; i < Math.min(answers.size(), instrument.items().size()); i++) {
            int item = instrument.items().get(i).number();
            boolean risk =
                    instrument.riskItem().map(each -> each.number() == item).orElse(false);
            if (answers.get(i) != Response.UNANSWERED) {
                values.put(QuestionnairePage.field(item), answers.get(i).toString());
            } else if (risk) {
                values.put(QuestionnairePage.field(item), RecordResponse.NOT_ANSWERED);
            }
        }
        return values;
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
                standing(person, id, form.value(Correction.CORRECTS))
                        .map(each -> each.response().words())
                        .orElse(""),
                form);
    }
}
