package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.course.Rating;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EarlyWarningTest {
    @Test
    void aConfirmedRiseWarnsAndASingleOneDoesNot() {
        assertThat(warned(4, 5, 4, 11)).isFalse();
        assertThat(warned(4, 5, 4, 11, 12)).isTrue();
        assertThat(warned(4, 5, 4, 11, 5)).isFalse();
    }

    @Test
    void aSlowRiseWarnsOnceItIsWellAboveTheBest() {
        assertThat(warned(3, 3, 5, 7, 8)).isFalse();
        assertThat(warned(3, 3, 5, 7, 9, 11, 12)).isTrue();
    }

    @Test
    void whoNeverImprovedIsNoWarning() {
        assertThat(warned(19, 20, 18, 19, 20, 19)).isFalse();
    }

    @Test
    void anAnswerFromBeforeTheLatestTreatmentIsNoNews() {
        List<Rating> ratings = weekly(4, 5, 4, 11, 12);
        assertThat(EarlyWarning.confirmed(ratings, ratings.getLast().day())).isFalse();
    }

    private static boolean warned(int... scores) {
        return EarlyWarning.confirmed(weekly(scores), 0);
    }

    private static List<Rating> weekly(int... scores) {
        List<Rating> ratings = new ArrayList<>();
        for (int score : scores) {
            ratings.add(Rating.of(7 * (ratings.size() + 1), score));
        }
        return ratings;
    }
}
