package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CalibrationTest {
    /// Scores 0 to 3 with probabilities 0.1, 0.4, 0.3 and 0.2.
    private static final ScoreDistribution FORECAST =
            ScoreDistribution.of(0, new double[] {0.1, 0.5, 0.8, 1});

    @Test
    void whatWasKeptIsTheSameForecast() {
        ScoreDistribution again = ScoreDistribution.of(0, FORECAST.cumulative());

        assertThat(again.mean()).isEqualTo(1.6, within(1e-12));
        assertThat(again.quantiles()).isEqualTo(FORECAST.quantiles());
    }

    @Test
    void aDistributionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ScoreDistribution.of(0, new double[] {0.5, 0.4, 1}))
                .hasMessageContaining("must ascend");
        assertThatThrownBy(() -> ScoreDistribution.of(0, new double[] {0.5, 0.9}))
                .hasMessageContaining("the last must be 1");
    }

    @Test
    void anAnswerIsPlacedWithinItsStep() {
        assertThat(FORECAST.pit(1, 0)).isEqualTo(0.1, within(1e-12));
        assertThat(FORECAST.pit(1, 0.5)).isEqualTo(0.3, within(1e-12));
        assertThat(FORECAST.pit(0, 0.5)).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void sharesCountWithWilsonsInterval() {
        List<ScoredForecast> scored = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scored.add(new ScoredForecast(7, 2, (i + 0.5) / 20, i < 16));
        }
        Calibration calibration = Calibration.of(scored);

        assertThat(calibration.inside().value()).isEqualTo(0.8);
        assertThat(calibration.inside().low()).isEqualTo(0.584, within(5e-4));
        assertThat(calibration.inside().high()).isEqualTo(0.919, within(5e-4));
        assertThat(calibration.fifths())
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.value()).isEqualTo(0.2));
        assertThat(calibration.crps()).isEqualTo(2);
    }

    @Test
    void theBandIsThatOfTheForecast() {
        ScoreDistribution sure = ScoreDistribution.of(0, new double[] {0.1, 0.5, 0.95, 1});

        assertThat(ScoredForecast.of(7, sure, 3, 0.5).inside()).isFalse();
        assertThat(ScoredForecast.of(7, FORECAST, 2, 0.5).inside()).isTrue();
        assertThat(ScoredForecast.of(7, FORECAST, 2, 0.5).crps()).isEqualTo(FORECAST.crps(2));
    }

    @Test
    void withoutAnswersThereIsNone() {
        assertThatThrownBy(() -> Calibration.of(List.of())).hasMessageContaining("got none");
    }
}
