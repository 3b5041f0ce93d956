package org.evenkeel.exchange;

import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The drugs of MedicationAdministrations, named in them or in a Medication they refer to.
final class FhirMedicines {
    private static final Terminology TERMS = Terminology.SHIPPED;
    private static final String REFERENCE = "medicationReference";
    private static final String TYPE = "Medication/";

    /// @param address the entry's `fullUrl` where that is no `urn:uuid`
    private record Known(Medicine medicine, Optional<String> address, Place place) {}

    private final Map<String, Known> byReference = new HashMap<>();

    /// Takes a Medication.
    void add(ResourceStream.Resource resource) {
        Element medication = resource.element();
        var known = new Known(
                inMedication(medication),
                resource.fullUrl().filter(url -> !url.startsWith("urn:uuid:")),
                medication.place());
        Stream.concat(
                        medication.text("id").map(id -> TYPE + id).stream(),
                        resource.fullUrl().stream())
                .flatMap(name -> Optional.ofNullable(byReference.putIfAbsent(name, known)).stream())
                .filter(before -> !before.medicine.equals(known.medicine))
                .findFirst()
                .ifPresent(before -> medication
                        .findings()
                        .add(known.place
                                .at("id")
                                .problem(
                                        "an id used before",
                                        "one resource an id, as on " + before.place)));
    }

    /// The drug of an administration; empty where it is in a Medication not read so far.
    Optional<Medicine> find(Element administration) {
        Optional<Element> concept = administration.child("medicationCodeableConcept");
        if (concept.isPresent()) {
            return concept.map(one -> medicine(List.of(one)));
        }
        String reference = reference(administration).orElse("");
        return (reference.startsWith("#")
                        ? contained(administration, reference)
                        : resolve(reference).map(Known::medicine))
                .map(found -> isOfUs(found)
                        ? found
                        : displayed(administration)
                                .filter(FhirMedicines::isOfUs)
                                .orElse(found));
    }

    /// A Medication may bear a code of a pharmacy's own, and only its reference say what it is.
    private static boolean isOfUs(Medicine medicine) {
        return medicine instanceof Medicine.Ours || medicine instanceof Medicine.Unclear;
    }

    private static Optional<Medicine> displayed(Element administration) {
        return administration
                .child(REFERENCE)
                .flatMap(reference -> reference.text("display"))
                .filter(display -> !display.isBlank())
                .map(display -> inWords(List.of(display)));
    }

    /// The drug of an administration when all Medications were read: where its reference leads
    /// nowhere, what the reference displays.
    Medicine settle(Element administration) {
        return find(administration)
                .or(() -> displayed(administration))
                .orElseGet(() -> new Medicine.Nowhere(reference(administration).orElse("")));
    }

    private static Optional<String> reference(Element administration) {
        return administration.child(REFERENCE).flatMap(one -> one.text("reference"));
    }

    private static Optional<Medicine> contained(Element administration, String reference) {
        return administration.children("contained").stream()
                .filter(one ->
                        one.text("id").map(id -> reference.equals("#" + id)).orElse(false))
                .findFirst()
                .map(FhirMedicines::inMedication);
    }

    /// Where Medications have addresses, an absolute reference to another address is another one.
    private Optional<Known> resolve(String reference) {
        String unversioned = reference.replaceFirst("/_history/[^/]*$", "");
        Known byWhole = byReference.get(unversioned);
        if (byWhole != null) {
            return Optional.of(byWhole);
        }
        int start = unversioned.lastIndexOf("/" + TYPE);
        return start < 0
                ? Optional.empty()
                : Optional.ofNullable(byReference.get(unversioned.substring(start + 1)))
                        .filter(known -> known.address.isEmpty());
    }

    /// By the code of a Medication and, for a product, by what is in it.
    private static Medicine inMedication(Element medication) {
        return medicine(Stream.concat(
                        medication.child("code").stream(),
                        medication.children("ingredient").stream()
                                .flatMap(one -> one.child("itemCodeableConcept").stream()))
                .toList());
    }

    private static Medicine medicine(List<Element> concepts) {
        List<String> words = concepts.stream().flatMap(FhirCodes::words).toList();
        return concepts.stream()
                .flatMap(concept -> FhirCodes.codes(concept, TERMS.rxnorm()))
                .flatMap(code -> TERMS.drug(code).stream())
                .findFirst()
                .<Medicine>map(drug -> ours(drug, words))
                .orElseGet(() -> inWords(words));
    }

    private static Medicine inWords(List<String> words) {
        Set<Drug> drugs = EnumSet.noneOf(Drug.class);
        words.forEach(text -> drugs.addAll(TERMS.drugsIn(text)));
        if (drugs.size() == 1) {
            return ours(drugs.iterator().next(), words);
        }
        if (drugs.size() > 1 || words.stream().anyMatch(DrugWords::isMentioned)) {
            return new Medicine.Unclear(String.join("; ", words));
        }
        return words.stream().allMatch(String::isBlank)
                ? new Medicine.Unnamed()
                : new Medicine.Other();
    }

    private static Medicine ours(Drug drug, List<String> words) {
        Optional<Route> route =
                words.stream().flatMap(text -> TERMS.routeIn(text).stream()).findFirst();
        return new Medicine.Ours(drug, route);
    }
}
