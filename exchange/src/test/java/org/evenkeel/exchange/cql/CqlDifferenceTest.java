package org.evenkeel.exchange.cql;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.StrictErrorHandler;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.history.Chart;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.evenkeel.exchange.fhir.ChartBundle;
import org.evenkeel.knowledge.Catalogue;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Our evaluator and the reference CQL engine come to the same for every condition and chart.
final class CqlDifferenceTest {
    private static final boolean ALL = Boolean.getBoolean("evenkeel.all");
    private static final int CHARTS_OF_RULES = ALL ? 3_000 : 70;
    private static final int CONDITIONS = ALL ? 200 : 30;
    private static final int CHARTS_OF_CONDITIONS = ALL ? 2_000 : 140;
    private static final long SEED = 20_261_128;
    private static final FactCodes CODES =
            FactCodes.of(Catalogue.shipped().vocabulary(), Catalogue.shipped().instruments());

    @Test
    void theShippedRules() throws IOException {
        Map<String, Condition> rules = new LinkedHashMap<>();
        for (RulePack pack : Catalogue.shipped().rulePacks()) {
            for (Rule rule : pack.rules()) {
                rules.put(pack.id() + "/" + rule.id(), rule.condition());
            }
        }
        int differences = agree(rules, CHARTS_OF_RULES);
        Ledger.here()
                .keep(Claim.of(
                                "EV-114",
                                Section.CONTENT,
                                "The shipped rules of eligibility, written as CQL and asked by the"
                                        + " reference engine, come to the same as here.",
                                "CqlDifferenceTest#theShippedRules")
                        .from("the reference implementation of CQL, on FHIR")
                        .seeded(String.valueOf(SEED))
                        .with(new Claim.Table(
                                List.of("compared", "number"),
                                List.of(
                                        List.of("rules", String.valueOf(rules.size())),
                                        List.of("charts", String.valueOf(CHARTS_OF_RULES)),
                                        List.of("differences", String.valueOf(differences)))))
                        .worse(List.of("Charts are made by chance near the limits of the rules;"
                                + " they are nobody's.")));
    }

    @Test
    void conditionsNobodyWouldWrite() throws IOException {
        RandomConditions random = new RandomConditions(SEED);
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.put("condition " + i, random.next());
        }
        agree(conditions, CHARTS_OF_CONDITIONS);
    }

    private static int agree(Map<String, Condition> conditions, int charts) throws IOException {
        ReferenceEngine engine = new ReferenceEngine(
                "Conditions", "1", new CqlLibrary("Conditions", "1", CODES).text(conditions));
        List<Condition> all = List.copyOf(conditions.values());
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < charts; i++) {
            long seed = SEED + i;
            Chart chart = RandomCharts.near(all, seed);
            Evaluation ours = new Evaluation(chart, RandomCharts.TODAY);
            Map<String, Truth> theirs =
                    engine.evaluate(bundle(chart), RandomCharts.TODAY, conditions.keySet());
            conditions.forEach((name, condition) -> {
                Truth truth = ours.of(condition).truth();
                seen.merge(truth, 1, Integer::sum);
                if (truth != theirs.get(name)) {
                    differences.add("seed " + seed + ", " + name + ": ours " + truth + ", theirs "
                            + theirs.get(name));
                }
            });
        }
        assertThat(differences).isEmpty();
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Truth.values());
        return differences.size();
    }

    private static Bundle bundle(Chart chart) throws IOException {
        StringWriter out = new StringWriter();
        new ChartBundle(CODES).write(new UUID(1, 0), chart, out);
        return ReferenceEngine.FHIR
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, out.toString());
    }
}
