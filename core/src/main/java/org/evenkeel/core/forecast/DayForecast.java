package org.evenkeel.core.forecast;

import java.util.OptionalDouble;

/// What one day is likely to bring.
///
/// Mean, spread and quantiles are those of the score that would be observed; `unwell` is about
/// underlying severity, without questionnaire noise.
///
/// @param day the day
/// @param mean expected score
/// @param sd standard deviation of the score
/// @param quantiles the 10, 25, 50, 75 and 90 % points
/// @param above probability that the score reaches the threshold that day
/// @param relapse probability that it does on any asked day up to this one, for a patient whose
///     latest score is below the threshold
/// @param unwell probability that underlying severity is at or above the threshold that day
public record DayForecast(
        int day,
        double mean,
        double sd,
        Quantiles quantiles,
        double above,
        OptionalDouble relapse,
        double unwell) {

    /// Five points of a distribution.
    public record Quantiles(double p10, double p25, double p50, double p75, double p90) {}

    DayForecast withRelapse(double probability) {
        return new DayForecast(
                day, mean, sd, quantiles, above, OptionalDouble.of(probability), unwell);
    }
}
