package org.evenkeel.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Statuses, codings and texts of FHIR resources.
final class FhirCodes {
    private static final Set<String> UNFINISHED = Set.of(
            "entered-in-error",
            "not-done",
            "in-progress",
            "on-hold",
            "stopped",
            "unknown",
            "registered",
            "preliminary",
            "cancelled");

    private FhirCodes() {}

    /// Whether the resource's status says that it holds; counts it where it does not.
    static boolean isFinished(Element resource, Set<String> finished) {
        Optional<String> status = resource.requiredText("status");
        if (status.isEmpty() || finished.contains(status.get())) {
            return status.isPresent();
        }
        String shown = UNFINISHED.contains(status.get()) ? status.get() : "of another kind";
        resource.count(type(resource) + "s left out, status " + shown);
        return false;
    }

    /// Whether a CodeableConcept has a code of a system.
    static boolean has(Element concept, String system, String code) {
        return codes(concept, system).anyMatch(code::equals);
    }

    /// The codes of a system in a CodeableConcept.
    static Stream<String> codes(Element concept, String system) {
        return concept.children("coding").stream()
                .filter(coding -> coding.text("system").equals(Optional.of(system)))
                .flatMap(coding -> coding.text("code").stream());
    }

    /// The words of a CodeableConcept: its text, and what its codings display.
    static Stream<String> words(Element concept) {
        return Stream.concat(
                concept.text("text").stream(),
                concept.children("coding").stream()
                        .flatMap(coding -> coding.text("display").stream()));
    }

    private static String type(Element resource) {
        String path = resource.place().path();
        return path.substring(path.lastIndexOf(' ') + 1);
    }
}
