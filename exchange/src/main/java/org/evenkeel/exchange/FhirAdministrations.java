package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Treatments from MedicationAdministrations of ketamine and esketamine.
final class FhirAdministrations {
    /// Extensions of a dosage that our own export writes, as Quantities.
    static final String WEIGHT_EXTENSION = "urn:evenkeel:dosing-weight";
    static final String PER_KG_EXTENSION = "urn:evenkeel:dose-per-kg";
    static final String MG = "mg";
    static final String MG_PER_KG = "mg/kg";
    static final String KG = "kg";
    private static final Terminology TERMS = Terminology.SHIPPED;

    private static final String COMPLETED = "completed";
    private static final Set<String> BEGUN = Set.of("in-progress", "on-hold", "stopped");
    private static final Set<String> NOT_GIVEN = Set.of("not-done", "entered-in-error");
    private static final Set<String> READ = Set.of(
            "id",
            "status",
            "subject",
            "medicationReference",
            "effectiveDateTime",
            "effectivePeriod",
            "effectiveInstant",
            "dosage");
    private static final String STATUSES = "a status that tells whether it was given: completed,"
            + " in-progress, on-hold, stopped, not-done or entered-in-error";
    private static final String ONE_DRUG = "words that name either ketamine or esketamine";
    private static final String A_DRUG =
            "the drug as a concept, or a reference to a Medication of the input";

    private final FhirDates dates;

    FhirAdministrations(FhirDates dates) {
        this.dates = dates;
    }

    /// The resource with only what is read of it: it is kept until its Medication comes.
    static ResourceStream.Resource withoutRest(ResourceStream.Resource resource) {
        Element element = resource.element();
        Map<String, Object> members = new HashMap<>(element.members());
        members.keySet().retainAll(READ);
        return new ResourceStream.Resource(
                resource.type(),
                resource.fullUrl(),
                new Element(members, element.place(), element.findings()));
    }

    /// The treatment of a MedicationAdministration; empty where it is none of ours, or has a
    /// problem.
    Optional<Administration> administration(Element resource, Medicine medicine) {
        switch (medicine) {
            case Medicine.Ours ours -> {
                return isGiven(resource) ? administration(resource, ours) : Optional.empty();
            }
            case Medicine.Other _ ->
                resource.count("MedicationAdministrations of other drugs left out");
            case Medicine.Unnamed _ ->
                resource.count("MedicationAdministrations left out, the drug is not named in them");
            case Medicine.Unclear(String words) -> unclear(resource, words, ONE_DRUG);
            case Medicine.Nowhere(String reference) -> unclear(resource, reference, A_DRUG);
        }
        return Optional.empty();
    }

    /// What may have been ketamine is no treatment of another drug.
    private static void unclear(Element resource, String value, String allowed) {
        String concept = "medicationCodeableConcept";
        if (isGiven(resource)) {
            Place place = resource.at(resource.has(concept) ? concept : "medicationReference");
            resource.findings().add(place.problem(value, allowed));
        }
    }

    /// Whether some of the drug was given. A status that does not tell is a problem: to take it for
    /// no treatment would bring the next one forward or put it off.
    private static boolean isGiven(Element resource) {
        Optional<String> status = resource.requiredText("status");
        if (status.isEmpty()) {
            return false;
        }
        if (status.get().equals(COMPLETED) || BEGUN.contains(status.get())) {
            return true;
        }
        if (NOT_GIVEN.contains(status.get())) {
            resource.count("MedicationAdministrations left out, status " + status.get());
        } else {
            resource.findings().add(resource.at("status").problem(status.get(), STATUSES));
        }
        return false;
    }

    private Optional<Administration> administration(Element resource, Medicine.Ours medicine) {
        OptionalInt day = dates.effective(resource);
        Optional<Element> dosage = resource.child("dosage");
        Route route = route(resource, dosage, medicine);
        Doses doses = given(resource, dosage);
        return day.isEmpty()
                ? Optional.empty()
                : Optional.of(new Administration(
                        day.getAsInt(),
                        medicine.drug(),
                        route,
                        doses.dose.map(Mg::new),
                        doses.weight.map(Kg::new),
                        doses.perKg.map(MgPerKg::new)));
    }

