package org.evenkeel.cli;

import org.evenkeel.core.insilico.World;
import org.evenkeel.core.trial.Comparison;
import org.evenkeel.core.trial.Comparison.Estimate;
import org.evenkeel.core.trial.Hull;
import org.evenkeel.core.trial.Measure;
import org.evenkeel.core.trial.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The picture of a trial: for each world, days unwell against treatments a year; the line is
/// what fixed intervals can reach, and better lies below and to the left of it.
final class TrialPicture {
    private static final int WIDTH = 580;
    private static final int HEIGHT = 400;
    private static final int LEFT = 56;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 150;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 52;
    private static final int MOST_TREATMENTS = 45;
    private static final int MOST_DAYS = 365;

    private TrialPicture() {}

    /// The picture as SVG.
    static String of(Map<World, Comparison> worlds) {
        int columns = Math.min(2, worlds.size());
        int rows = (worlds.size() + columns - 1) / columns;
        StringBuilder svg = new StringBuilder();
        add(svg, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="11" \
                font-family="sans-serif" fill="#222">
                <title>Days unwell against treatments a year, by policy</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """, columns * WIDTH, rows * HEIGHT);
        int n = 0;
        for (Map.Entry<World, Comparison> each : worlds.entrySet()) {
            add(
                    svg,
                    "<g transform=\"translate(%d %d)\">%n",
                    n % columns * WIDTH,
                    n / columns * HEIGHT);
            frame(svg, each.getKey());
            hull(svg, each.getValue());
            points(svg, each.getValue());
            svg.append("</g>\n");
            n++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void frame(StringBuilder svg, World world) {
        add(
                svg,
                "<text x=\"%d\" y=\"22\" font-size=\"14\" font-weight=\"bold\">%s%s</text>%n",
                LEFT,
                world.id(),
                world.heldOut() ? " (held out)" : "");
        for (int treatments = 0; treatments <= MOST_TREATMENTS; treatments += 5) {
            double x = x(treatments);
            add(svg, "<path d=\"M%.1f %d v%d\" stroke=\"#e4e4e4\"/>%n", x, TOP, PLOT_HEIGHT);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x,
                    TOP + PLOT_HEIGHT + 16,
                    treatments);
        }
        for (int days = 0; days <= MOST_DAYS; days += 50) {
            double y = y(days);
            add(svg, "<path d=\"M%d %.1f h%d\" stroke=\"#e4e4e4\"/>%n", LEFT, y, PLOT_WIDTH);
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>%n",
                    LEFT - 6,
                    y + 4,
                    days);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">treatments a year</text>%n",
                LEFT + PLOT_WIDTH / 2,
                TOP + PLOT_HEIGHT + 34);
        add(
                svg,
                "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">"
                        + "days unwell a year</text>%n",
                TOP + PLOT_HEIGHT / 2);
    }

    private static void hull(StringBuilder svg, Comparison comparison) {
        List<Hull.Point> fixed = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            if (row.policy() instanceof Policy.Fixed || row.policy() instanceof Policy.Never) {
                fixed.add(new Hull.Point(
                        row.of(Measure.TREATMENTS).value(),
                        row.of(Measure.UNWELL_DAYS).value()));
            }
        }
        if (fixed.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Hull.Point corner : Hull.of(fixed).corners()) {
            add(
                    path,
                    "%s%.1f %.1f",
                    path.isEmpty() ? "M" : "L",
                    x(corner.treatments()),
                    y(corner.unwellDays()));
        }
        add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"#777\" stroke-width=\"1.5\"/>%n", path);
    }

    /// Points carry a number, since names would lie on one another; the list beside them says
    /// whose.
    private static void points(StringBuilder svg, Comparison comparison) {
        int number = 0;
        for (Comparison.Row row : comparison.rows()) {
            if (!(row.policy() instanceof Policy.Fixed fixed) || named(fixed)) {
                number++;
                point(svg, row, number);
                add(
                        svg,
                        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%d %s</text>%n",
                        LEFT + PLOT_WIDTH + 14,
                        TOP + 8 + 16 * number,
                        colour(row.policy()),
                        number,
                        row.policy().id());
            }
        }
    }

    private static void point(StringBuilder svg, Comparison.Row row, int number) {
        Estimate treatments = row.of(Measure.TREATMENTS);
        Estimate unwell = row.of(Measure.UNWELL_DAYS);
        double x = x(treatments.value());
        double y = y(unwell.value());
        String colour = colour(row.policy());
        add(
                svg,
                "<path d=\"M%.1f %.1f H%.1f M%.1f %.1f V%.1f\" stroke=\"%s\" opacity=\"0.5\"/>%n",
                x(treatments.low()),
                y,
                x(treatments.high()),
                x,
                y(unwell.low()),
                y(unwell.high()),
                colour);
        add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", x, y, colour);
        add(
                svg,
                "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%d</text>%n",
                x + 5,
                number % 2 == 0 ? y - 5 : y + 13,
                colour,
                number);
    }

    private static boolean named(Policy.Fixed fixed) {
        return TrialPolicies.FIXED.contains(fixed.days());
    }

    /// Distinguishable also without red and green.
    private static String colour(Policy policy) {
        return switch (policy) {
            case Policy.Never _, Policy.Fixed _ -> "#777";
            case Policy.Ours _ -> "#0072b2";
            case Policy.Clairvoyant _ -> "#000";
            case Policy.Rule _ -> "#d55e00";
        };
    }

    private static double x(double treatments) {
        return LEFT + PLOT_WIDTH * Math.clamp(treatments, 0, MOST_TREATMENTS) / MOST_TREATMENTS;
    }

    private static double y(double days) {
        return TOP + PLOT_HEIGHT * (1 - Math.clamp(days, 0, MOST_DAYS) / MOST_DAYS);
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values));
    }
}
