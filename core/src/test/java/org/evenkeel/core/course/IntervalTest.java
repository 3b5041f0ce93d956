package org.evenkeel.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.forecast.Courses;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

class IntervalTest {
    @Test
    void eachTreatmentOwnsTheScoresUpToTheNext() {
        List<Interval> all = Interval.of(Courses.of("-1:19 0:18 7:8 14:4 20:9 27:3", "0 20"));

        assertThat(all).hasSize(2);
        assertThat(all.getFirst().days()).hasValue(20);
        assertThat(all.getFirst().best()).hasValue(4);
        assertThat(all.getFirst().last()).hasValue(9);
        assertThat(all.getLast().days()).isEmpty();
        assertThat(all.getLast().best()).hasValue(3);
        assertThat(all.getLast().last()).hasValue(3);
    }

    @Test
    void withoutScoresNothingIsSaidOfThem() {
        Interval only = Interval.of(Courses.of("0:18", "0")).getFirst();

        assertThat(only.best()).isEqualTo(OptionalInt.empty());
        assertThat(only.last()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void twoDosesOfADayAreOneTreatment() {
        Interval only = Interval.of(Courses.of("", "3 3")).getFirst();

        assertThat(only.dosePerKg().orElseThrow().value()).isEqualByComparingTo("1.0");
    }
}
