package org.evenkeel.exchange;

import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.WeightRule;
import org.evenkeel.core.units.Cited;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Writes a protocol as a FHIR R4 PlanDefinition.
///
/// Each visit of a series is an action whose offset from the first visit is its window; what is
/// given stands once, as a contained ActivityDefinition. The evidence tag of a schedule is the
/// label of its citation.
public final class FhirPlan {
    private static final Terminology TERMS = Terminology.SHIPPED;
    private static final String CANONICAL = "urn:evenkeel:protocol:";
    private static final String PLAN_TYPE =
            "http://terminology.hl7.org/CodeSystem/plan-definition-type";
    private static final String TREATMENT = "treatment";
    private static final String DAY = "d";
    private static final String MINUTE = "min";
    private static final JsonFactory JSON_FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final FhirJson fhir;
    private final Protocol protocol;

    private FhirPlan(JsonGenerator json, Protocol protocol) {
        this.json = json;
        this.fhir = new FhirJson(json);
        this.protocol = protocol;
    }

    /// Writes the protocol; the writer stays open.
    public static void write(Protocol protocol, Writer out) throws IOException {
        try (JsonGenerator json = JSON_FACTORY.createGenerator(new Indented(), out)) {
            new FhirPlan(json, protocol).planDefinition();
            json.writeRaw("\n");
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
    }

    /// Indented, with the same line ends everywhere.
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }

    private void planDefinition() {
        String id = protocol.id().value();
        json.writeStartObject();
        fhir.text("resourceType", "PlanDefinition");
        fhir.text("id", id);
        json.writeArrayPropertyStart("contained");
        activityDefinition();
        json.writeEndArray();
        fhir.text("url", CANONICAL + id);
        fhir.text("version", protocol.version());
        fhir.text("name", computerName(id));
        fhir.text("title", protocol.title());
        fhir.concept("type", PLAN_TYPE, "clinical-protocol", "clinical protocol");
        fhir.text("status", "active");
        fhir.text("description", description());
        json.writeArrayPropertyStart("relatedArtifact");
        for (String source : protocol.sources()) {
            json.writeStartObject();
            fhir.text("type", "citation");
            fhir.text("citation", source);
            json.writeEndObject();
        }
        json.writeEndArray();
        actions();
        json.writeEndObject();
    }

    private String description() {
        StringBuilder words = new StringBuilder(protocol.indication())
                .append(", ")
                .append(protocol.labelStatus())
                .append(". Evidence: ")
                .append(protocol.evidence())
                .append('.');
        protocol.caveats().forEach(caveat -> words.append(' ').append(caveat));
        return words.toString();
    }

