package org.evenkeel.bench;

import org.evenkeel.bench.Scorecard.Ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The section of the page of evidence on the filter that knows each world's law.
final class KnowingPage {
    private static final double CRPS_AIM = 1.03;
    private static final double BRIER_AIM = 1.08;

    private static final String HEAD = """

            ## Beside one who knows the law

            How good a forecast could be at all: a particle filter that knows each world's law and
            the population its patients are drawn from, and infers the rest from the patient's own
            scores and treatments. %,d virtual patients live through the first series; for each
            patient %,d drawn by their first answers live on through that patient's treatments,
            are weighed by each further answer and multiplied where few are left (systematic
            resampling below half the effective number). How likely an answer is comes from a table
            counted in those who begin: by severity in `spells`, `two-pools`, `grades` and
            `learned-hope`, where answers depend on nothing else or, in the last, on little else; by
            the mean of 16 answers drawn in `symptom-network`, where people lean by a bias of
            their own; in `fading-drops` the law of the noise, part of which lasts, is worked out
            exactly. *Doubling* is what twice as many did to the filter's own figure.

            These are the first patients of each world above; what was learned or fitted was so from
            all of them. ± is 1.96 standard errors over patients. The filter is told what no
            clinic can know: a ratio near 1 says that little is left to gain in that world, one far
            from it does not say how much a method without the law could gain.

            | world | patients | method | CRPS | to knowing | Brier | to knowing |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private KnowingPage() {}

    /// Nothing if none was measured.
    static String of(List<KnowingComparison> comparisons) {
        if (comparisons.isEmpty()) {
            return "";
        }
        KnowingFilter.Size size = KnowingComparison.HALF.doubled();
        StringBuilder text = new StringBuilder(line(HEAD, size.begun(), size.particles()));
        comparisons.forEach(each -> text.append(rows(each)));
        text.append(line(
                "\nThe aim is a CRPS within %.0f %% and a Brier score within %.0f %% of"
                        + " the filter's.\n\n",
                100 * (CRPS_AIM - 1), 100 * (BRIER_AIM - 1)));
        comparisons.forEach(each -> verdicts(each).forEach(text::append));
        return text.toString();
    }

    static String rows(KnowingComparison found) {
        Scorecard knowing = found.knowing();
        StringBuilder rows = new StringBuilder(line(
                "| `%s` | %d | %s | %.3f | doubling %s %% | %.4f | doubling %s %% |\n",
                found.world().id(),
                found.patients(),
                knowing.method(),
                knowing.crps(),
                change(knowing.crpsTo(found.half())),
                knowing.brier(),
                change(knowing.brierTo(found.half()))));
        for (Scorecard each : found.others()) {
            rows.append(line(
                    "| | | %s | %.3f | %s | %.4f | %s |\n",
                    each.method(),
                    each.crps(),
                    said(each.crpsTo(knowing)),
                    each.brier(),
                    said(each.brierTo(knowing))));
        }
        return rows.toString();
    }

    private static List<String> verdicts(KnowingComparison found) {
        List<String> lines = new ArrayList<>();
        for (Scorecard own : found.others()) {
            if (own.method().startsWith("Evenkeel")) {
                lines.add(line(
                        "- `%s`, %s: CRPS %s, Brier score %s.\n",
                        found.world().id(),
                        own.method(),
                        verdict(own.crpsTo(found.knowing()), CRPS_AIM),
                        verdict(own.brierTo(found.knowing()), BRIER_AIM)));
            }
        }
        return lines;
    }

    /// Nobody can be better than the filter but by chance or where it has too few particles, so a
    /// ratio counts as reached only with its interval.
    private static String verdict(Ratio ratio, double aim) {
        if (ratio.value() > aim) {
            return line("missed (%+.0f %%)", 100 * (ratio.value() - 1));
        }
        boolean sure = ratio.value() + 1.96 * ratio.error() <= aim;
        return sure ? "reached" : "within the aim, though not beyond chance";
    }

    private static String change(Ratio ratio) {
        return line("%+.1f ± %.1f", 100 * (ratio.value() - 1), 196 * ratio.error());
    }

    private static String said(Ratio ratio) {
        return line("%.3f ± %.3f", ratio.value(), 1.96 * ratio.error());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
