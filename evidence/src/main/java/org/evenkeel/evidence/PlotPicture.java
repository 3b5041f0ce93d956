package org.evenkeel.evidence;

import java.util.List;
import java.util.Locale;

/// A plot as SVG. Lines are told apart by dashes and by a legend, not by colour alone.
final class PlotPicture {
    private static final int WIDTH = 320;
    private static final int LEGEND = 16;
    private static final int LEFT = 44;
    private static final int RIGHT = 308;
    private static final int TOP = 24;
    private static final int BOTTOM = 190;
    private static final List<String> COLOURS =
            List.of("var(--a)", "var(--b)", "var(--c)", "var(--d)", "var(--e)");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "8 3 2 3", "1 5");

    private final Claim.Plot plot;
    private final double least;
    private final double most;
    private final StringBuilder out = new StringBuilder();

    private PlotPicture(Claim.Plot plot) {
        this.plot = plot;
        least = Math.min(0, extreme(-1));
        most = Math.max(1e-9, 1.05 * extreme(1));
    }

    private double extreme(int sign) {
        return sign
                * plot.lines().stream()
                        .flatMap(line -> line.values().stream())
                        .mapToDouble(value -> sign * value)
                        .max()
                        .orElse(0);
    }

    static String of(Claim.Plot plot) {
        return new PlotPicture(plot).drawn();
    }

    private String drawn() {
        int height = BOTTOM + 40 + LEGEND * plot.lines().size();
        out.append("<figure><svg role=\"img\" viewBox=\"0 0 ").append(WIDTH).append(' ');
        out.append(height).append("\" aria-label=\"").append(HtmlPage.text(plot.title()));
        out.append("\">\n");
        words(LEFT, 14, "start", plot.title());
        axes();
        for (int n = 0; n < plot.lines().size(); n++) {
            if (plot.bars()) {
                bars(plot.lines().get(n), n);
            } else {
                line(plot.lines().get(n), n);
            }
            legend(n);
        }
        return out.append("</svg></figure>\n").toString();
    }

    private void axes() {
        for (double value : new double[] {least, (least + most) / 2, most}) {
            out.append("<line class=\"axis\" x1=\"" + LEFT + "\" x2=\"" + RIGHT + "\" y1=\"");
            out.append(up(value)).append("\" y2=\"").append(up(value)).append("\"/>\n");
            words(LEFT - 4, up(value) + 4, "end", number(value, 2));
        }
        words(across(0), BOTTOM + 16, "middle", number(plot.places().getFirst(), 2));
        words(
                across(plot.places().size() - 1),
                BOTTOM + 16,
                "middle",
                number(plot.places().getLast(), 2));
        words((LEFT + RIGHT) / 2.0, BOTTOM + 16, "middle", plot.across());
    }

    private void line(Claim.Line line, int n) {
        out.append("<polyline class=\"line\" stroke=\"").append(colour(n)).append('"');
        out.append(" stroke-dasharray=\"").append(DASHES.get(n % DASHES.size()));
        out.append("\" points=\"");
        for (int i = 0; i < line.values().size(); i++) {
            out.append(number(across(i), 1)).append(',');
            out.append(number(up(line.values().get(i)), 1)).append(' ');
        }
        out.append("\"/>\n");
    }

    private void bars(Claim.Line line, int n) {
        double slot = (RIGHT - LEFT) / (double) line.values().size();
        double width = 0.8 * slot / plot.lines().size();
        for (int i = 0; i < line.values().size(); i++) {
            double top = up(line.values().get(i));
            out.append("<rect x=\"").append(number(LEFT + i * slot + n * width + 0.1 * slot, 1));
            out.append("\" y=\"").append(number(top, 1)).append("\" width=\"");
            out.append(number(width, 1)).append("\" height=\"");
            out.append(number(BOTTOM - top, 1)).append("\" fill=\"").append(colour(n));
            out.append("\"/>\n");
        }
    }

    private void legend(int n) {
        int y = BOTTOM + 36 + LEGEND * n;
        out.append("<line x1=\"" + LEFT + "\" x2=\"" + (LEFT + 28) + "\" y1=\"");
        out.append(y - 4).append("\" y2=\"").append(y - 4).append("\" stroke-width=\"");
        out.append(plot.bars() ? 8 : 2).append("\" stroke=\"").append(colour(n));
        out.append("\" stroke-dasharray=\"");
        out.append(plot.bars() ? "" : DASHES.get(n % DASHES.size())).append("\"/>\n");
        words(LEFT + 34, y, "start", plot.lines().get(n).name());
    }

    private void words(double x, double y, String anchor, String words) {
        out.append("<text x=\"").append(number(x, 1)).append("\" y=\"").append(number(y, 1));
        out.append("\" text-anchor=\"").append(anchor).append("\">");
        out.append(HtmlPage.text(words)).append("</text>\n");
    }

    private double across(int i) {
        double slot = (RIGHT - LEFT) / (double) plot.places().size();
        return plot.bars()
                ? LEFT + (i + 0.5) * slot
                : LEFT + i * (RIGHT - LEFT) / Math.max(1.0, plot.places().size() - 1);
    }

    private double up(double value) {
        return BOTTOM - (value - least) / (most - least) * (BOTTOM - TOP);
    }

    private static String colour(int n) {
        return COLOURS.get(n % COLOURS.size());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
