package org.evenkeel.bench;

import static org.evenkeel.bench.MixedModel.Correlation.CAR1;
import static org.evenkeel.bench.MixedModel.Correlation.EXPONENTIAL;

import org.evenkeel.bench.AccuracyBenchmark.Result;
import org.evenkeel.core.forecast.RelapseModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The figures as text: tables for a screen that are also the page of evidence.
final class AccuracyPage {
    private static final String HEAD = """
            # Forecasts of virtual patients beside other methods

            Generated on %s by `./evenkeel bench accuracy --page FILE`. %d patients a world, seeds
            from %d on, model %s, %s. **Nothing here was validated on
            real ketamine maintenance patients**: all patients are virtual, of worlds whose
            equations are not the model's. Some worlds were looked at while the model was made;
            those *held out* were not.

            Each patient lives under usual care and is cut off on a day of their own, 30 to 329
            days after the first treatment. A method sees scores up to that day, and the treatments
            given later as if they had been planned. It is asked for every score of %d to %d days
            later.
            Treatments after the cut partly answer to scores after it, which tells every method
            the same a little. Answers go missing by chance here, not because of how people are.

            | method | what it is |
            | --- | --- |
            | Evenkeel, shipped prior | the model as it comes; it has seen nobody of the cohort |
            | Evenkeel, learned prior | its prior learned from the cohort's scores up to the cuts |
            | last value carried forward | normal around the last score, with the spread its \
            errors turned out to have in this cohort: better than it could be known |
            | nlme, CAR(1) | a linear mixed model with a level and a benefit of their own for each \
            patient, days of fading chosen from 10, 20, 40 and 80 and the start of the search \
            from four by likelihood, residuals by `corCAR1`; fitted to the cohort's scores up to \
            the cuts; the whole predictive law given the patient's own scores |
            | nlme, exponential with nugget | the same with `corExp(nugget = TRUE)`: part of \
            the residual is new with each answer |

            Every method is judged as probabilities of the whole scores 0 to 27; normal laws are
            rounded, and what they put beyond an end counts at that end. CRPS and absolute error
            (of the median) are in points. Brier score, AUC and calibration error are about a
            score of 10 or more. Coverage is that of the 80 %% band, in all, by quarter of the days
            ahead, and by quarter of the score known last. Ratios are to the two models of nlme;
            below 1 is better; ± is 1.96 standard errors over patients. Net benefit is the share
            of answers of 10 or more that would rightly be acted on, less the share of others
            acted on times the odds of the threshold; acting on nobody gains 0.
            """;

    private static final String FOOT = """

            ## What this does not show

            Nothing was validated on real ketamine maintenance patients; real ones follow none of
            these laws. To learn how good forecasts are for its own patients, a
            clinic would have to store each forecast on the day it is made, unseen by those who
            treat, and score it when the answers come: coverage, CRPS and Brier score against the
            last value and against a mixed model, over some hundred patients, with the plan for the
            analysis written down beforehand, missing answers counted, and nothing decided
            by the forecasts until then.
            """;

    private static final int TENTHS = 10;

    private AccuracyPage() {}

    static String of(
            List<Result> results,
            List<KnowingComparison> knowing,
            String date,
            int patients,
            long seed) {
        StringBuilder page = new StringBuilder(HEAD.formatted(
                date,
                patients,
                seed,
                RelapseModel.VERSION,
                versions(results),
                AccuracyCohort.FROM,
                AccuracyCohort.TO));
        results.forEach(each -> page.append('\n').append(world(each)));
        page.append(KnowingPage.of(knowing));
        page.append("\n## Where ours is worse, or beside its aim\n\n");
        List<String> worse =
                results.stream().flatMap(each -> worse(each).stream()).toList();
        worse.forEach(line -> page.append("- ").append(line).append('\n'));
        if (worse.isEmpty()) {
            page.append("Nowhere in these tables.\n");
        }
        return page.append(FOOT).toString();
    }

