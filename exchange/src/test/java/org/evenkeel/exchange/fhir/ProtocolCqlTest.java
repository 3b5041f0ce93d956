package org.evenkeel.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.cql.RandomCharts;
import org.evenkeel.exchange.cql.ReferenceEngine;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The rules of the shipped protocols, as the reference CQL engine and our evaluator answer them.
final class ProtocolCqlTest {
    private static final int CHARTS = Boolean.getBoolean("evenkeel.all") ? 2_000 : 20;
    private static final long SEED = 20_261_128;

    @Test
    void bothEnginesAgreeOnEveryRule() throws IOException {
        Set<Map<String, Condition>> seen = new HashSet<>();
        for (Protocol protocol : Protocols.SHIPPED) {
            ProtocolRules rules = ProtocolRules.of(protocol);
            // Protocols share rules of supervision; the same rules are asked once.
            if (!rules.conditions().isEmpty() && seen.add(rules.conditions())) {
                agree(protocol, rules);
            }
        }
        assertThat(seen).isNotEmpty();
    }

    private static void agree(Protocol protocol, ProtocolRules rules) throws IOException {
        String cql = Protocols.FHIR.cql(protocol).orElseThrow();
        String name = cql.split(" ", 3)[1];
        ReferenceEngine engine = new ReferenceEngine(name, protocol.version(), cql);
        Set<String> asked = new LinkedHashSet<>(rules.conditions().keySet());
        asked.addAll(rules.derived().keySet());
        List<Condition> conditions = List.copyOf(rules.conditions().values());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < CHARTS; i++) {
            Chart chart = RandomCharts.near(conditions, SEED + i);
            Map<String, Truth> theirs = engine.evaluate(bundle(chart), RandomCharts.TODAY, asked);
            Evaluation ours = new Evaluation(chart, RandomCharts.TODAY);
            for (ProtocolRules.Entry rule : rules.rules()) {
                Optional<Truth> truth =
                        rule.condition().map(each -> ours.of(each).truth());
                truth.ifPresent(known -> {
                    Truth acts = acts(rule.acts(), known);
                    if (theirs.get(rule.id()) != known || theirs.get(rule.expression()) != acts) {
                        differences.add(rule.id() + ": ours " + known + ", theirs " + theirs);
                    }
                });
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Truth acts(ProtocolRules.Acts acts, Truth truth) {
        return switch (acts) {
            case MET -> truth;
            case MET_OR_UNKNOWN -> Truth.of(truth != Truth.NOT_MET);
            case NOT_KNOWN_MET -> Truth.of(truth != Truth.MET);
        };
    }

    private static Bundle bundle(Chart chart) throws IOException {
        StringWriter out = new StringWriter();
        new ChartBundle(Protocols.CODES).write(new UUID(1, 0), chart, out);
        return ReferenceEngine.FHIR.newJsonParser().parseResource(Bundle.class, out.toString());
    }
}
