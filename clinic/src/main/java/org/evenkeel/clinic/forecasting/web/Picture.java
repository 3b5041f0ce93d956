package org.evenkeel.clinic.forecasting.web;

import java.util.List;

/// What the chart of a patient draws; days are ISO dates.
///
/// @param instrument name of the questionnaire
/// @param maximum top of its scale
/// @param threshold from which on a score means unwell
/// @param riskLimit chance of being unwell the clinic accepts
/// @param today the day the forecast starts from
/// @param scores what happened
/// @param treatments what was given
/// @param outlook what is likely without a treatment
/// @param window days the protocol allows, and the proposed one; absent where there is none
/// @param booked the day booked, or an empty text
public record Picture(
        String instrument,
        int maximum,
        int threshold,
        double riskLimit,
        String today,
        List<Score> scores,
        List<Given> treatments,
        Band outlook,
        List<Window> window,
        String booked) {

    /// A score on a day.
    public record Score(String day, int value) {}

    /// A treatment on a day, in words.
    public record Given(String day, String words) {}

    /// Days allowed and, where there is one, the day proposed (else empty).
    public record Window(String earliest, String proposed, String latest) {}

    /// Quantiles of the score for each day, and the chance of being unwell.
    public record Band(
            List<String> days,
            List<Double> p10,
            List<Double> p25,
            List<Double> p50,
            List<Double> p75,
            List<Double> p90,
            List<Double> unwell) {

        static final Band NONE = new Band(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
