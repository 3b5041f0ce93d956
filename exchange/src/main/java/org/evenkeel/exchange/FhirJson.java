package org.evenkeel.exchange;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.util.UUID;

/// The parts that several FHIR resources share, written one after the other.
///
/// @param json where they go
record FhirJson(JsonGenerator json) {
    /// An entry of a Bundle and the beginning of its resource; [#end] ends both.
    void start(String type, UUID uuid, String id) {
        json.writeStartObject();
        text("fullUrl", reference(uuid));
        json.writeObjectPropertyStart("resource");
        text("resourceType", type);
        text("id", id);
    }

    void end() {
        json.writeEndObject();
        json.writeEndObject();
    }

    void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    void subject(UUID patient) {
        json.writeObjectPropertyStart("subject");
        text("reference", reference(patient));
        json.writeEndObject();
    }

    /// A CodeableConcept of one coding.
    void concept(String name, String system, String code, String words) {
        json.writeObjectPropertyStart(name);
        json.writeArrayPropertyStart("coding");
        json.writeStartObject();
        text("system", system);
        text("code", code);
        json.writeEndObject();
        json.writeEndArray();
        text("text", words);
        json.writeEndObject();
    }

    /// A Quantity in a UCUM unit.
    void quantity(String name, BigDecimal value, String unit) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("value", value);
        text("unit", unit);
        text("system", Terminology.SHIPPED.ucum());
        text("code", unit);
        json.writeEndObject();
    }

    private static String reference(UUID uuid) {
        return "urn:uuid:" + uuid;
    }
}
