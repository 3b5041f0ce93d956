package org.evenkeel.exchange.fhir;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Place;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.exchange.fhir.ProtocolFhir.Status;

import tools.jackson.core.JacksonException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a protocol and holds every element against what its content file says.
///
/// @param fhir how protocols are written and content files read
/// @param place the file
record ProtocolReading(ProtocolFhir fhir, Place place) {
    private static final String PLAN = "PlanDefinition";
    private static final String JSON =
            "one FHIR R4 resource in JSON: a PlanDefinition, or a Bundle of type collection";

    Reading read(byte[] bytes) {
        if (bytes.length > ProtocolFhir.MAX_BYTES) {
            return refused(place.problem(
                    "a larger file", "a file of " + ProtocolFhir.MAX_BYTES + " bytes at most"));
        }
        try {
            return resource(Json.read(bytes));
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            return refused(new Problem(
                    place.file(), Math.max(0, line), "", "what is not JSON or no resource", JSON));
        }
    }

    private Reading resource(Map<String, Object> resource) {
        Object type = resource.getOrDefault("resourceType", "");
        if (type.equals(PLAN)) {
            return plan(resource, resource, PLAN, Form.PLAN_DEFINITION);
        }
        if (!type.equals("Bundle")) {
            return refused(place.at("resourceType").problem(type.toString(), JSON));
        }
        List<Map<String, Object>> plans = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<Map<String, Object>> entries =
                TreeDifference.objects(resource.getOrDefault("entry", List.of()));
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).get("resource") instanceof Map<?, ?> found
                    && PLAN.equals(found.get("resourceType"))) {
                plans.add(TreeDifference.cast(found));
                paths.add("Bundle.entry[" + i + "].resource");
            }
        }
        return plans.size() == 1
                ? plan(resource, plans.getFirst(), paths.getFirst(), Form.BUNDLE)
                : refused(place.at("Bundle.entry")
                        .problem(plans.size() + " of type " + PLAN, "one PlanDefinition"));
    }

    private Reading plan(
            Map<String, Object> whole, Map<String, Object> plan, String path, Form form) {
        Optional<String> content = content(plan);
        if (content.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            problems.add(place.at(path + ".extension")
                    .problem(
                            "",
                            "the extension " + ProtocolFhir.CONTENT + ": FHIR has no elements for "
                                    + "the tag and source of each figure and for the rules that "
                                    + "hold a dose, and none are made up"));
            new TreeDifference(place).unknown(plan, path, problems);
            return new Reading.Refused(problems);
        }
        return switch (fhir.reader().read(content.get())) {
            case Reading.Read(Protocol protocol) -> {
                Status status = Status.of(plan.getOrDefault("status", ""));
                List<Problem> differences = new TreeDifference(place)
                        .between(whole, fhir.tree(protocol, form, status).members());
                yield differences.isEmpty()
                        ? new Reading.Read(protocol)
                        : new Reading.Refused(differences);
            }
            case Reading.Refused refused -> refused;
        };
    }

    private static Optional<String> content(Map<String, Object> plan) {
        return TreeDifference.objects(plan.getOrDefault("extension", List.of())).stream()
                .filter(extension -> ProtocolFhir.CONTENT.equals(extension.get("url")))
                .map(extension -> extension.get("valueString"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private static Reading refused(Problem problem) {
        return new Reading.Refused(List.of(problem));
    }
}
