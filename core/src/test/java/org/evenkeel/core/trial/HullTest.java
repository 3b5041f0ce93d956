package org.evenkeel.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.trial.Hull.Point;
import org.junit.jupiter.api.Test;

import java.util.List;

class HullTest {
    private static final Hull HULL = Hull.of(List.of(
            new Point(0, 300),
            new Point(40, 110),
            new Point(10, 180),
            new Point(20, 190),
            new Point(20, 100),
            new Point(30, 120)));

    @Test
    void keepsTheLowerConvexCornersUntilMoreNoLongerHelps() {
        assertThat(HULL.corners())
                .containsExactly(new Point(0, 300), new Point(10, 180), new Point(20, 100));
    }

    @Test
    void readsBothWaysBetweenItsCorners() {
        assertThat(HULL.unwellDays(5)).isEqualTo(240);
        assertThat(HULL.treatments(140)).isEqualTo(15);
        assertThat(HULL.unwellDays(99)).isEqualTo(100);
        assertThat(HULL.treatments(99)).isNaN();
        assertThat(HULL.treatments(400)).isZero();
    }

    @Test
    void costsLeastAtACorner() {
        assertThat(HULL.leastCost(4)).isEqualTo(180);
    }
}
