package org.evenkeel.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static final NormalDistribution LIBRARY = new NormalDistribution();
    /// What the class promises of its table.
    private static final double TABLE = 1e-9;

    @Test
    void agreesWithTheLibraryOverTheWholeLine() {
        for (double z = -12; z <= 12; z += 0.00371) {
            assertThat(Normal.cdf(z))
                    .as("cdf(%s)", z)
                    .isEqualTo(LIBRARY.cumulativeProbability(z), within(TABLE));
        }
    }

    @Test
    void manyAtOnceAgreeWithTheLibraryAndLeaveTheOthersAlone() {
        for (double z = -12; z <= 12; z += 0.00371) {
            double[] values = {5, z, -z, 5};
            Normal.cdf(values, 1, 3);
            double expected = LIBRARY.cumulativeProbability(z);
            assertThat(values[1]).as("cdf(%s)", z).isEqualTo(expected, within(3e-9));
            assertThat(values[2]).as("cdf(%s)", -z).isEqualTo(1 - expected, within(3e-9));
            assertThat(values).startsWith(5).endsWith(5);
        }
    }

    @Test
    void theLogarithmHoldsFarIntoTheTail() {
        for (double z = -30; z <= 3; z += 0.37) {
            double expected = LIBRARY.logDensity(z)
                    - Math.log(z < -7 ? -z : Normal.density(z) / LIBRARY.cumulativeProbability(z));
            double tolerance = z < -7 ? 1 / (z * z) : 1e-7 * Math.exp(0.5 * z * z);
            assertThat(Normal.logCdf(z)).as("logCdf(%s)", z).isEqualTo(expected, within(tolerance));
        }
    }

    @Test
    void quantileUndoesTheCumulativeProbability() {
        for (double p = 0.001; p < 1; p += 0.01) {
            assertThat(Normal.cdf(Normal.quantile(p))).isEqualTo(p, within(TABLE));
        }
        assertThatThrownBy(() -> Normal.quantile(0)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void spreadPointsHaveTheMomentsOfTheNormalLaw() {
        double[][] points = SpreadPoints.uniform(4096, 5);
        for (int d = 0; d < 5; d++) {
            double sum = 0;
            double squares = 0;
            for (double[] point : points) {
                double z = Normal.quantile(point[d]);
                sum += z;
                squares += z * z;
            }
            assertThat(sum / points.length).isEqualTo(0, within(1e-9));
            assertThat(squares / points.length).isEqualTo(1, within(0.01));
        }
    }
}
