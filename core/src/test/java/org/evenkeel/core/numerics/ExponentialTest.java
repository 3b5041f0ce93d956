package org.evenkeel.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void agreesWithTheLibraryAsFarAsPromised() {
        for (double x = 0; x > -700; x -= 0.0373) {
            double[] value = {x, 5};
            Exponential.ofNegative(value, 1);
            double percent = x > -40 ? 1e-10 : 0.3;
            assertThat(value[0]).as("exp(%s)", x).isCloseTo(Math.exp(x), withinPercentage(percent));
            assertThat(value[1]).as("beyond the count").isEqualTo(5);
        }
    }

    @Test
    void whatIsFarBelowIsAsGoodAsNothing() {
        double[] value = {-1e6, Double.NEGATIVE_INFINITY};
        Exponential.ofNegative(value, 2);
        assertThat(value).containsOnly(value[0]);
        assertThat(value[0]).isPositive().isLessThan(1e-300);
    }
}
