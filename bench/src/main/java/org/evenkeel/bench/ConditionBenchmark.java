package org.evenkeel.bench;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.condition.Evaluation;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.knowledge.Catalogue;
import org.hl7.fhir.r4.model.Bundle;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The shipped rules of eligibility: beside the reference CQL engine, for a hundred thousand
/// patients after a change of rules, and for one patient after a change of one datum.
///
/// To hold: the hundred thousand within 60 s on two cores, the one within 50 ms.
final class ConditionBenchmark {
    private static final int WITH_PEER = 200;
    private static final int PATIENTS = 100_000;
    private static final int DISTINCT = 5_000;
    private static final int CHANGES = 2_000;

    private ConditionBenchmark() {}

    static void run() throws IOException {
        List<RulePack> packs = Catalogue.shipped().rulePacks();
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (RulePack pack : packs) {
            for (Rule rule : pack.rules()) {
                conditions.put(pack.id() + "/" + rule.id(), rule.condition());
            }
        }
        besidePeer(conditions);
        afterRules(packs);
        afterDatum(packs);
    }

    /// Each engine has the charts in its own form in memory, and is warm.
    private static void besidePeer(Map<String, Condition> conditions) throws IOException {
        CqlPeer peer = new CqlPeer(conditions);
        List<Chart> charts =
                IntStream.range(0, WITH_PEER).mapToObj(BenchCharts::chart).toList();
        List<Bundle> bundles = new ArrayList<>();
        for (Chart chart : charts) {
            bundles.add(CqlPeer.bundle(chart));
        }
        int ours = 0;
        int theirs = 0;
        double ourSeconds = 0;
        double theirSeconds = 0;
        // The first round warms up; the second one counts.
        for (int round = 0; round < 2; round++) {
            long began = System.nanoTime();
            theirs = bundles.stream().mapToInt(peer::met).sum();
            long between = System.nanoTime();
            ours = charts.stream().mapToInt(chart -> met(chart, conditions)).sum();
            ourSeconds = (System.nanoTime() - between) / 1e9;
            theirSeconds = (between - began) / 1e9;
        }
        if (ours != theirs) {
            throw new IllegalStateException(
                    "the engines must agree, got " + ours + " met and " + theirs);
        }
        System.out.printf(
                "conditions ours %.3f ms a patient of %d conditions%n",
                1e3 * ourSeconds / WITH_PEER, conditions.size());
        System.out.printf(
                "conditions CQL engine %.3f ms a patient, %,.0f times as long%n",
                1e3 * theirSeconds / WITH_PEER, theirSeconds / ourSeconds);
    }

    private static int met(Chart chart, Map<String, Condition> conditions) {
        Evaluation evaluation = new Evaluation(chart, BenchCharts.TODAY);
        return (int) conditions.values().stream()
                .filter(condition -> evaluation.of(condition).truth() == Truth.MET)
                .count();
    }

    /// Whether each may be treated is decided anew, on all cores.
    private static void afterRules(List<RulePack> packs) {
        List<Chart> charts =
                IntStream.range(0, DISTINCT).mapToObj(BenchCharts::chart).toList();
        long began = System.nanoTime();
        long blocked = IntStream.range(0, PATIENTS)
                .parallel()
                .mapToObj(i -> screened(packs, charts.get(i % DISTINCT)))
                .filter(screening -> screening.conclusion() == Screening.Conclusion.BLOCKED)
                .count();
        System.out.printf(
                "conditions %,d patients anew after a change of rules: %.2f s on %d cores, "
                        + "%,d blocked; %,d of them distinct, no database%n",
                PATIENTS,
                (System.nanoTime() - began) / 1e9,
                Runtime.getRuntime().availableProcessors(),
                blocked,
                DISTINCT);
    }

    /// One measurement is added and the patient is decided anew, whole.
    private static void afterDatum(List<RulePack> packs) {
        double[] millis = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            Chart changed = withPressure(BenchCharts.chart(i), 100 + i % 80);
            long began = System.nanoTime();
            screened(packs, changed);
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "conditions one patient anew after a datum: median %.3f ms, 99 of 100 within "
                        + "%.3f ms%n",
                millis[CHANGES / 2], millis[CHANGES * 99 / 100]);
    }

    private static Screening screened(List<RulePack> packs, Chart chart) {
        return Screening.of(packs, new Evaluation(chart, BenchCharts.TODAY));
    }

    private static Chart withPressure(Chart chart, int systolic) {
        List<Measured> measured = new ArrayList<>(chart.measurements());
        measured.add(new Measured(
                "systolic", BigDecimal.valueOf(systolic), "mm[Hg]", BenchCharts.TODAY));
        return new Chart(
                chart.birth(),
                chart.sex(),
                measured,
                chart.scores(),
                chart.answers(),
                chart.diagnoses(),
                chart.medicines(),
                chart.trials(),
                chart.treatments());
    }
}
