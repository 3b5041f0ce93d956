package org.evenkeel.core.forecast;

/// A forecast that was made before an answer came, beside the answer.
///
/// @param horizonDays days from the forecast to the day it was for
/// @param crps continuous ranked probability score, points
/// @param pit where the answer fell within the forecast, 0 to 1
/// @param inside whether it fell into the band of 80 %
public record ScoredForecast(int horizonDays, double crps, double pit, boolean inside) {
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /// Scores a forecast.
    ///
    /// @param place see [ScoreDistribution#pit(int, double)]
    public static ScoredForecast of(
            int horizonDays, ScoreDistribution forecast, int observed, double place) {
        return new ScoredForecast(
                horizonDays,
                forecast.crps(observed),
                forecast.pit(observed, place),
                observed >= forecast.quantile(LOW) && observed <= forecast.quantile(HIGH));
    }
}
