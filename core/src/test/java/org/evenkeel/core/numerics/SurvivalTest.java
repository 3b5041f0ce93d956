package org.evenkeel.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.numerics.KaplanMeier.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Against R's package survival; `evidence/r/survival.R` made the references and says how.
class SurvivalTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("evenkeel.root", ".."), "evidence/reference");
    /// R prints 12 digits.
    private static final double PRINTED = 1e-9;
    /// R stops its iteration at a change of the likelihood of 1e-12.
    private static final double ITERATED = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"usual", "many_ties", "small"})
    void isWhatRFinds(String trial) throws IOException {
        String[] expected = rows("expected", trial).getFirst();
        KaplanMeier curve = new KaplanMeier(
                rows("people", trial).stream().map(SurvivalTest::watched).toList());
        for (int i = 0; i < 3; i++) {
            double time = Double.parseDouble(expected[4 + i]);
            assertThat(curve.freeAt(time))
                    .isCloseTo(Double.parseDouble(expected[7 + i]), within(PRINTED));
        }
        assertThat(curve.timeOf(0.5).orElseThrow()).isEqualTo(Double.parseDouble(expected[10]));
        HazardRatio found = HazardRatio.of(arm(trial, "1"), arm(trial, "0"));
        assertThat(found.ratio()).isCloseTo(Double.parseDouble(expected[1]), within(ITERATED));
        assertThat(found.low()).isCloseTo(Double.parseDouble(expected[2]), within(ITERATED));
        assertThat(found.high()).isCloseTo(Double.parseDouble(expected[3]), within(ITERATED));
    }

    @Test
    void nobodyIsLostBeforeTheFirstEvent() {
        KaplanMeier curve = new KaplanMeier(List.of(new Watched(10, true), new Watched(5, false)));
        assertThat(curve.freeAt(9)).isEqualTo(1);
        assertThat(curve.freeAt(10)).isZero();
        assertThat(curve.timeOf(0.5)).hasValue(10);
    }

    @Test
    void whereNobodyHadTheEventThereIsNoRatio() {
        List<Watched> well = List.of(new Watched(30, false));
        assertThat(HazardRatio.of(well, well).ratio()).isNaN();
        assertThat(new KaplanMeier(well).timeOf(0.5)).isEmpty();
    }

    private static List<Watched> arm(String trial, String treated) throws IOException {
        return rows("people", trial).stream()
                .filter(row -> row[1].equals(treated))
                .map(SurvivalTest::watched)
                .toList();
    }

    private static Watched watched(String[] row) {
        return new Watched(Double.parseDouble(row[2]), row[3].equals("1"));
    }

    private static List<String[]> rows(String name, String trial) throws IOException {
        return Files.readAllLines(REFERENCE.resolve("survival-" + name + ".csv")).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals(trial))
                .toList();
    }
}
