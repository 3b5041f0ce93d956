package org.evenkeel.exchange.fhir;

import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.WeightRule;
import org.evenkeel.core.units.Mg;
import org.evenkeel.exchange.Terminology;

import java.util.List;

/// What is given at a visit, as an ActivityDefinition.
///
/// @param protocol the protocol
record DoseTrees(Protocol protocol) {
    private static final Terminology TERMS = Terminology.SHIPPED;
    private static final String MG = "mg";
    private static final String MG_PER_KG = "mg/kg";

    Tree activityDefinition(Tree resource, ProtocolFhir.Status status) {
        Tree dosage = Tree.empty().put("text", words());
        protocol.minutes()
                .ifPresent(minutes -> dosage.put(
                        "timing",
                        Tree.empty()
                                .put(
                                        "repeat",
                                        Tree.empty()
                                                .put("duration", minutes.value())
                                                .put("durationUnit", "min"))));
        dosage.put(
                "route",
                Tree.concept(TERMS.snomed(), TERMS.code(protocol.route()))
                        .put("text", protocol.route().name()));
        dose(dosage);
        return resource.put("status", status.code())
                .put("kind", "MedicationRequest")
                .put(
                        "productCodeableConcept",
                        Tree.concept(TERMS.rxnorm(), TERMS.code(protocol.agent()))
                                .put("text", FactWords.of(protocol.agent())))
                .put("dosage", List.of(dosage));
    }

    private void dose(Tree dosage) {
        switch (protocol.dose()) {
            case ByWeight rule -> {
                Tree dose = Tree.quantity(rule.perKg().value().value(), MG_PER_KG);
                dosage.put("doseAndRate", List.of(Tree.empty().put("doseQuantity", dose)))
                        .put(
                                "maxDosePerAdministration",
                                Tree.quantity(rule.cap().value().value(), MG_PER_KG));
            }
            case Fixed rule -> {
                List<Mg> steps = rule.steps().value();
                Tree range = Tree.empty()
                        .put("low", Tree.quantity(steps.getFirst().value(), MG))
                        .put("high", Tree.quantity(steps.getLast().value(), MG));
                dosage.put("doseAndRate", List.of(Tree.empty().put("doseRange", range)));
            }
        }
    }

    private String words() {
        return switch (protocol.dose()) {
            case ByWeight rule ->
                rule.perKg().value().value() + " mg/kg of "
                        + weightWords(rule.weight()) + " body weight, at most "
                        + rule.cap().value().value() + " mg/kg"
                        + rule.most()
                                .map(most -> " and " + most.value().value() + " mg")
                                .orElse("")
                        + ", rounded to " + rule.roundTo().value().value() + " mg";
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
        return FactWords.joined(
                rule.steps().value().stream()
                        .map(step -> step.value().toPlainString())
                        .toList(),
                ", ");
    }
}
