package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.protocol.IntervalTable;
import org.evenkeel.core.protocol.Ladder;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.MiniSeries;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Window;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How series, maintenance and ladders stand in their files.
///
/// @param conditions how conditions are read
record ScheduleFile(Supplier<ConditionFile> conditions) {
    private static final String DAYS = "d";

    Ladder ladder(Section file) throws Unreadable {
        Kind.LADDER.require(file);
        List<String> sources = file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        String title = file.text("title");
        List<Series> series =
                file.has("series") ? file.sections("series", ScheduleFile::series) : List.of();
        Optional<Maintenance> maintenance = file.optionalSection("maintenance", this::maintenance);
        List<String> caveats = file.has("caveats") ? file.texts("caveats") : List.of();
        file.end();
        return new Ladder(id, version, title, series, maintenance, caveats, sources);
    }

    static Series series(Section series) throws Unreadable {
        Phase phase = series.choice("phase", List.of(Phase.INDUCTION, Phase.CONTINUATION));
        Cited<List<Integer>> days = series.wholes("days", DAYS);
        String words = series.text("words");
        Optional<Window> window = series.section("window", ScheduleFile::window);
        series.end();
        return new Series(phase, days.value(), window.orElseThrow(), days.map(_ -> words));
    }

    Maintenance maintenance(Section maintenance) throws Unreadable {
        Optional<Usual> usual = maintenance.optionalSection("usual", ScheduleFile::usual);
        Cited<Integer> minimum = maintenance.whole("minimum", DAYS);
        Cited<Integer> maximum = maintenance.whole("maximum", DAYS);
        Optional<StepRule> step = maintenance.optionalSection("step", ScheduleFile::step);
        Optional<IntervalTable> table = maintenance.optionalSection("table", this::table);
        Optional<MiniSeries> onRelapse =
                maintenance.optionalSection("onRelapse", ScheduleFile::miniSeries);
        String words = maintenance.text("words");
        maintenance.end();
        Cited<String> basis = usual.map(Usual::days).orElse(maximum).map(_ -> words);
        return new Maintenance(
                usual, new IntervalBounds(minimum, maximum, step), basis, table, onRelapse);
    }

    private IntervalTable table(Section table) throws Unreadable {
        Cited<Integer> from = table.whole("fromDay", DAYS);
        Cited<Integer> every = table.whole("every", DAYS);
        List<IntervalTable.Row> rows = table.sections("rows", this::row);
        table.end();
        return new IntervalTable(from, every, rows);
    }

    private IntervalTable.Row row(Section row) throws Unreadable {
        int present = row.integer("present");
        List<Integer> next = row.integers("next");
        Optional<Condition> when = row.section("when", part -> conditions.get().read(part));
        String words = row.text("words");
        Cited<String> cited = row.cited(DAYS, words);
        return new IntervalTable.Row(present, when.orElseThrow(), next, cited);
    }

    private static MiniSeries miniSeries(Section mini) throws Unreadable {
        Cited<Integer> visits = mini.whole("visits", "1");
        Cited<Integer> apartFrom = mini.whole("apartFrom", DAYS);
        Cited<Integer> apartTo = mini.whole("apartTo", DAYS);
        Cited<Double> shortenBy = mini.number("shortenBy", "1");
        mini.end();
        return new MiniSeries(visits, apartFrom, apartTo, shortenBy);
    }

    private static Usual usual(Section usual) throws Unreadable {
        Cited<Integer> days = usual.whole("days", DAYS);
        Optional<Window> window = usual.section("window", ScheduleFile::window);
        usual.end();
        return new Usual(days, window.orElseThrow());
    }

    private static StepRule step(Section step) throws Unreadable {
        Cited<Double> lengthenBy = step.number("lengthenBy", "1");
        Cited<Double> shortenBy = step.number("shortenBy", "1");
        step.end();
        return new StepRule(lengthenBy, shortenBy);
    }

    private static Window window(Section window) throws Unreadable {
        Cited<Integer> before = window.whole("before", DAYS);
        Cited<Integer> after = window.whole("after", DAYS);
        window.end();
        return new Window(before, after);
    }
}
