package org.evenkeel.core.insilico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.insilico.DailyChance.Of;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class DailyChanceTest {
    @Test
    void aDayBringsTheSameWhateverWasDrawnBefore() {
        DailyChance chance = new DailyChance(5, 17);
        long then = chance.on(40, Of.NATURE).nextLong();
        chance.on(12, Of.ANSWER).nextGaussian();
        assertThat(chance.on(40, Of.NATURE).nextLong()).isEqualTo(then);
        assertThat(chance.copy().on(40, Of.NATURE).nextLong()).isEqualTo(then);
    }

    @Test
    void patientsSeedsDaysAndKindsAllDiffer() {
        Set<Long> drawn = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            drawn.add(new DailyChance(1, i).nextLong());
            drawn.add(new DailyChance(2, i).nextLong());
            for (Of whose : Of.values()) {
                drawn.add(new DailyChance(1, 0).on(i - 25, whose).nextLong());
            }
        }
        assertThat(drawn).hasSize(5 * 50);
    }

    @Test
    void drawsOfADayAreEvenAndNeighboursUnrelated() {
        int n = 40_000;
        double sum = 0;
        double together = 0;
        for (int day = 0; day < n; day++) {
            double today = new DailyChance(9, 4).on(day, Of.NATURE).nextDouble() - 0.5;
            double tomorrow = new DailyChance(9, 4).on(day + 1, Of.NATURE).nextDouble() - 0.5;
            sum += today;
            together += 12 * today * tomorrow;
        }
        // Five standard errors.
        assertThat(sum / n).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0 / n)));
        assertThat(together / n).isCloseTo(0, within(5 / Math.sqrt(n)));
    }
}
