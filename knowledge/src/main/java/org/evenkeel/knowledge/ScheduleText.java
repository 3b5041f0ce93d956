package org.evenkeel.knowledge;

import org.evenkeel.core.protocol.IntervalBounds.EarlyWarning;
import org.evenkeel.core.protocol.IntervalBounds.ScoreRule;
import org.evenkeel.core.protocol.IntervalBounds.Stability;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.protocol.IntervalTable;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Maintenance.MiniSeries;
import org.evenkeel.core.protocol.Maintenance.Usual;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Window;
import org.evenkeel.core.units.Cited;

/// Writes series and maintenance as [ScheduleFile] reads them.
///
/// @param conditions how conditions are written
record ScheduleText(ConditionText conditions) {
    private static final String DAYS = "d";
    private static final String POINTS = "{score}";

    static Keys series(Series series, Keys keys) {
        return keys.word("phase", series.phase())
                .cited("days", DAYS, series.basis().map(_ -> series.days()))
                .put("words", series.basis().value())
                .section("window", series.window(), ScheduleText::window);
    }

    Keys maintenance(Maintenance maintenance, Keys keys) {
        Cited<Integer> basis =
                maintenance.usual().map(Usual::days).orElse(maintenance.bounds().maximumDays());
        if (!basis.map(_ -> maintenance.basis().value()).equals(maintenance.basis())) {
            throw new IllegalArgumentException("maintenance rests on the evidence for its usual "
                    + "interval or else its longest, got another: "
                    + maintenance.basis().source());
        }
        return keys.put("words", maintenance.basis().value())
                .section("usual", maintenance.usual(), ScheduleText::usual)
                .cited("minimum", DAYS, maintenance.bounds().minimumDays())
                .cited("maximum", DAYS, maintenance.bounds().maximumDays())
                .section("step", maintenance.bounds().step(), ScheduleText::step)
                .section("table", maintenance.table(), this::table)
                .section("onRelapse", maintenance.onRelapse(), ScheduleText::miniSeries);
    }

    private Keys table(IntervalTable table, Keys keys) {
        return keys.cited("fromDay", DAYS, table.fromDay())
                .cited("every", DAYS, table.every())
                .sections("rows", table.rows(), this::row);
    }

    private Keys row(IntervalTable.Row row, Keys keys) {
        return keys.put("present", row.presentDays())
                .put("next", row.next())
                .section("when", row.when(), conditions::write)
                .put("unit", DAYS)
                .words(row.words());
    }

    private static Keys miniSeries(MiniSeries mini, Keys keys) {
        return keys.cited("visits", "1", mini.visits())
                .cited("apartFrom", DAYS, mini.apartFrom())
                .cited("apartTo", DAYS, mini.apartTo())
                .cited("shortenBy", "1", mini.shortenBy());
    }

    private static Keys usual(Usual usual, Keys keys) {
        return keys.cited("days", DAYS, usual.days())
                .section("window", usual.window(), ScheduleText::window);
    }

    private static Keys step(StepRule step, Keys keys) {
        return keys.cited("lengthenBy", "1", step.lengthenBy())
                .cited("shortenBy", "1", step.shortenBy())
                .section("scores", step.scores(), ScheduleText::scores);
    }

    private static Keys scores(ScoreRule scores, Keys keys) {
        return keys.put("instrument", scores.instrument().value())
                .section("stable", scores.stable(), ScheduleText::stable)
                .section("warning", scores.warning(), ScheduleText::warning);
    }

    private static Keys stable(Stability stable, Keys keys) {
        return keys.cited("visits", "1", stable.visits()).cited("change", POINTS, stable.change());
    }

    private static Keys warning(EarlyWarning warning, Keys keys) {
        return keys.cited("rise", POINTS, warning.rise())
                .cited("smoothing", "1", warning.smoothing())
                .cited("aboveBest", POINTS, warning.aboveBest())
                .cited("from", POINTS, warning.from())
                .cited("confirmWithin", DAYS, warning.confirmDays());
    }

    private static Keys window(Window window, Keys keys) {
        return keys.cited("before", DAYS, window.before()).cited("after", DAYS, window.after());
    }
}
