package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the resources of all files say, until the last one is read and references can be followed.
final class FhirDraft {
    static final Set<String> WANTED = Set.of(
            "Patient",
            "Observation",
            "QuestionnaireResponse",
            "Medication",
            "MedicationAdministration");
    private static final int TYPES_NAMED = 100;

    /// What a resource says of a patient.
    private sealed interface Fact {
        /// The reference to the patient.
        String subject();

        Place place();

        record Rated(String subject, Rating rating, Place place) implements Fact {}

        record Given(String subject, Administration administration, Place place) implements Fact {}
    }

    private final FhirPatients patients;
    private final Witness witness;
    private final FhirScores scores;
    private final FhirResponses responses;
    private final FhirAdministrations administrations;
    private final FhirMedicines medicines = new FhirMedicines();
    private final List<ResourceStream.Resource> waiting = new ArrayList<>();
    private final Findings findings;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, Integer> unused = new TreeMap<>();

    FhirDraft(Instrument instrument, ZoneId zone, Witness witness, Findings findings) {
        patients = new FhirPatients(witness);
        this.witness = witness;
        var dates = new FhirDates(zone);
        scores = new FhirScores(instrument, dates);
        responses = new FhirResponses(instrument, dates);
        administrations = new FhirAdministrations(dates);
        this.findings = findings;
    }

    /// Takes one resource.
    void add(ResourceStream.Resource resource) {
        Element element = resource.element();
        switch (resource.type()) {
            case "Patient" -> patients.add(resource);
            case "Observation" ->
                scores.rating(element).ifPresent(rating -> addRating(resource, rating));
            case "QuestionnaireResponse" ->
                responses.rating(element).ifPresent(rating -> addRating(resource, rating));
            case "Medication" -> medicines.add(resource);
            case "MedicationAdministration" ->
                medicines
                        .find(element)
                        .ifPresentOrElse(
                                medicine -> addGiven(resource, medicine),
                                () -> waiting.add(FhirAdministrations.withoutRest(resource)));
            default -> countUnused(resource.type());
        }
    }

    /// Follows all references.
    CohortDraft finish(String input) {
        waiting.forEach(resource -> addGiven(resource, medicines.settle(resource.element())));
        if (patients.isEmpty() && !findings.any()) {
            findings.add(Problem.ofFile(input, "no Patient", "at least one Patient resource"));
        }
        if (!unused.isEmpty()) {
            findings.note(
                    input,
                    "resources not used: "
                            + unused.entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        var draft = new CohortDraft(witness);
        patients.addTo(draft);
        facts.values().forEach(fact -> addTo(draft, fact));
        return draft;
    }

    private void addTo(CohortDraft draft, Fact fact) {
        Optional<String> patient = patients.resolve(fact.subject());
        if (patient.isEmpty()) {
            findings.add(fact.place()
                    .at("subject")
                    .problem("a reference to no Patient", "a reference to a Patient of the input"));
            return;
        }
        switch (fact) {
            case Fact.Rated rated -> draft.add(patient.get(), rated.rating, rated.place);
            case Fact.Given given -> draft.add(patient.get(), given.administration, given.place);
        }
    }

    private void addRating(ResourceStream.Resource resource, Rating rating) {
        Element element = resource.element();
        subject(element)
                .ifPresent(subject ->
                        addFact(resource, new Fact.Rated(subject, rating, element.place())));
    }

    private void addGiven(ResourceStream.Resource resource, Medicine medicine) {
        Element element = resource.element();
        administrations
                .administration(element, medicine)
                .ifPresent(given -> subject(element)
                        .ifPresent(subject -> addFact(
                                resource, new Fact.Given(subject, given, element.place()))));
    }

    /// The same resource may come twice, in two Bundles for example; then it counts once.
    private void addFact(ResourceStream.Resource resource, Fact fact) {
        Place place = fact.place();
        String id = resource.element()
                .text("id")
                .or(resource::fullUrl)
                .orElseGet(() -> "#" + facts.size());
        Fact before = facts.putIfAbsent(resource.type() + "/" + id, fact);
        if (before != null && !isSame(before, fact)) {
            findings.add(place.at("id")
                    .problem("an id used before", "one resource an id, as on " + before.place()));
        }
    }

    private static boolean isSame(Fact a, Fact b) {
        return switch (a) {
            case Fact.Rated one ->
                b instanceof Fact.Rated other
                        && one.rating.equals(other.rating)
                        && one.subject.equals(other.subject);
            case Fact.Given one ->
                b instanceof Fact.Given other
                        && one.administration.equals(other.administration)
                        && one.subject.equals(other.subject);
        };
    }

    /// The subject's reference, the same object for equal ones: there are few, said often.
    private Optional<String> subject(Element resource) {
        Optional<String> reference =
                resource.child("subject").flatMap(subject -> subject.text("reference"));
        if (reference.isEmpty()) {
            findings.add(resource.at("subject.reference")
                    .problem("", "a reference to a Patient of the input"));
        }
        return reference.map(text -> references.computeIfAbsent(text, same -> same));
    }

    private void countUnused(String type) {
        String name = Cells.printable(type, Problem.VALUE_LENGTH);
        boolean named = unused.containsKey(name) || unused.size() < TYPES_NAMED;
        unused.merge(named ? name : "others", 1, Integer::sum);
    }
}
