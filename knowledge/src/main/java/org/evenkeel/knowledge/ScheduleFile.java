package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.IntervalBounds.EarlyWarning;
import org.evenkeel.core.protocol.IntervalBounds.ScoreRule;
import org.evenkeel.core.protocol.IntervalBounds.Stability;
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
    private static final String POINTS = "{score}";

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
        Optional<ScoreRule> scores = step.optionalSection("scores", ScheduleFile::scores);
        step.end();
        return new StepRule(lengthenBy, shortenBy, scores);
    }

    private static ScoreRule scores(Section scores) throws Unreadable {
        InstrumentId instrument = new InstrumentId(scores.text("instrument"));
        Optional<Stability> stable = scores.section("stable", ScheduleFile::stable);
        Optional<EarlyWarning> warning = scores.section("warning", ScheduleFile::warning);
        scores.end();
        return new ScoreRule(instrument, stable.orElseThrow(), warning.orElseThrow());
    }

    private static Stability stable(Section stable) throws Unreadable {
        Cited<Integer> visits = stable.whole("visits", "1");
        Cited<Integer> change = stable.whole("change", POINTS);
        stable.end();
        return new Stability(visits, change);
    }

    private static EarlyWarning warning(Section warning) throws Unreadable {
        Cited<Integer> rise = warning.whole("rise", POINTS);
        Cited<Double> smoothing = warning.number("smoothing", "1");
        Cited<Integer> aboveBest = warning.whole("aboveBest", POINTS);
        Cited<Integer> from = warning.whole("from", POINTS);
        Cited<Integer> confirmWithin = warning.whole("confirmWithin", DAYS);
        warning.end();
        return new EarlyWarning(rise, smoothing, aboveBest, from, confirmWithin);
    }

    private static Window window(Section window) throws Unreadable {
        Cited<Integer> before = window.whole("before", DAYS);
        Cited<Integer> after = window.whole("after", DAYS);
        window.end();
        return new Window(before, after);
    }
}