    private void actions() {
        json.writeArrayPropertyStart("action");
        int number = 0;
        for (Series series : protocol.series()) {
            startPhase(series.phase().name(), series.basis());
            json.writeArrayPropertyStart("action");
            for (int day : series.days()) {
                number++;
                visit(number, day, series);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        if (protocol.maintenance().isPresent()) {
            maintenance(protocol.maintenance().get(), number);
        }
        json.writeEndArray();
    }

    private void visit(int number, int day, Series series) {
        json.writeStartObject();
        fhir.text("id", visitId(number));
        fhir.text("title", "visit " + number + ", day " + day);
        if (day > 0) {
            int from = day - series.window().before().value();
            int to = day + series.window().after().value();
            after(visitId(1), from, to);
        }
        fhir.text("definitionCanonical", "#" + TREATMENT);
        json.writeEndObject();
    }

    private void maintenance(Maintenance maintenance, int lastVisit) {
        int from = maintenance.bounds().minimumDays().value();
        int to = maintenance.bounds().maximumDays().value();
        startPhase("MAINTENANCE", maintenance.basis());
        after(visitId(lastVisit), from, to);
        json.writeObjectPropertyStart("timingTiming");
        json.writeObjectPropertyStart("repeat");
        int period = maintenance.usual().map(Usual::days).map(Cited::value).orElse(from);
        json.writeNumberProperty("period", period);
        if (maintenance.usual().isEmpty()) {
            json.writeNumberProperty("periodMax", to);
        }
        fhir.text("periodUnit", DAY);
        json.writeEndObject();
        json.writeEndObject();
        fhir.text("definitionCanonical", "#" + TREATMENT);
        json.writeEndObject();
    }

    private void startPhase(String phase, Cited<String> basis) {
        json.writeStartObject();
        fhir.text("title", phase.toLowerCase(Locale.ROOT));
        fhir.text("description", basis.value());
        json.writeArrayPropertyStart("documentation");
        json.writeStartObject();
        fhir.text("type", "citation");
        fhir.text("label", basis.tag().name());
        fhir.text("citation", basis.source());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void after(String visit, int from, int to) {
        json.writeArrayPropertyStart("relatedAction");
        json.writeStartObject();
        fhir.text("actionId", visit);
        fhir.text("relationship", "after-start");
        json.writeObjectPropertyStart("offsetRange");
        fhir.quantity("low", BigDecimal.valueOf(from), DAY);
        fhir.quantity("high", BigDecimal.valueOf(to), DAY);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void activityDefinition() {
        json.writeStartObject();
        fhir.text("resourceType", "ActivityDefinition");
        fhir.text("id", TREATMENT);
        fhir.text("status", "active");
        fhir.text("kind", "MedicationRequest");
        String drug = protocol.agent().name().toLowerCase(Locale.ROOT);
        fhir.concept("productCodeableConcept", TERMS.rxnorm(), TERMS.code(protocol.agent()), drug);
        json.writeArrayPropertyStart("dosage");
        json.writeStartObject();
        fhir.text("text", dosageWords());
        protocol.minutes().ifPresent(minutes -> {
            json.writeObjectPropertyStart("timing");
            json.writeObjectPropertyStart("repeat");
            json.writeNumberProperty("duration", minutes.value());
            fhir.text("durationUnit", MINUTE);
            json.writeEndObject();
            json.writeEndObject();
        });
        fhir.concept(
                "route",
                TERMS.snomed(),
                TERMS.code(protocol.route()),
                protocol.route().name());
        dose();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void dose() {
        json.writeArrayPropertyStart("doseAndRate");
        json.writeStartObject();
        switch (protocol.dose()) {
            case ByWeight rule ->
                fhir.quantity(
                        "doseQuantity",
                        rule.perKg().value().value(),
                        FhirAdministrations.MG_PER_KG);
            case Fixed rule -> {
                json.writeObjectPropertyStart("doseRange");
                fhir.quantity(
                        "low", rule.steps().value().getFirst().value(), FhirAdministrations.MG);
                fhir.quantity(
                        "high", rule.steps().value().getLast().value(), FhirAdministrations.MG);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeEndArray();
        if (protocol.dose() instanceof ByWeight rule) {
            fhir.quantity(
                    "maxDosePerAdministration",
                    rule.cap().value().value(),
                    FhirAdministrations.MG_PER_KG);
        }
    }

    private String dosageWords() {
        return switch (protocol.dose()) {
            case ByWeight rule ->
                rule.perKg().value().value() + " mg/kg of "
                        + weightWords(rule.weight()) + " body weight, at most "
                        + rule.cap().value().value() + " mg/kg, rounded to "
                        + rule.roundTo().value().value() + " mg";
            case Fixed rule ->
                "first " + rule.first().value().value() + " mg"
                        + rule.older()
                                .map(older -> ", from " + older.from().value()
                                        + " years of age "
                                        + older.first().value().value() + " mg")
                                .orElse("")
                        + "; then one of " + steps(rule) + " mg by the prescriber";
        };
    }

    private static String weightWords(WeightRule rule) {
        return switch (rule) {
            case WeightRule.Actual _ -> "actual";
            case WeightRule.Ideal _ -> "ideal";
            case WeightRule.Capped capped ->
                "actual (at most " + capped.most().value().value() + " kg)";
        };
    }

    private static String steps(Fixed rule) {
        List<String> steps = rule.steps().value().stream()
                .map(step -> step.value().toPlainString())
                .toList();
        return String.join(", ", steps);
    }

    private static String visitId(int number) {
        return "visit-" + number;
    }

    /// FHIR wants a name that a program could use: letters and digits, a capital first.
    private static String computerName(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return name.toString();
    }
}
