package org.evenkeel.exchange;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;

/// FHIR resources for tests, written short: single quotes stand for double ones.
final class Fhir {
    private Fhir() {}

    static final String PATIENT = "{'resourceType':'Patient','id':'a'}";

    /// A Bundle of resources, one a line, each with a `urn:uuid` that ends in its place.
    static String bundle(String... resources) {
        var entries = new StringBuilder();
        for (int i = 0; i < resources.length; i++) {
            entries.append(i == 0 ? "\n" : ",\n")
                    .append("{'fullUrl':'urn:uuid:" + i + "','resource':")
                    .append(resources[i])
                    .append("}");
        }
        return json("{'resourceType':'Bundle','type':'collection','entry':[" + entries + "]}");
    }

    static String ndjson(String... resources) {
        return json(Arrays.stream(resources).collect(Collectors.joining("\n")));
    }

    /// A final PHQ-9 total of patient `a`.
    static String total(String date, String value) {
        return "{'resourceType':'Observation','status':'final','subject':{'reference':'Patient/a'},"
                + "'code':{'coding':[{'system':'http://loinc.org','code':'44261-6'}]},"
                + "'effectiveDateTime':'" + date + "'," + value + "}";
    }

    static String total(String date, int value) {
        return total(date, "'valueQuantity':{'value':" + value + "}");
    }

    /// A completed administration to patient `a` with some members of its own.
    static String given(String members) {
        return "{'resourceType':'MedicationAdministration','status':'completed',"
                + "'subject':{'reference':'Patient/a'},'effectiveDateTime':'2026-01-05',"
                + members + "}";
    }

    static String rxnorm(String code) {
        return "'medicationCodeableConcept':{'coding':[{'system':"
                + "'http://www.nlm.nih.gov/research/umls/rxnorm','code':'" + code + "'}]}";
    }

    static String snomedRoute(String code) {
        return "'route':{'coding':[{'system':'http://snomed.info/sct','code':'" + code + "'}]}";
    }

    /// A completed PHQ-9 of patient `a`: answers as points or `-` for none, by item.
    static String response(String date, String answers, String more) {
        var items = new StringBuilder();
        for (int i = 0; i < answers.length(); i++) {
            if (answers.charAt(i) != '-') {
                String code = Instruments.PHQ9.items().get(i).code();
                items.append(items.isEmpty() ? "" : ",").append(item(code, "" + answers.charAt(i)));
            }
        }
        return "{'resourceType':'QuestionnaireResponse','status':'completed',"
                + "'subject':{'reference':'Patient/a'},'authored':'" + date + "','item':[" + items
                + more + "]}";
    }

    static String item(String code, String points) {
        return "{'linkId':'/" + code + "','answer':[{'valueInteger':" + points + "}]}";
    }

    static Reading read(String text) {
        return FhirCourses.read(Text.source("f.json", text), Instruments.PHQ9, ZoneOffset.UTC);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
