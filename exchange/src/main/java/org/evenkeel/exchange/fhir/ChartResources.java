package org.evenkeel.exchange.fhir;

import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Scored;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.cql.FactCodes.Coded;
import org.evenkeel.exchange.cql.FactCodes.Listed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One resource a fact.
///
/// @param codes what the facts are called
/// @param patient a Reference to whom they are of
record ChartResources(FactCodes codes, Tree patient) {
    private static final String CLINICAL =
            "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION =
            "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    static Tree patient(Chart chart) {
        return Tree.resource("Patient")
                .put("gender", chart.sex().map(FactCodes::word))
                .put("birthDate", chart.birth().map(LocalDate::toString));
    }

    Tree measured(Measured fact) {
        return observation(codes.quantity(fact.quantity()), fact.on())
                .put("valueQuantity", Tree.quantity(fact.value(), fact.unit()));
    }

    Tree scored(Scored fact) {
        return observation(codes.score(fact.instrument(), fact.item()), fact.on())
                .put("valueInteger", fact.value());
    }

    Tree answered(Answered fact) {
        return observation(List.of(new Coded(FactCodes.QUESTION, fact.question())), fact.on())
                .put("valueBoolean", fact.yes());
    }

    /// On its day the list was whole.
    Tree list(Listed listed, LocalDate on) {
        return Tree.resource("List")
                .put("status", "current")
                .put("mode", "snapshot")
                .put("code", Tree.concept(List.of(listed.code())))
                .put("subject", patient)
                .put("date", on.toString());
    }

    Tree diagnosed(Diagnosed fact) {
        List<Coded> specifiers =
                fact.specifiers().stream().sorted().map(FactCodes::specifier).toList();
        return Tree.resource("Condition")
                .put(
                        "clinicalStatus",
                        Tree.concept(CLINICAL, fact.until().isPresent() ? "resolved" : "active"))
                .put("verificationStatus", Tree.concept(VERIFICATION, "confirmed"))
                .put(
                        "category",
                        specifiers.isEmpty() ? List.of() : List.of(Tree.concept(specifiers)))
                .put("code", Tree.concept(FactCodes.icd(fact.code()), fact.code()))
                .put("subject", patient)
                .put("onsetDateTime", fact.on().toString())
                .put("abatementDateTime", fact.until().map(LocalDate::toString));
    }

    Tree taken(Taken fact) {
        return Tree.resource("MedicationStatement")
                .put("status", fact.until().isPresent() ? "completed" : "active")
                .put(
                        "medicationCodeableConcept",
                        Tree.concept(FactCodes.INGREDIENT, fact.ingredient()))
                .put("subject", patient)
                .put(
                        "effectivePeriod",
                        Tree.empty()
                                .put("start", fact.on().toString())
                                .put("end", fact.until().map(LocalDate::toString)));
    }

    /// A trial is an Observation of what was found out about it: a MedicationStatement has no
    /// place for what a medicine did, and would be read as a medicine that is taken.
    Tree tried(Tried fact) {
        List<Tree> parts = new ArrayList<>();
        parts.add(part("ingredient")
                .put(
                        "valueCodeableConcept",
                        Tree.concept(FactCodes.INGREDIENT, fact.ingredient())));
        fact.dailyMg()
                .ifPresent(mg -> parts.add(
                        part("daily-dose").put("valueQuantity", Tree.quantity(mg, "mg/d"))));
        fact.weeks()
                .ifPresent(weeks ->
                        parts.add(part("weeks").put("valueQuantity", Tree.quantity(weeks, "wk"))));
        if (fact.adherence() != Adherence.UNKNOWN) {
            parts.add(word("adherence", fact.adherence()));
        }
        if (fact.improvement() != Improvement.UNKNOWN) {
            parts.add(word("improvement", fact.improvement()));
        }
        parts.add(part("present-episode").put("valueBoolean", fact.episode()));
        parts.add(part("added").put("valueBoolean", fact.added()));
        return observation(List.of(new Coded(FactCodes.FACT, "antidepressant-trial")), fact.on())
                .put("component", parts);
    }

    Tree treated(Treated fact) {
        return Tree.resource("Procedure")
                .put("status", FactCodes.procedureStatus(fact.status()))
                .put("code", Tree.concept(FactCodes.TREATMENT, fact.treatment()))
                .put("subject", patient)
                .put("performedDateTime", fact.on().toString());
    }

    private Tree observation(List<Coded> code, LocalDate on) {
        return Tree.resource("Observation")
                .put("status", "final")
                .put("code", Tree.concept(code))
                .put("subject", patient)
                .put("effectiveDateTime", on.toString());
    }

    private static Tree part(String name) {
        return Tree.empty().put("code", Tree.concept(FactCodes.TRIAL, name));
    }

    private static Tree word(String name, Enum<?> value) {
        return part(name)
                .put(
                        "valueCodeableConcept",
                        Tree.concept("urn:evenkeel:" + name, FactCodes.word(value)));
    }
}
