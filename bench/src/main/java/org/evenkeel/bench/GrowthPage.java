package org.evenkeel.bench;

import org.evenkeel.bench.GrowthBenchmark.Point;
import org.evenkeel.bench.GrowthBenchmark.Series;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// The growth of time as a table and a picture.
final class GrowthPage {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 260;
    private static final int LEFT = 50;
    private static final int TOP = 34;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 16;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 46;
    private static final int LINES = 4;

    private GrowthPage() {}

    static String of(List<Series> all, String picture) {
        return """
                # How time grows

                Generated on %s by `./evenkeel bench growth --page FILE`: Java %s, %d cores of
                which one is used. The engine in memory and warm, without files, start-up or
                compilation. Processor time, the least of five runs. Virtual patients, scores and
                treatments spread evenly over a year.

                Where patients grow in number: a posterior, eight weekly days with the chance of
                relapse, and the next date by cost, for which the posterior is worked out a second
                time. Where their scores or treatments do: the posterior and the eight days, with
                a threshold that leaves nobody out of relapse; whether there is a date hangs on
                the scores and treatments themselves.

                ![processor time against patients, scores and treatments](%s)

                %s
                `linear` is the straight line through the measured points (least squares), and how
                far the point farthest from it lies away, as a share of the largest.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        picture,
                        table(all));
    }

    static String table(List<Series> all) {
        StringBuilder table = new StringBuilder();
        for (Series series : all) {
            add(table, "| %s (%s) | s | ms a patient |%n", series.title(), series.fixed());
            table.append("| ---: | ---: | ---: |\n");
            for (Point point : series.points()) {
                double each = 1e3 * point.seconds() / point.patients();
                add(table, "| %,d | %.3f | %.3f |%n", point.size(), point.seconds(), each);
            }
            Line line = Line.through(series.points());
            add(
                    table,
                    "%nlinear: %.3f s + %.3g s for each; farthest point %.1f %%%n%n",
                    line.begins,
                    line.rises,
                    100 * line.farthest(series.points()));
        }
        return table.toString();
    }

    /// The straight line of least squares.
    private record Line(double begins, double rises) {

        static Line through(List<Point> points) {
            double x = points.stream().mapToDouble(Point::size).average().orElseThrow();
            double y = points.stream().mapToDouble(Point::seconds).average().orElseThrow();
            double square = 0;
            double product = 0;
            for (Point each : points) {
                square += (each.size() - x) * (each.size() - x);
                product += (each.size() - x) * (each.seconds() - y);
            }
            double rises = product / square;
            return new Line(y - rises * x, rises);
        }

        double at(double size) {
            return begins + rises * size;
        }

        double farthest(List<Point> points) {
            return points.stream()
                            .mapToDouble(each -> Math.abs(each.seconds() - at(each.size())))
                            .max()
                            .orElseThrow()
                    / most(points);
        }
    }

    private static double most(List<Point> points) {
        return points.stream().mapToDouble(Point::seconds).max().orElseThrow();
    }

    static String picture(List<Series> all) {
        StringBuilder svg = new StringBuilder();
        add(svg, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="11" \
                font-family="sans-serif" fill="#222">
                <title>Processor time against patients, scores and treatments</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """, all.size() * WIDTH, HEIGHT);
        for (int n = 0; n < all.size(); n++) {
            add(svg, "<g transform=\"translate(%d 0)\">%n", n * WIDTH);
            new Panel(svg, all.get(n)).draw();
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    /// One series: its points, and the straight line through them.
    private static final class Panel {
        private final StringBuilder svg;
        private final Series series;
        private final double widest;
        private final double highest;

        Panel(StringBuilder svg, Series series) {
            this.svg = svg;
            this.series = series;
            widest = series.points().getLast().size();
            highest = 1.1 * most(series.points());
        }

        void draw() {
            add(
                    svg,
                    "<text x=\"%d\" y=\"14\" font-weight=\"bold\">%s</text>%n",
                    LEFT,
                    series.title());
            add(svg, "<text x=\"%d\" y=\"27\" fill=\"#555\">%s</text>%n", LEFT, series.fixed());
            for (int line = 0; line <= LINES; line++) {
                across(highest * line / LINES);
                upward(widest * line / LINES);
            }
            Line line = Line.through(series.points());
            add(
                    svg,
                    "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#777\"/>%n",
                    x(0),
                    y(line.at(0)),
                    x(widest),
                    y(line.at(widest)));
            for (Point each : series.points()) {
                add(
                        svg,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"#1b5e9e\"/>%n",
                        x(each.size()),
                        y(each.seconds()));
            }
            add(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    LEFT + PLOT_WIDTH / 2,
                    HEIGHT - 8,
                    series.title());
        }

        private void across(double seconds) {
            add(
                    svg,
                    "<path d=\"M%d %.1f h%d\" stroke=\"#e4e4e4\"/>%n",
                    LEFT,
                    y(seconds),
                    PLOT_WIDTH);
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f s</text>%n",
                    LEFT - 4,
                    y(seconds) + 4,
                    seconds);
        }

        private void upward(double size) {
            add(svg, "<path d=\"M%.1f %d v%d\" stroke=\"#e4e4e4\"/>%n", x(size), TOP, PLOT_HEIGHT);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>%n",
                    x(size),
                    TOP + PLOT_HEIGHT + 15,
                    size);
        }

        private double x(double size) {
            return LEFT + PLOT_WIDTH * size / widest;
        }

        private double y(double seconds) {
            return TOP + PLOT_HEIGHT * (1 - seconds / highest);
        }
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values));
    }
}
