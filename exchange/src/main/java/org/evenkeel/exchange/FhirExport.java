package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.units.MgPerKg;
import org.evenkeel.core.units.Sex;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Writes courses as a FHIR R4 Bundle of type collection, which [FhirCourses] reads back unchanged.
///
/// The same cohort gives the same bytes: the ids follow from what they name.
public final class FhirExport {
    private static final Terminology TERMS = Terminology.SHIPPED;
    private static final String FHIR_ID = "[A-Za-z0-9.-]{1,64}";
    private static final String ABSENT =
            "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final JsonFactory JSON_FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final FhirJson fhir;
    private final Instrument instrument;

    private FhirExport(JsonGenerator json, Instrument instrument) {
        this.json = json;
        this.fhir = new FhirJson(json);
        this.instrument = instrument;
    }

    /// Writes a cohort whose days are calendar dates; the stream stays open.
    ///
    /// @param instrument the instrument of the cohort's ratings
    /// @throws IllegalArgumentException if the days are study days, which FHIR cannot say
    public static void write(Cohort cohort, Instrument instrument, OutputStream out)
            throws IOException {
        if (cohort.days() != DayKind.CALENDAR_DATE) {
            throw new IllegalArgumentException("FHIR needs calendar dates, got study days");
        }
        try (JsonGenerator json =
                JSON_FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new FhirExport(json, instrument).bundle(cohort);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void bundle(Cohort cohort) {
        json.writeStartObject();
        fhir.text("resourceType", "Bundle");
        fhir.text("type", "collection");
        json.writeArrayPropertyStart("entry");
        for (PatientCourse patient : cohort.patients()) {
            course(patient);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void course(PatientCourse patient) {
        UUID uuid = uuid("Patient/" + patient.patient());
        patient(patient, uuid);
        for (Rating rating : patient.course().ratings()) {
            if (rating.riskItem().isPresent() && hasRiskItem()) {
                response(rating, uuid);
            } else {
                observation(rating, uuid);
            }
        }
        List<Administration> administrations = patient.course().administrations();
        for (int i = 0; i < administrations.size(); i++) {
            administration(administrations.get(i), uuid, uuid(uuid + "/given/" + i));
        }
    }

    private void patient(PatientCourse patient, UUID uuid) {
        String key = patient.patient();
        boolean isId = key.matches(FHIR_ID);
        fhir.start("Patient", uuid, isId ? key : uuid.toString());
        if (!isId) {
            json.writeArrayPropertyStart("identifier");
            json.writeStartObject();
            fhir.text("system", FhirPatients.KEY_SYSTEM);
            fhir.text("value", key);
            json.writeEndObject();
            json.writeEndArray();
        }
        patient.covariates().ifPresent(known -> {
            known.sex().ifPresent(sex -> fhir.text("gender", gender(sex)));
            known.birthYear().ifPresent(year -> fhir.text("birthDate", Integer.toString(year)));
        });
        fhir.end();
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case FEMALE -> "female";
            case MALE -> "male";
        };
    }

    private boolean hasRiskItem() {
        return instrument.riskItem().isPresent() && !instrument.items().isEmpty();
    }

    private void observation(Rating rating, UUID patient) {
        startResource("Observation", uuid(patient + "/score/" + rating.day()));
        fhir.text("status", "final");
        fhir.concept(
                "code",
                FhirScores.totalSystem(instrument),
                FhirScores.totalCode(instrument),
                instrument.title());
        fhir.subject(patient);
        fhir.text("effectiveDateTime", date(rating.day()));
        fhir.quantity("valueQuantity", BigDecimal.valueOf(rating.score()), "{score}");
        fhir.end();
    }

    private void response(Rating rating, UUID patient) {
        int number = instrument.riskItem().orElseThrow().number();
        startResource("QuestionnaireResponse", uuid(patient + "/score/" + rating.day()));
        instrument
                .coding()
                .flatMap(Instrument.Coding::panel)
                .ifPresent(panel -> fhir.text("questionnaire", TERMS.loinc() + "/q/" + panel));
        fhir.text("status", "completed");
        fhir.subject(patient);
        fhir.text("authored", date(rating.day()));
        json.writeArrayPropertyStart("item");
        item(instrument.items().get(number - 1).code(), rating.riskItem().orElseThrow());
        item(FhirScores.totalCode(instrument), rating.score());
        json.writeEndArray();
        fhir.end();
    }

    private void item(String code, int answer) {
        json.writeStartObject();
        fhir.text("linkId", code);
        json.writeArrayPropertyStart("answer");
        json.writeStartObject();
        json.writeNumberProperty("valueInteger", answer);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void administration(Administration given, UUID patient, UUID uuid) {
        startResource("MedicationAdministration", uuid);
        fhir.text("status", "completed");
        fhir.concept(
                "medicationCodeableConcept",
                TERMS.rxnorm(),
                TERMS.code(given.drug()),
                given.drug().name().toLowerCase(Locale.ROOT));
        fhir.subject(patient);
        fhir.text("effectiveDateTime", date(given.day()));
        json.writeObjectPropertyStart("dosage");
        extensions(given);
        fhir.concept(
                "route",
                TERMS.snomed(),
                TERMS.code(given.route()),
                given.route().name());
        dose(given);
        json.writeEndObject();
        fhir.end();
    }

    /// FHIR's dosage has one dose; what else is known of it goes into extensions.
    private void extensions(Administration given) {
        Optional<BigDecimal> perKg = given.dosePerKg()
                .filter(stated -> given.dose().isPresent() && !follows(stated, given))
                .map(MgPerKg::value);
        if (perKg.isEmpty() && given.weight().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("extension");
        given.weight()
                .ifPresent(weight -> extension(
                        FhirAdministrations.WEIGHT_EXTENSION,
                        weight.value(),
                        FhirAdministrations.KG));
        perKg.ifPresent(value -> extension(
                FhirAdministrations.PER_KG_EXTENSION, value, FhirAdministrations.MG_PER_KG));
        json.writeEndArray();
    }

    private static boolean follows(MgPerKg stated, Administration given) {
        return given.weight().isPresent()
                && MgPerKg.of(given.dose().orElseThrow(), given.weight().get()).equals(stated);
    }

    private void extension(String url, BigDecimal value, String unit) {
        json.writeStartObject();
        fhir.text("url", url);
        fhir.quantity("valueQuantity", value, unit);
        json.writeEndObject();
    }

    private void dose(Administration given) {
        if (given.dose().isPresent()) {
            fhir.quantity("dose", given.dose().get().value(), FhirAdministrations.MG);
        } else if (given.dosePerKg().isPresent()) {
            fhir.quantity("dose", given.dosePerKg().get().value(), FhirAdministrations.MG_PER_KG);
        } else {
            json.writeObjectPropertyStart("dose");
            json.writeArrayPropertyStart("extension");
            json.writeStartObject();
            fhir.text("url", ABSENT);
            fhir.text("valueCode", "unknown");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void startResource(String type, UUID uuid) {
        fhir.start(type, uuid, uuid.toString());
    }

    private static String date(int day) {
        return DayKind.CALENDAR_DATE.print(day);
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
