package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.Assessment;
import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Plan;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A protocol drawn along its days: phases, visits and how far each may move, what is dated by a
/// proposal, questionnaires due.
///
/// @param height of the drawing
/// @param bands phases
/// @param visits treatments with their windows
/// @param ticks marks of the axis
/// @param rows questionnaires and scales
/// @param words the same for whoever does not see it
public record Timeline(
        int height,
        List<Band> bands,
        List<Visit> visits,
        List<Tick> ticks,
        List<Row> rows,
        List<String> words) {

    /// Width of the drawing; it is scaled to the page.
    public static final int WIDTH = 960;

    private static final int EDGE = 20;
    private static final int FIRST_ROW = 118;
    private static final int ROW = 40;
    private static final int AXIS = 26;
    private static final int FEWEST_DAYS = 42;
    private static final int MOST_DAYS = 200;
    private static final int SHOWN_INTERVALS = 3;
    private static final int WEEK = 7;
    private static final int MOST_TICKS = 14;
    private static final double HALF_DAY = 0.5;
    private static final int NARROW = 26;

    /// A phase.
    ///
    /// @param kind for its colour
    /// @param label its name; empty where it has no room
    public record Band(String kind, String label, double x, double width) {}

    /// A treatment.
    ///
    /// @param x where it is planned
    /// @param from where its window begins
    /// @param width of its window
    /// @param label its number; empty where it has no room
    public record Visit(double x, double from, double width, String label) {}

    /// A mark of the axis.
    public record Tick(double x, String label) {}

    /// A questionnaire or scale and where it is due.
    public record Row(String label, int y, List<Double> marks) {}

    /// Draws a protocol.
    public static Timeline of(Protocol protocol) {
        return new Drawing(protocol).drawn();
    }

    /// Where the axis stands.
    public int axis() {
        return height - AXIS;
    }

    private static final class Drawing {
        private final Protocol protocol;
        private final int seriesEnd;
        private final int lastDay;
        private final Plan plan;
        private final double scale;

        Drawing(Protocol protocol) {
            this.protocol = protocol;
            this.seriesEnd = protocol.series().getLast().days().getLast();
            this.lastDay = lastDay();
            this.plan = Plan.of(protocol, Body.UNKNOWN, lastDay);
            this.scale = (WIDTH - 2.0 * EDGE) / (lastDay + 1);
        }

        private int lastDay() {
            int after = protocol.maintenance()
                    .map(maintenance -> maintenance
                            .usual()
                            .map(usual -> SHOWN_INTERVALS * usual.days().value()
                                    + usual.window().after().value())
                            .orElse(maintenance.bounds().maximumDays().value()))
                    .orElse(WEEK);
            return Math.clamp(seriesEnd + after + 2, FEWEST_DAYS, Math.max(MOST_DAYS, seriesEnd));
        }

        Timeline drawn() {
            List<Row> rows = rows();
            return new Timeline(
                    FIRST_ROW + rows.size() * ROW + AXIS,
                    bands(),
                    visits(),
                    ticks(),
                    rows,
                    words());
        }

        private List<Band> bands() {
            List<Band> bands = new ArrayList<>();
            for (Series series : protocol.series()) {
                bands.add(band(
                        series.phase(), series.days().getFirst(), series.days().getLast()));
            }
            protocol.maintenance().ifPresent(maintenance -> {
                if (maintenance.usual().isPresent()) {
                    bands.add(band(Phase.MAINTENANCE, seriesEnd + 1, lastDay));
                } else {
                    int from = seriesEnd + maintenance.bounds().minimumDays().value();
                    int to = Math.min(
                            lastDay,
                            seriesEnd + maintenance.bounds().maximumDays().value());
                    bands.add(new Band(
                            "proposal",
                            "next treatment dated by proposal",
                            x(from - HALF_DAY),
                            (to - from + 1) * scale));
                }
            });
            return bands;
        }

        private Band band(Phase phase, int from, int to) {
            double width = (to - from + 1) * scale;
            String name = phase.name().toLowerCase(Locale.ROOT);
            return new Band(
                    name, width > name.length() * 8.0 ? name : "", x(from - HALF_DAY), width);
        }

        private List<Visit> visits() {
            List<Visit> visits = new ArrayList<>();
            double labelled = -NARROW;
            for (Plan.Visit visit : plan.visits()) {
                double x = x(visit.day());
                boolean room = x - labelled >= NARROW / 2.0 + 4;
                labelled = room ? x : labelled;
                visits.add(new Visit(
                        x,
                        x(visit.earliest() - HALF_DAY),
                        (visit.latest() - visit.earliest() + 1) * scale,
                        room ? Integer.toString(visit.number()) : ""));
            }
            return visits;
        }

        private List<Tick> ticks() {
            int weeks = lastDay / WEEK;
            int every = Math.max(1, (weeks + MOST_TICKS - 1) / MOST_TICKS);
            List<Tick> ticks = new ArrayList<>();
            for (int week = 0; week <= weeks; week += every) {
                ticks.add(new Tick(x(week * WEEK), week == 0 ? "day 0" : "week " + week));
            }
            return ticks;
        }

        private List<Row> rows() {
            List<Integer> visits = plan.visits().stream().map(Plan.Visit::day).toList();
            List<Row> rows = new ArrayList<>();
            for (Assessment each : protocol.assessments()) {
                rows.add(new Row(
                        Words.instrument(each.instrument()) + " " + anchor(each),
                        FIRST_ROW + rows.size() * ROW + ROW - 8,
                        each.due(protocol, visits, lastDay).stream()
                                .map(day -> x(day))
                                .toList()));
            }
            return rows;
        }

        private static String anchor(Assessment assessment) {
            String days = assessment.days().value().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            boolean sameDay = days.equals("0");
            return switch (assessment.anchor()) {
                case START -> "on day " + days;
                case EACH_VISIT ->
                    sameDay ? "at every treatment" : days + " days after every treatment";
                case LAST_INDUCTION -> days + " days after the last of the induction";
                case REPEATED -> "every " + days + " days";
            };
        }

        private double x(double day) {
            return EDGE + (day + HALF_DAY) * scale;
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            for (Series series : protocol.series()) {
                words.add(
                        Phase.INDUCTION == series.phase()
                                ? "Induction: " + series(series)
                                : "Continuation: " + series(series));
            }
            words.add(protocol.maintenance()
                    .map(Drawing::maintenance)
                    .orElse("There is nothing after the series."));
            for (Assessment each : protocol.assessments()) {
                words.add(Words.instrument(each.instrument()) + " is due " + anchor(each) + ".");
            }
            return words;
        }

        private static String series(Series series) {
            int visits = series.days().size();
            return visits + (visits == 1 ? " treatment on day " : " treatments on days ")
                    + series.days().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ". " + window(series.window());
        }

        private static String maintenance(Maintenance maintenance) {
            String bounds = maintenance.bounds().minimumDays().value() + " to "
                    + Words.days(maintenance.bounds().maximumDays().value());
            return maintenance
                    .usual()
                    .map(usual -> "Maintenance: a treatment every "
                            + Words.days(usual.days().value()) + ". " + window(usual.window())
                            + " The interval stays within " + bounds + ".")
                    .orElse("Maintenance: the next treatment is dated by a proposal, " + bounds
                            + " after the last.");
        }

        private static String window(Window window) {
            int before = window.before().value();
            int after = window.after().value();
            return before == 0 && after == 0
                    ? "No visit may move."
                    : "A visit may move " + Words.days(before) + " earlier and " + Words.days(after)
                            + " later.";
        }
    }
}
