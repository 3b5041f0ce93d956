package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
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

    private final FhirDates dates;

    FhirAdministrations(FhirDates dates) {
        this.dates = dates;
    }

    /// The treatment of a MedicationAdministration; empty where it is none of ours, or has a
    /// problem.
    Optional<Administration> administration(Element resource) {
        Optional<Drug> drug = drug(resource);
        if (drug.isEmpty()) {
            return Optional.empty();
        }
        if (!FhirCodes.isFinished(resource, Set.of("completed"))) {
            return Optional.empty();
        }
        OptionalInt day = dates.effective(resource);
        Optional<Element> dosage = resource.child("dosage");
        Route route = route(resource, dosage, drug.get());
        Doses doses = dosage.map(FhirAdministrations::doses).orElse(Doses.NONE);
        if (doses.dose.isEmpty() && doses.perKg.isEmpty()) {
            resource.count("treatments without a dose in mg or mg/kg, read as of unknown dose");
        }
        return day.isEmpty()
                ? Optional.empty()
                : Optional.of(new Administration(
                        day.getAsInt(),
                        drug.get(),
                        route,
                        doses.dose.map(Mg::new),
                        doses.weight.map(Kg::new),
                        doses.perKg.map(MgPerKg::new)));
    }

    private static Optional<Drug> drug(Element resource) {
        Optional<Element> concept = medication(resource);
        if (concept.isPresent()) {
            Optional<Drug> drug = FhirCodes.codes(concept.get(), TERMS.rxnorm())
                    .flatMap(code -> TERMS.drug(code).stream())
                    .findFirst()
                    .or(() -> first(FhirCodes.words(concept.get()), TERMS::drugIn));
            if (drug.isEmpty()) {
                resource.count("MedicationAdministrations of other drugs left out");
            }
            return drug;
        }
        Optional<Drug> drug = resource.child("medicationReference")
                .flatMap(reference -> reference.text("display"))
                .flatMap(TERMS::drugIn);
        if (drug.isEmpty()) {
            resource.count("MedicationAdministrations left out, the drug is not named in them");
        }
        return drug;
    }

    /// The medication's concept, in the resource or in a Medication contained in it.
    private static Optional<Element> medication(Element resource) {
        Optional<Element> concept = resource.child("medicationCodeableConcept");
        if (concept.isPresent()) {
            return concept;
        }
        String reference = resource.child("medicationReference")
                .flatMap(medication -> medication.text("reference"))
                .orElse("");
        return resource.children("contained").stream()
                .filter(one ->
                        one.text("id").map(id -> reference.equals("#" + id)).orElse(false))
                .findFirst()
                .flatMap(one -> one.child("code"));
    }

    /// The route: by code, then by the words of the route, the dosage and the drug. Where nothing
    /// names one it is the usual one of the drug, and a note says so.
    private static Route route(Element resource, Optional<Element> dosage, Drug drug) {
        Optional<Element> concept = dosage.flatMap(one -> one.child("route"));
        Optional<Route> route = concept.stream()
                .flatMap(one -> FhirCodes.codes(one, TERMS.snomed()))
                .flatMap(code -> TERMS.route(code).stream())
                .findFirst();
        if (route.isPresent()) {
            return route.get();
        }
        List<String> words = Stream.of(
                        concept.stream().flatMap(FhirCodes::words),
                        dosage.stream().flatMap(one -> one.text("text").stream()),
                        medication(resource).stream().flatMap(FhirCodes::words))
                .flatMap(all -> all)
                .toList();
        return first(words.stream(), TERMS::routeIn).orElseGet(() -> {
            Route usual = switch (drug) {
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

    private static <V> Optional<V> first(
            Stream<String> texts, Function<String, Optional<V>> named) {
        return texts.flatMap(text -> named.apply(text).stream()).findFirst();
    }
}
