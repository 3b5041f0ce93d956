package org.evenkeel.exchange.fhir;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.IntervalTable;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Requirement;
import org.evenkeel.core.protocol.Titration;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of a protocol, each with its condition where a program can decide it.
///
/// @param rules in the order of the protocol
record ProtocolRules(List<Entry> rules) {

    /// One rule.
    ///
    /// @param id its id in the protocol, and the name of its condition
    /// @param title what it does
    /// @param words what it says, with the evidence
    /// @param condition decides it; empty where a person does
    /// @param acts which answer makes it act
    record Entry(
            String id,
            String title,
            Cited<String> words,
            Optional<Condition> condition,
            Acts acts) {
        /// The name of the expression that is true when the rule acts.
        String expression() {
            return switch (acts) {
                case MET -> id;
                case MET_OR_UNKNOWN -> id + " unless ruled out";
                case NOT_KNOWN_MET -> id + " unless met";
            };
        }

        /// That expression over the condition's, empty where it is the same.
        Optional<String> derived() {
            return switch (acts) {
                case MET -> Optional.empty();
                case MET_OR_UNKNOWN -> Optional.of("is not false");
                case NOT_KNOWN_MET -> Optional.of("is not true");
            };
        }
    }

    /// Which answers to its condition make a rule act.
    enum Acts {
        MET,
        /// A dose that may be dangerous is not begun while that is unknown. An engine that takes
        /// `null` for false would begin it.
        MET_OR_UNKNOWN,
        /// What must hold holds only when it is known to.
        NOT_KNOWN_MET
    }

    static ProtocolRules of(Protocol protocol) {
        List<Entry> rules = new ArrayList<>();
        protocol.dose().titration().ifPresent(titration -> rules.add(titration(titration)));
        protocol.supervision().holds().forEach(hold -> rules.add(hold(hold)));
        protocol.supervision()
                .checklist()
                .forEach(each -> rules.add(requirement("check", "before a dose", each)));
        protocol.supervision()
                .discharge()
                .forEach(each -> rules.add(requirement("leave", "before leaving", each)));
        protocol.maintenance().flatMap(Maintenance::table).ifPresent(table -> {
            for (IntervalTable.Row row : table.rows()) {
                rules.add(row(rules.size(), row));
            }
        });
        return new ProtocolRules(List.copyOf(rules));
    }

    private static Entry titration(Titration titration) {
        return new Entry(
                "titration",
                "another dose",
                titration.words(),
                condition(titration.trigger()),
                Acts.MET);
    }

    private static Entry hold(HoldRule hold) {
        String title = FactWords.of(hold.action()) + ", " + when(hold.moment());
        boolean before = hold.moment() == HoldRule.Moment.BEFORE;
        return new Entry(
                "hold-" + hold.id(),
                title,
                hold.words(),
                condition(hold.trigger()),
                before ? Acts.MET_OR_UNKNOWN : Acts.MET);
    }

    private static String when(HoldRule.Moment moment) {
        return switch (moment) {
            case BEFORE -> "before a dose";
            case DURING -> "while a dose acts";
            case COURSE -> "between visits";
        };
    }

    private static Entry requirement(String kind, String when, Requirement requirement) {
        return new Entry(
                kind + "-" + requirement.id(),
                "what must hold " + when,
                requirement.words(),
                requirement.condition(),
                Acts.NOT_KNOWN_MET);
    }

    private static Entry row(int number, IntervalTable.Row row) {
        return new Entry(
                "interval-" + number,
                "from " + row.presentDays() + " days to " + FactWords.joined(row.next(), " or ")
                        + " days",
                row.words(),
                Optional.of(row.when()),
                Acts.MET);
    }

    private static Optional<Condition> condition(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Met(Condition condition) -> Optional.of(condition);
            case Trigger.NoResponse _, Trigger.ByPrescriber _ -> Optional.empty();
        };
    }

    /// The conditions by the names of their expressions.
    Map<String, Condition> conditions() {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Entry rule : rules) {
            rule.condition().ifPresent(condition -> conditions.put(rule.id(), condition));
        }
        return conditions;
    }

    /// What is asked of conditions, by the names of the expressions: the rest of a definition.
    Map<String, String> derived() {
        Map<String, String> derived = new LinkedHashMap<>();
        for (Entry rule : rules) {
            if (rule.condition().isPresent()) {
                rule.derived()
                        .ifPresent(words ->
                                derived.put(rule.expression(), "\"" + rule.id() + "\" " + words));
            }
        }
        return derived;
    }
}
