package org.evenkeel.core.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.Protocols;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.forecast.Instruments;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Maintenance treatments that improve less, or last less long, than a patient's own used to.
class EffectRulesTest {
    private static final String SERIES = "0 2 4 7 9 11";

    @Test
    void treatmentsThatImproveLessThanTheyUsedToAreAQuestion() {
        // Given when unwell: 10, 9 and 10 points gained, then 4 and 3.
        Course course = Courses.of(
                "-1:20 40:15 47:5 70:14 77:5 100:15 107:5 130:14 137:10 160:13 167:10",
                SERIES + " 40 70 100 130 160");
        assertThat(codes(course)).contains("effect-loss");
    }

    @Test
    void wellTimedTreatmentsAreNoLossOfEffect() {
        Course course = Courses.of(
                "-1:20 40:15 47:5 70:14 77:5 100:15 107:5 120:5 127:4 140:6 147:5",
                SERIES + " 40 70 100 120 140");
        assertThat(codes(course)).doesNotContain("effect-loss");
    }

    @Test
    void treatmentsThatLastLessLongAreAQuestion() {
        Course course = Courses.of(
                "-1:20 20:5 45:12 50:4 85:13 90:4 125:12 130:4 140:14 146:5 156:13",
                SERIES + " 46 86 126 141");
        assertThat(codes(course)).contains("duration-loss");
    }

    @Test
    void stayingWellUntilTheNextTreatmentIsNoLoss() {
        Course course = Courses.of(
                "-1:20 20:5 45:12 50:4 85:13 90:4 125:12 130:4 140:5 146:5 156:6",
                SERIES + " 46 86 126 141 155");
        assertThat(codes(course)).doesNotContain("duration-loss");
    }

    @Test
    void aFewTreatmentsSayNothingYet() {
        Course course = Courses.of("-1:20 40:15 47:12 70:14 77:13", SERIES + " 40 70");
        assertThat(codes(course)).doesNotContain("effect-loss", "duration-loss");
    }

    private static List<String> codes(Course course) {
        return SafetyRules.review(
                        course,
                        Protocols.adaptive(),
                        Instruments.phq9(),
                        Protocols.limits(),
                        course.latestRating().orElseThrow().day())
                .stream()
                .map(finding -> finding.reason().code().code())
                .toList();
    }
}
