package org.evenkeel.exchange.fhir;

import org.evenkeel.core.protocol.Assessment;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Renewal;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.TherapyBlock;
import org.evenkeel.core.protocol.Watch;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A protocol as a PlanDefinition: what is measured and the rules as actions, then the phases.
/// Each visit of a series is an action whose offset from the first visit is its window.
///
/// @param protocol the protocol
/// @param rules its rules
/// @param treatment reference to what is given at a visit
/// @param library reference to the CQL of the rules
record PlanTrees(Protocol protocol, ProtocolRules rules, String treatment, String library) {
    private static final String PLAN_TYPE =
            "http://terminology.hl7.org/CodeSystem/plan-definition-type";
    private static final String DAY = "d";

    /// @param content the content file of the protocol, which is what comes back
    Tree planDefinition(String content, ProtocolFhir.Status status, List<Tree> contained) {
        String id = protocol.id().value();
        return Tree.resource("PlanDefinition")
                .put("id", id)
                .put("contained", contained)
                .put(
                        "extension",
                        List.of(Tree.empty()
                                .put("url", ProtocolFhir.CONTENT)
                                .put("valueString", content.strip())))
                .put("url", ProtocolFhir.CANONICAL + id)
                .put("version", protocol.version())
                .put("name", FactWords.computerName(id))
                .put("title", protocol.title())
                .put(
                        "type",
                        Tree.concept(PLAN_TYPE, "clinical-protocol")
                                .put("text", "clinical protocol"))
                .put("status", status.code())
                .put("experimental", !protocol.mayEnrol())
                .put("description", description())
                .put(
                        "relatedArtifact",
                        protocol.sources().stream()
                                .map(source -> Tree.empty()
                                        .put("type", "citation")
                                        .put("citation", source))
                                .toList())
                .put("library", rules.conditions().isEmpty() ? List.of() : List.of(library))
                .put("action", actions());
    }

    private String description() {
        StringBuilder words = new StringBuilder(protocol.indication())
                .append(", ")
                .append(protocol.labelStatus())
                .append(". Evidence: ")
                .append(protocol.evidence())
                .append('.');
        protocol.whyNotEnrol().ifPresent(why -> words.append(' ').append(why));
        protocol.caveats().forEach(caveat -> words.append(' ').append(caveat));
        return words.toString();
    }

    private List<Tree> actions() {
        List<Tree> actions = new ArrayList<>();
        protocol.supervision().watches().forEach(watch -> actions.add(watch(watch)));
        protocol.supervision().renewals().forEach(renewal -> actions.add(renewal(renewal)));
        protocol.assessments().forEach(assessment -> actions.add(assessment(assessment)));
        protocol.therapy().forEach(block -> actions.add(therapy(block)));
        rules.rules().forEach(rule -> actions.add(rule(rule)));
        int number = 0;
        for (Series series : protocol.series()) {
            List<Tree> visits = new ArrayList<>();
            for (int day : series.days()) {
                number++;
                visits.add(visit(number, day, series));
            }
            actions.add(phase(FactWords.of(series.phase()), series.basis()).put("action", visits));
        }
        if (protocol.maintenance().isPresent()) {
            actions.add(maintenance(protocol.maintenance().get(), number));
        }
        return actions;
    }

    private static Tree watch(Watch watch) {
        return described("measure " + FactWords.joined(watch.what(), ", "), watch.words());
    }

    private static Tree renewal(Renewal renewal) {
        return described(
                        "renew " + FactWords.of(renewal.subject()),
                        renewal.days().map(_ -> renewal.words()))
                .put("timingTiming", every(renewal.days().value()));
    }

    private static Tree assessment(Assessment assessment) {
        return described(
                "assess " + assessment.instrument(),
                assessment
                        .days()
                        .map(days -> FactWords.of(assessment.anchor()) + ", days "
                                + FactWords.joined(days, ", ")));
    }

    private static Tree therapy(TherapyBlock block) {
        return described("psychotherapy: " + FactWords.of(block.role()), block.words());
    }

    private static Tree rule(ProtocolRules.Entry rule) {
        Tree action = Tree.empty().put("id", rule.id());
        described(rule.title(), rule.words()).members().forEach(action::put);
        if (rule.condition().isPresent()) {
            action.put(
                    "condition",
                    List.of(Tree.empty()
                            .put("kind", "applicability")
                            .put(
                                    "expression",
                                    Tree.empty()
                                            .put("language", "text/cql")
                                            .put("expression", "\"" + rule.expression() + "\""))));
        }
        return action;
    }

    private Tree visit(int number, int day, Series series) {
        Tree visit = Tree.empty()
                .put("id", visitId(number))
                .put("title", "visit " + number + ", day " + day);
        if (day > 0) {
            int from = day - series.window().before().value();
            int to = day + series.window().after().value();
            visit.put("relatedAction", List.of(after(visitId(1), from, to)));
        }
        return visit.put("definitionCanonical", treatment);
    }

    private Tree maintenance(Maintenance maintenance, int lastVisit) {
        IntervalBounds bounds = maintenance.bounds();
        int from = bounds.minimumDays().value();
        int to = bounds.maximumDays().value();
        Tree repeat = Tree.empty()
                .put(
                        "period",
                        maintenance.usual().map(Usual::days).map(Cited::value).orElse(from));
        if (maintenance.usual().isEmpty()) {
            repeat.put("periodMax", to);
        }
        return phase("maintenance", maintenance.basis())
                .put("relatedAction", List.of(after(visitId(lastVisit), from, to)))
                .put("timingTiming", Tree.empty().put("repeat", repeat.put("periodUnit", DAY)))
                .put("definitionCanonical", treatment);
    }

    private static Tree every(int days) {
        return Tree.empty().put("repeat", Tree.empty().put("period", days).put("periodUnit", DAY));
    }

    private static Tree phase(String name, Cited<String> basis) {
        return described(name.toLowerCase(Locale.ROOT), basis);
    }

    /// The evidence tag is the label of the citation.
    private static Tree described(String title, Cited<String> words) {
        return Tree.empty()
                .put("title", title)
                .put("description", words.value())
                .put(
                        "documentation",
                        List.of(Tree.empty()
                                .put("type", "citation")
                                .put("label", words.tag().name())
                                .put("citation", words.source())));
    }

    private static Tree after(String visit, int from, int to) {
        return Tree.empty()
                .put("actionId", visit)
                .put("relationship", "after-start")
                .put(
                        "offsetRange",
                        Tree.empty()
                                .put("low", Tree.quantity(BigDecimal.valueOf(from), DAY))
                                .put("high", Tree.quantity(BigDecimal.valueOf(to), DAY)));
    }

    private static String visitId(int number) {
        return "visit-" + number;
    }
}
