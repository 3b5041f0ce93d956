package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.insilico.DailyChance;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class VisitsTest {
    private static final Visits VISITS = Visits.usual();
    private static final int MANY = 20_000;

    @Test
    void appointmentsSlipByADayEarlyToFourLateAndOneInTwentyIsMissedByAWeek() {
        Set<Integer> slips = new HashSet<>();
        int missed = 0;
        for (int n = 0; n < MANY; n++) {
            int slip = VISITS.kept(100, new DailyChance(1, n)) - 100;
            slips.add(slip);
            missed += slip >= 6 ? 1 : 0;
        }
        assertThat(slips).containsExactlyInAnyOrder(-1, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11);
        assertThat(missed / (double) MANY).isCloseTo(0.05, within(0.006));
    }

    @Test
    void oneQuestionnaireInSixGoesMissingMoreWhenUnwell() {
        double well = missing(false);
        double unwell = missing(true);
        assertThat(unwell).isGreaterThan(well + 0.04);
        assertThat((well + unwell) / 2).isCloseTo(1 / 6.0, within(0.02));
    }

    @Test
    void oneInTenLeavesInAYear() {
        int left = 0;
        for (int n = 0; n < MANY; n++) {
            left += VISITS.stays(365, new DailyChance(3, n)) < 365 ? 1 : 0;
        }
        assertThat(left / (double) MANY).isCloseTo(0.095, within(0.01));
    }

    private static double missing(boolean unwell) {
        int missing = 0;
        for (int n = 0; n < MANY; n++) {
            missing += VISITS.answers(21, unwell, new DailyChance(2, n)) ? 0 : 1;
        }
        return missing / (double) MANY;
    }
}