    /// A heading and a table.
    static String world(Result result) {
        AccuracyCohort cohort = result.cohort();
        StringBuilder text = new StringBuilder(line(
                "## %s%s\n\n%d patients with %,d known scores and %,d to forecast; %d more had no"
                        + " score recent enough.\n\n",
                cohort.world().id(),
                cohort.world().heldOut() ? " (held out)" : "",
                cohort.cases().size(),
                cohort.knownScores(),
                cohort.outcomes().size(),
                cohort.refused()));
        text.append("| method | CRPS | to CAR(1) | to exponential | absolute error | Brier")
                .append(" | to CAR(1) | to exponential | AUC | calibration error | covered, %")
                .append(" | by days ahead | by last score |\n|")
                .append(" --- |".repeat(13))
                .append('\n');
        result.cards().forEach(card -> text.append(row(card, result)));
        text.append('\n').append(tenths(result)).append('\n').append(decisions(result));
        result.models().forEach(model -> text.append("\n- ").append(model));
        text.append(result.models().isEmpty() ? "" : "\n");
        return text.toString();
    }

    private static String tenths(Result result) {
        StringBuilder text = new StringBuilder("| answers in each tenth of the probability, % |")
                .append(" |".repeat(TENTHS))
                .append("\n|")
                .append(" --- |".repeat(1 + TENTHS))
                .append('\n');
        for (Scorecard card : result.cards()) {
            text.append("| ").append(card.method()).append(" |");
            for (double share : card.tenths()) {
                text.append(line(" %.1f |", 100 * share));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String decisions(Result result) {
        StringBuilder text = new StringBuilder("| net benefit, acting from |");
        Arrays.stream(Decisions.thresholds()).forEach(each -> text.append(line(" %.2f |", each)));
        text.append("\n|").append(" --- |".repeat(1 + TENTHS)).append('\n');
        Decisions.of(result).curves().forEach((rule, curve) -> {
            text.append("| ").append(rule).append(" |");
            Arrays.stream(curve).forEach(each -> text.append(line(" %.3f |", each)));
            text.append('\n');
        });
        return text.toString();
    }

    /// Whether a method is one of ours.
    static boolean isOurs(String method) {
        return method.startsWith("Evenkeel");
    }

    private static String row(Scorecard card, Result result) {
        return line(
                "| %s | %.3f | %s | %s | %.3f | %.4f | %s | %s | %.3f | %.3f | %.1f | %s | %s |\n",
                card.method(),
                card.crps(),
                ratio(card, CAR1, result, Scorecard::crpsTo),
                ratio(card, EXPONENTIAL, result, Scorecard::crpsTo),
                card.absoluteError(),
                card.brier(),
                ratio(card, CAR1, result, Scorecard::brierTo),
                ratio(card, EXPONENTIAL, result, Scorecard::brierTo),
                card.discrimination(),
                card.calibrationError(),
                100 * card.coverage(),
                percent(card.coverageByHorizon()),
                percent(card.coverageBySeverity()));
    }

    /// Nothing beside the peer itself, or if it was not measured.
    static String ratio(
            Scorecard card,
            MixedModel.Correlation peer,
            Result result,
            BiFunction<Scorecard, Scorecard, Scorecard.Ratio> of) {
        return result.cards().stream()
                .filter(each -> each != card && each.method().equals(peer.title()))
                .map(each -> of.apply(card, each))
                .map(found -> line("%.3f ± %.3f", found.value(), 1.96 * found.error()))
                .findFirst()
                .orElse("");
    }

    static String percent(double[] shares) {
        return Arrays.stream(shares)
                .mapToObj(each -> Double.isNaN(each) ? "–" : line("%.0f", 100 * each))
                .collect(Collectors.joining(" "));
    }

    /// Figures compared with every peer, the smaller the better.
    private enum Loss {
        CRPS("CRPS", Scorecard::crps),
        ABSOLUTE_ERROR("absolute error", Scorecard::absoluteError),
        BRIER("Brier score", Scorecard::brier),
        MISSED_PAIRS("1 − AUC", card -> 1 - card.discrimination()),
        CALIBRATION("calibration error", Scorecard::calibrationError),
        COVERAGE("distance of coverage from 80 %", card -> Math.abs(card.coverage() - 0.8));

        private final String words;
        private final ToDoubleFunction<Scorecard> of;

        Loss(String words, ToDoubleFunction<Scorecard> of) {
            this.words = words;
            this.of = of;
        }
    }

    private static List<String> worse(Result result) {
        List<String> lines = new ArrayList<>(lessAccurate(result));
        lines.addAll(lessCalibrated(result));
        lines.addAll(Decisions.of(result).worse(result.cohort().world().id()));
        return lines;
    }

    /// Where a figure of ours is larger than a peer's, but for calibration.
    static List<String> lessAccurate(Result result) {
        return worse(result, Loss.CRPS, Loss.ABSOLUTE_ERROR, Loss.BRIER, Loss.MISSED_PAIRS);
    }

    /// Where ours is less calibrated than a peer, or beside its aim.
    static List<String> lessCalibrated(Result result) {
        List<String> lines = new ArrayList<>(worse(result, Loss.CALIBRATION, Loss.COVERAGE));
        result.cards().stream()
                .filter(own -> isOurs(own.method()))
                .forEach(own -> lines.addAll(outside(result.cohort().world().id(), own)));
        return lines;
    }

    private static List<String> worse(Result result, Loss... losses) {
        List<String> lines = new ArrayList<>();
        for (Scorecard own : result.cards()) {
            if (isOurs(own.method())) {
                for (Loss loss : losses) {
                    lines.addAll(worse(result.cohort().world().id(), own, result.cards(), loss));
                }
            }
        }
        return lines;
    }

    private static List<String> worse(
            String world, Scorecard own, List<Scorecard> cards, Loss loss) {
        double mine = loss.of.applyAsDouble(own);
        return cards.stream()
                .filter(peer -> !isOurs(peer.method()))
                .filter(peer -> mine > loss.of.applyAsDouble(peer))
                .map(peer -> line(
                        "`%s`, %s: %s %.4f, and %.4f by %s.",
                        world,
                        own.method(),
                        loss.words,
                        mine,
                        loss.of.applyAsDouble(peer),
                        peer.method()))
                .toList();
    }

    /// Where the band covers less than 78 or more than 82 % in all, or less than 75 or more than
    /// 85 % in a quarter.
    private static List<String> outside(String world, Scorecard own) {
        List<String> lines = new ArrayList<>();
        if (own.coverage() < 0.78 || own.coverage() > 0.82) {
            lines.add(line(
                    "`%s`, %s: the 80 %% band covers %.1f %%; 78 to 82 is the aim.",
                    world, own.method(), 100 * own.coverage()));
        }
        Map<String, double[]> kinds = new LinkedHashMap<>();
        kinds.put("days ahead", own.coverageByHorizon());
        kinds.put("last score", own.coverageBySeverity());
        kinds.forEach((kind, quarters) -> {
            if (Arrays.stream(quarters).anyMatch(each -> each < 0.75 || each > 0.85)) {
                lines.add(line(
                        "`%s`, %s: the 80 %% band covers %s %% in the quarters by %s;"
                                + " 75 to 85 is the aim.",
                        world, own.method(), percent(quarters), kind));
            }
        });
        return lines;
    }

    static String versions(List<Result> results) {
        Set<String> versions = new LinkedHashSet<>();
        for (Result result : results) {
            for (String model : result.models()) {
                int from = model.indexOf(": R ") + 2;
                versions.add(model.substring(from, model.indexOf(", benefit")));
            }
        }
        return String.join("; ", versions);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
