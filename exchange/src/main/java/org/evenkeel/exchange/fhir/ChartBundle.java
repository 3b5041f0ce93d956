package org.evenkeel.exchange.fhir;

import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.cql.FactCodes.Listed;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Writes a chart as a Bundle of FHIR R4 resources, which is what our CQL reads.
///
/// A chart has days and no hours: of several answers to one question on one day only the last,
/// which is the one that counts, is written.
///
/// @param codes what the facts are called
public record ChartBundle(FactCodes codes) {

    /// Writes the chart; the writer stays open.
    ///
    /// @param patient the patient's id, a pseudonym
    public void write(UUID patient, Chart chart, Writer out) throws IOException {
        List<Tree> entries = new ArrayList<>();
        int number = 0;
        for (Tree resource : resources(patient, chart)) {
            UUID id = number == 0
                    ? patient
                    : new UUID(
                            patient.getMostSignificantBits(),
                            patient.getLeastSignificantBits() + number);
            number++;
            entries.add(Tree.empty().put("fullUrl", "urn:uuid:" + id).put("resource", resource));
        }
        Json.write(Tree.resource("Bundle").put("type", "collection").put("entry", entries), out);
    }

    private List<Tree> resources(UUID patient, Chart chart) {
        ChartResources make =
                new ChartResources(codes, Tree.empty().put("reference", "urn:uuid:" + patient));
        List<Tree> all = new ArrayList<>();
        all.add(ChartResources.patient(chart));
        last(chart.measurements(), Measured::quantity)
                .forEach(fact -> all.add(make.measured(fact)));
        last(chart.scores(), fact -> fact.instrument() + "#" + fact.item())
                .forEach(fact -> all.add(make.scored(fact)));
        last(chart.answers(), Answered::question).forEach(fact -> all.add(make.answered(fact)));
        chart.diagnoses().ifPresent(list -> {
            all.add(make.list(Listed.DIAGNOSES, list.on()));
            list.entries().forEach(fact -> all.add(make.diagnosed(fact)));
        });
        chart.medicines().ifPresent(list -> {
            all.add(make.list(Listed.MEDICINES, list.on()));
            list.entries().forEach(fact -> all.add(make.taken(fact)));
        });
        chart.trials().ifPresent(list -> {
            all.add(make.list(Listed.TRIALS, list.on()));
            list.entries().forEach(fact -> all.add(make.tried(fact)));
        });
        last(chart.treatments(), Treated::treatment).forEach(fact -> all.add(make.treated(fact)));
        return all;
    }

    private static <T extends Fact> Collection<T> last(List<T> facts, Function<T, Object> about) {
        Map<Object, T> last = new LinkedHashMap<>();
        facts.forEach(fact -> last.put(List.of(about.apply(fact), fact.on()), fact));
        return last.values();
    }
}
