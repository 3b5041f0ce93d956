package org.evenkeel.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

class SelectionTest {
    @Property(tries = 300)
    void findsWhatSortingFinds(
            @ForAll @Size(min = 1, max = 400) @DoubleRange(min = 0, max = 20) double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int rank = 0; rank < values.length; rank += 7) {
            assertThat(Selection.nth(values, values.length, rank)).isEqualTo(sorted[rank]);
        }
    }

    @Test
    void rowsThatMisleadThePivotTakeNoLonger() {
        // Each half ascends, so that first, middle and last are poor guides over and over.
        double[] organ = IntStream.range(0, 200_000)
                .mapToDouble(i -> i < 100_000 ? i : 200_000 - i)
                .toArray();
        assertThat(Selection.nth(organ, organ.length, 199_998)).isEqualTo(99_999.0);
        double[] equal = new double[100_000];
        assertThat(Selection.nth(equal, equal.length, 50_000)).isZero();
    }
}
