package org.evenkeel.clinic.forecasting.web;

import java.util.List;
import java.util.Optional;

/// How forecasts stood against the answers that came.
///
/// @param known what is known; empty where too few answers have come to say anything
public record CalibrationPage(Optional<Known> known) {
    /// Width of the line shares are drawn on.
    public static final int LINE = 400;

    /// Height of the columns of the fifths.
    public static final int COLUMN = 120;

    /// What is known.
    ///
    /// @param answers how many answers have come
    /// @param band share within the band meant to hold 80 %
    /// @param byHorizon the same by how far ahead, where enough answers have come
    /// @param fifths where answers fell within their forecasts; empty where too few have
    ///     come
    /// @param crps mean score, points
    /// @param drift what the monitor says
    public record Known(
            int answers,
            Shown band,
            List<Row> byHorizon,
            List<Fifth> fifths,
            String crps,
            Drift drift) {}

    /// A share with its interval, in words and as places on a line.
    public record Shown(String share, String interval, String at, String from, String to) {}

    /// One horizon.
    public record Row(String label, int answers, Shown band) {}

    /// One fifth of the forecasts.
    ///
    /// @param label from the best to the worst
    /// @param top where its column begins
    /// @param height of its column
    public record Fifth(String label, String share, String interval, String top, String height) {}

    /// What the monitor says.
    ///
    /// @param alarm whether forecasts are no longer calibrated
    /// @param words in a sentence
    /// @param lean how they are wrong; empty without an alarm
    /// @param rate the false alarms to be expected
    public record Drift(boolean alarm, String words, String lean, String rate) {}
}