    /// How much was given. Of a treatment that did not reach its end, what was meant is not it.
    private static Doses given(Element resource, Optional<Element> dosage) {
        if (!resource.text("status").equals(Optional.of(COMPLETED))) {
            resource.count("treatments not given to the end, read as of unknown dose");
            return Doses.NONE;
        }
        Doses doses = dosage.map(FhirAdministrations::doses).orElse(Doses.NONE);
        if (doses.dose.isEmpty() && doses.perKg.isEmpty()) {
            resource.count("treatments without a dose in mg or mg/kg, read as of unknown dose");
        }
        return doses;
    }

    /// The route: by code, then by the words of the route, the dosage and the drug. Where nothing
    /// names one it is the usual one of the drug, and a note says so.
    private static Route route(Element resource, Optional<Element> dosage, Medicine.Ours medicine) {
        Optional<Element> concept = dosage.flatMap(one -> one.child("route"));
        Optional<Route> route = concept.stream()
                .flatMap(one -> FhirCodes.codes(one, TERMS.snomed()))
                .flatMap(code -> TERMS.route(code).stream())
                .findFirst();
        if (route.isPresent()) {
            return route.get();
        }
        Stream<String> words = Stream.concat(
                concept.stream().flatMap(FhirCodes::words),
                dosage.stream().flatMap(one -> one.text("text").stream()));
        return words.flatMap(text -> TERMS.routeIn(text).stream())
                .findFirst()
                .or(medicine::route)
                .orElseGet(() -> {
                    Route usual = switch (medicine.drug()) {
                        case KETAMINE -> Route.IV;
                        case ESKETAMINE -> Route.IN;
                    };
                    resource.count("treatments without a route, read as " + usual);
                    return usual;
                });
    }

    private record Doses(
            Optional<BigDecimal> dose, Optional<BigDecimal> weight, Optional<BigDecimal> perKg) {
        static final Doses NONE = new Doses(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Doses doses(Element dosage) {
        Optional<BigDecimal> weight = extension(dosage, WEIGHT_EXTENSION, KG, Amount.WEIGHT_KG);
        Optional<BigDecimal> perKg =
                extension(dosage, PER_KG_EXTENSION, MG_PER_KG, Amount.DOSE_MGKG);
        Optional<Element> quantity = dosage.child("dose");
        if (quantity.isEmpty()) {
            return new Doses(Optional.empty(), weight, perKg);
        }
        return switch (unit(quantity.get())) {
            case MG -> new Doses(amount(quantity.get(), Amount.DOSE_MG), weight, perKg);
            case MG_PER_KG ->
                new Doses(Optional.empty(), weight, amount(quantity.get(), Amount.DOSE_MGKG));
            case "" -> new Doses(Optional.empty(), weight, perKg);
            default -> {
                quantity.get()
                        .findings()
                        .add(quantity.get()
                                .at("unit")
                                .problem(unit(quantity.get()), "mg or mg/kg"));
                yield Doses.NONE;
            }
        };
    }

    private static Optional<BigDecimal> extension(
            Element dosage, String url, String unit, Amount amount) {
        return dosage.children("extension").stream()
                .filter(one -> one.text("url").equals(Optional.of(url)))
                .flatMap(one -> one.child("valueQuantity").stream())
                .filter(quantity -> unit(quantity).equals(unit))
                .flatMap(quantity -> amount(quantity, amount).stream())
                .findFirst();
    }

    /// The code of a unit, or its words where there is no code.
    private static String unit(Element quantity) {
        return quantity.text("code").or(() -> quantity.text("unit")).orElse("").strip();
    }

    private static Optional<BigDecimal> amount(Element quantity, Amount amount) {
        Optional<BigDecimal> value = quantity.number("value");
        if (value.isPresent() && !amount.allows(value.get())) {
            quantity.findings()
                    .add(quantity.at("value").problem(value.get().toString(), amount.allowed()));
            return Optional.empty();
        }
        return value.map(Cells::withoutExponent);
    }
}
