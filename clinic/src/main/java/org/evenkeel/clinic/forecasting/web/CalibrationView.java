package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.web.CalibrationPage.Drift;
import org.evenkeel.clinic.forecasting.web.CalibrationPage.Fifth;
import org.evenkeel.clinic.forecasting.web.CalibrationPage.Known;
import org.evenkeel.clinic.forecasting.web.CalibrationPage.Row;
import org.evenkeel.clinic.forecasting.web.CalibrationPage.Shown;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.forecast.Calibration;
import org.evenkeel.core.forecast.Calibration.Share;
import org.evenkeel.core.forecast.DriftMonitor;
import org.evenkeel.core.forecast.DriftMonitor.Lean;
import org.evenkeel.core.forecast.DriftMonitor.Verdict;
import org.evenkeel.core.forecast.ScoredForecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Turns scored forecasts into a page. Nothing rests on fewer answers than are shown of
/// people anywhere.
final class CalibrationView {
    private static final int SMALLEST_SHOWN = 11;
    private static final List<String> FIFTHS =
            List.of("Much better", "Better", "As forecast", "Worse", "Much worse");

    private CalibrationView() {}

    static CalibrationPage page(List<ScoredForecast> scored) {
        return new CalibrationPage(
                scored.size() < SMALLEST_SHOWN ? Optional.empty() : Optional.of(known(scored)));
    }

    /// Whether the monitor says that forecasts are no longer calibrated.
    static boolean isDrifted(List<ScoredForecast> scored) {
        return scored.size() >= SMALLEST_SHOWN && verdict(scored).isAlarm();
    }

    private static Verdict verdict(List<ScoredForecast> scored) {
        return DriftMonitor.over(scored.stream().map(ScoredForecast::pit).toList());
    }

    private static Known known(List<ScoredForecast> scored) {
        Calibration all = Calibration.of(scored);
        List<Row> rows = scored.stream()
                .collect(Collectors.groupingBy(
                        ScoredForecast::horizonDays, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().size() >= SMALLEST_SHOWN)
                .map(each -> new Row(
                        "About " + Words.days(each.getKey()) + " ahead",
                        each.getValue().size(),
                        shown(Calibration.of(each.getValue()).inside())))
                .toList();
        return new Known(
                scored.size(),
                shown(all.inside()),
                rows,
                scored.size() < SMALLEST_SHOWN * FIFTHS.size() ? List.of() : fifths(all),
                Words.decimal(all.crps()),
                drift(verdict(scored)));
    }

    private static Shown shown(Share share) {
        return new Shown(
                Words.percent(share.value()),
                Words.percent(share.low()) + " to " + Words.percent(share.high()),
                number(share.value() * CalibrationPage.LINE),
                number(share.low() * CalibrationPage.LINE),
                number(share.high() * CalibrationPage.LINE));
    }

    private static List<Fifth> fifths(Calibration all) {
        List<Fifth> fifths = new ArrayList<>();
        for (int i = 0; i < FIFTHS.size(); i++) {
            Share share = all.fifths().get(i);
            // Two fifths fill the height: the line of one fifth stands in the middle.
            double height = Math.min(1, share.value() / 0.4) * CalibrationPage.COLUMN;
            fifths.add(new Fifth(
                    FIFTHS.get(i),
                    Words.percent(share.value()),
                    Words.percent(share.low()) + " to " + Words.percent(share.high()),
                    number(CalibrationPage.COLUMN - height),
                    number(height)));
        }
        return fifths;
    }

    private static Drift drift(Verdict verdict) {
        String rate = "If forecasts are right, a false alarm comes on average not before "
                + String.format(Locale.ENGLISH, "%,d", DriftMonitor.ANSWERS_PER_FALSE_ALARM)
                + " answers: among the next 100 answers with a chance of at most "
                + Words.percent(100.0 / DriftMonitor.ANSWERS_PER_FALSE_ALARM) + ".";
        return verdict.isAlarm()
                ? new Drift(
                        true,
                        "Forecasts are no longer calibrated for this clinic's patients.",
                        lean(verdict.lean()),
                        rate)
                : new Drift(false, "No sign that forecasts have gone wrong.", "", rate);
    }

    private static String lean(Lean lean) {
        return switch (lean) {
            case WORSE -> "Patients do worse than forecast: dates come too late.";
            case BETTER -> "Patients do better than forecast: dates come too early.";
            case NARROW -> "Answers lie further out than forecast: the bands are too narrow.";
            case WIDE -> "Answers lie closer to the middle than forecast: the bands are too wide.";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
