package org.evenkeel.core.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Quantiles that were found in passing against those of sorted concentrations.
class BandsTest {
    private static final double[] CHANCES = {0, 0.05, 0.5, 0.5001, 0.95, 1};
    private static final double[] HOURS = {-1, 0, 0.01, 0.5, 3, 700};
    private static final List<Dose> DOSES = List.of(new Dose(0, 0.5, 0.6));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 300, 16_384, 16_385, 40_000})
    void areThoseOfTheSortedConcentrations(int count) {
        assertExact(Cohorts.drawn(count, count));
    }

    /// The pilot takes subjects at even distances, which here says nothing about the others.
    @Test
    void areExactWhereThePilotMisleads() {
        Subjects drawn = Cohorts.drawn(32_768, 5);
        int[] byClearance = IntStream.range(0, drawn.count())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> drawn.value(Parameter.CL, i)))
                .mapToInt(Integer::intValue)
                .toArray();
        // The lower half of clearances stands where the pilot looks, the upper half between.
        assertExact(reordered(drawn, at -> byClearance[at / 2 + (at % 2) * 16_384]));
    }

    @Test
    void areExactAmongEqualSubjects() {
        assertExact(reordered(Cohorts.drawn(20_000, 9), at -> at % 3));
    }

    @Test
    void theWorkOfSeveralThreadsAddsUp() {
        Subjects subjects = Cohorts.drawn(20_000, 3);
        Bands bands = new Bands(subjects, DOSES, HOURS, CHANCES);
        Exposure.Worker worker = bands.exposure().worker();
        Tally even = bands.tally();
        Tally odd = bands.tally();
        for (int block = 0; block < bands.exposure().blocks(); block++) {
            (block % 2 == 0 ? even : odd).add(worker.block(block));
        }
        bands.add(odd);
        bands.add(even);
        assertThat(bands.at(3, Analyte.DRUG)).containsExactly(sorted(subjects, 3, Analyte.DRUG));
    }

    @Test
    void chancesMustAscendAndThereMustBeSubjects() {
        Subjects one = Cohorts.drawn(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bands(one, DOSES, HOURS, new double[] {0.5, 0.4}))
                .withMessage("chances ascend from 0 to 1, got 0.4 after 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bands(one, DOSES, HOURS, new double[] {1.5}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bands(Cohorts.drawn(0, 1), DOSES, HOURS, CHANCES));
    }

    private static void assertExact(Subjects subjects) {
        Bands bands = new Bands(subjects, DOSES, HOURS, CHANCES);
        Exposure.Worker worker = bands.exposure().worker();
        Tally tally = bands.tally();
        for (int block = 0; block < bands.exposure().blocks(); block++) {
            tally.add(worker.block(block));
        }
        bands.add(tally);
        for (int time = 0; time < HOURS.length; time++) {
            for (Analyte analyte : Analyte.values()) {
                assertThat(bands.at(time, analyte))
                        .as(analyte + " at " + HOURS[time])
                        .containsExactly(sorted(subjects, time, analyte));
            }
        }
    }

    private static double[] sorted(Subjects subjects, int time, Analyte analyte) {
        Exposure exposure = new Exposure(subjects, DOSES, HOURS);
        Exposure.Worker worker = exposure.worker();
        double[] all = new double[subjects.count()];
        for (int block = 0; block < exposure.blocks(); block++) {
            Concentrations some = worker.block(block);
            for (int i = 0; i < some.count(); i++) {
                all[some.first() + i] =
                        analyte == Analyte.DRUG ? some.drug(i, time) : some.metabolite(i, time);
            }
        }
        Arrays.sort(all);
        return Arrays.stream(CHANCES).map(chance -> quantile(all, chance)).toArray();
    }

    private static double quantile(double[] sorted, double chance) {
        double position = (sorted.length - 1) * chance;
        int rank = (int) position;
        return rank == position
                ? sorted[rank]
                : sorted[rank] + (position - rank) * (sorted[rank + 1] - sorted[rank]);
    }

    private static Subjects reordered(Subjects subjects, IntUnaryOperator order) {
        double[][] values = new double[Parameter.values().length][subjects.count()];
        for (Parameter parameter : Parameter.values()) {
            for (int i = 0; i < subjects.count(); i++) {
                values[parameter.ordinal()][i] = subjects.value(parameter, order.applyAsInt(i));
            }
        }
        return Subjects.of(values);
    }
}
