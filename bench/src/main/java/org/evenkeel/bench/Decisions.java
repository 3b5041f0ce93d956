package org.evenkeel.bench;

import org.evenkeel.bench.AccuracyBenchmark.Result;
import org.evenkeel.bench.AccuracyCohort.Outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What acting on a forecast would gain, over thresholds of the probability of a score of ten or
/// more, beside acting without one. Acting on nobody gains nothing.
///
/// @param curves net benefit by rule, one value for each threshold
record Decisions(Map<String, double[]> curves) {
    static final String EVERYBODY = "acting on everybody";
    static final String LAST = "last score of 10 or more";

    private static final int STEPS = 10;
    private static final double STEP = 0.05;

    /// From 0.05 to 0.50.
    static double[] thresholds() {
        return IntStream.rangeClosed(1, STEPS).mapToDouble(i -> i * STEP).toArray();
    }

    static Decisions of(Result result) {
        List<Outcome> outcomes = result.cohort().outcomes();
        Map<String, double[]> curves = new LinkedHashMap<>();
        for (Scorecard card : result.cards()) {
            // The spread of the last value is known in hindsight; the plain rule stands below.
            if (!card.method().equals(AccuracyBenchmark.LAST)) {
                curves.put(card.method(), over(card::netBenefit));
            }
        }
        curves.put(EVERYBODY, over(each -> Scorecard.netBenefit(outcomes, each, _ -> true)));
        curves.put(
                LAST,
                over(each -> Scorecard.netBenefit(
                        outcomes, each, i -> outcomes.get(i).last() >= Scorecard.UNWELL)));
        return new Decisions(curves);
    }

    private static double[] over(DoubleUnaryOperator benefit) {
        return DoubleStream.of(thresholds()).map(benefit).toArray();
    }

    /// Where one of ours gains less than another rule, or than acting on nobody.
    List<String> worse(String world) {
        List<String> lines = new ArrayList<>();
        Map<String, double[]> others = new LinkedHashMap<>(curves);
        others.keySet().removeIf(AccuracyPage::isOurs);
        others.put("acting on nobody", new double[STEPS]);
        curves.keySet().stream()
                .filter(AccuracyPage::isOurs)
                .forEach(own -> others.forEach(
                        (rule, curve) -> line(world, own, rule, curve).ifPresent(lines::add)));
        return lines;
    }

    private Optional<String> line(String world, String own, String rule, double[] theirs) {
        double[] ours = Objects.requireNonNull(curves.get(own));
        int[] lower = IntStream.range(0, STEPS).filter(i -> ours[i] < theirs[i]).toArray();
        if (lower.length == 0) {
            return Optional.empty();
        }
        double most =
                IntStream.of(lower).mapToDouble(i -> theirs[i] - ours[i]).max().orElseThrow();
        String at = IntStream.of(lower)
                .mapToObj(i -> String.format(Locale.ROOT, "%.2f", thresholds()[i]))
                .collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "`%s`, %s: net benefit below that of %s by up to %.4f at %s.",
                world,
                own,
                rule,
                most,
                at));
    }
}
