package org.evenkeel.bench;

import static org.evenkeel.bench.MixedModel.Correlation.CAR1;
import static org.evenkeel.bench.MixedModel.Correlation.EXPONENTIAL;

import org.evenkeel.bench.AccuracyBenchmark.Result;
import org.evenkeel.core.forecast.RelapseModel;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What was found about accuracy, for the ledger.
final class AccuracyClaims {
    private static final String CHECK = "./evenkeel bench accuracy --record";
    private static final List<Double> TENTHS =
            List.of(0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95);

    private final List<Result> results;
    private final String seed;

    private AccuracyClaims(List<Result> results, String seed) {
        this.results = results;
        this.seed = seed;
    }

    static List<Claim> of(List<Result> results, int patients, long seed) {
        var claims = new AccuracyClaims(
                results, "from " + seed + " on; " + patients + " patients a world");
        return List.of(claims.calibration(), claims.accuracy(), claims.decisions());
    }

    private Claim calibration() {
        List<List<String>> rows = rows((result, card) -> List.of(
                result.cohort().world().id() + ", " + card.method(),
                format("%.1f", 100 * card.coverage()),
                AccuracyPage.percent(card.coverageByHorizon()),
                AccuracyPage.percent(card.coverageBySeverity()),
                format("%.3f", card.calibrationError()),
                tenths(card)));
        List<Claim.Plot> plots = results.stream()
                .map(result -> new Claim.Plot(
                        world(result) + ": answers in each tenth of the probability",
                        true,
                        "probability",
                        "share",
                        TENTHS,
                        lines(result)))
                .toList();
        return claim(
                        "EV-030",
                        Section.CALIBRATION,
                        "Answers fall into the tenths of what was forecast as often as they should,"
                                + " and 78 to 82 % into the 80 % band, but for what is said below.")
                .with(new Claim.Table(
                        List.of(
                                "world, method",
                                "covered, %",
                                "by days ahead",
                                "by last score",
                                "calibration error",
                                "in each tenth, %"),
                        rows))
                .drawn(plots)
                .worse(shortfalls(AccuracyPage::lessCalibrated));
    }

    private static List<Claim.Line> lines(Result result) {
        return result.cards().stream()
                .filter(card -> AccuracyPage.isOurs(card.method()))
                .map(card -> new Claim.Line(card.method(), rounded(card.tenths())))
                .toList();
    }

    private Claim accuracy() {
        List<List<String>> rows = rows((result, card) -> List.of(
                result.cohort().world().id() + ", " + card.method(),
                format("%.3f", card.crps()),
                AccuracyPage.ratio(card, CAR1, result, Scorecard::crpsTo),
                AccuracyPage.ratio(card, EXPONENTIAL, result, Scorecard::crpsTo),
                format("%.3f", card.absoluteError()),
                format("%.4f", card.brier()),
                AccuracyPage.ratio(card, CAR1, result, Scorecard::brierTo),
                AccuracyPage.ratio(card, EXPONENTIAL, result, Scorecard::brierTo),
                format("%.3f", card.discrimination())));
        return claim(
                        "EV-031",
                        Section.ACCURACY,
                        "CRPS, absolute error, Brier score and AUC beside the last value and two"
                                + " mixed models, in every world; ratios below 1 are better.")
                .with(new Claim.Table(
                        List.of(
                                "world, method",
                                "CRPS",
                                "to CAR(1)",
                                "to exponential",
                                "absolute error",
                                "Brier",
                                "Brier to CAR(1)",
                                "Brier to exponential",
                                "AUC"),
                        rows))
                .worse(shortfalls(AccuracyPage::lessAccurate));
    }

    private Claim decisions() {
        List<List<String>> rows = new ArrayList<>();
        List<Claim.Plot> plots = new ArrayList<>();
        for (Result result : results) {
            List<Claim.Line> lines = new ArrayList<>();
            Decisions.of(result).curves().forEach((rule, curve) -> {
                List<String> row = new ArrayList<>();
                row.add(result.cohort().world().id() + ", " + rule);
                Arrays.stream(curve).forEach(each -> row.add(format("%.3f", each)));
                rows.add(row);
                lines.add(new Claim.Line(rule, rounded(curve)));
            });
            List<Double> places = rounded(Decisions.thresholds());
            plots.add(new Claim.Plot(
                    world(result) + ": net benefit",
                    false,
                    "threshold",
                    "net benefit",
                    places,
                    lines));
        }
        List<String> columns = new ArrayList<>(List.of("world, acting by"));
        Arrays.stream(Decisions.thresholds()).forEach(each -> columns.add(format("%.2f", each)));
        return claim(
                        "EV-032",
                        Section.DECISIONS,
                        "Acting on the forecast gains at least as much as acting on everybody, on"
                                + " nobody, by the last score or by a mixed model, but for what is"
                                + " said below.")
                .with(new Claim.Table(columns, rows))
                .drawn(plots)
                .worse(shortfalls(result ->
                        Decisions.of(result).worse(result.cohort().world().id())));
    }

    private Claim claim(String id, Section section, String sentence) {
        return Claim.of(id, section, sentence, CHECK)
                .seeded(seed)
                .about(RelapseModel.VERSION)
                .from(AccuracyPage.versions(results));
    }

    @FunctionalInterface
    private interface Row {
        List<String> of(Result result, Scorecard card);
    }

    private List<List<String>> rows(Row row) {
        return results.stream()
                .flatMap(result -> result.cards().stream().map(card -> row.of(result, card)))
                .toList();
    }

    private List<String> shortfalls(Function<Result, List<String>> of) {
        return results.stream().flatMap(result -> of.apply(result).stream()).toList();
    }

    private static String world(Result result) {
        return result.cohort().world().id()
                + (result.cohort().world().heldOut() ? " (held out)" : "");
    }

    private static String tenths(Scorecard card) {
        return AccuracyPage.percent(card.tenths());
    }

    private static List<Double> rounded(double[] values) {
        return Arrays.stream(values)
                .mapToObj(each -> Math.round(each * 1e4) / 1e4)
                .toList();
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
