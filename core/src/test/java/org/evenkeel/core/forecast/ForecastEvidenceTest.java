package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.insilico.FadingDrops;
import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.TwoPools;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// EV-001: on virtual patients of three laws that are not the model's own, forecasts beat the last
/// value carried forward, and the 80 % band covers near 80 %. Simulated only; nothing here was
/// compared with real patients.
class ForecastEvidenceTest {
    private static final int PATIENTS = Boolean.getBoolean("evenkeel.all") ? 10_000 : 1_500;

    private static final List<List<String>> ROWS = new ArrayList<>();

    static Stream<Arguments> laws() {
        return Stream.of(
                law("fading drops", FadingDrops::new, 11),
                law("spells", Spells::new, 12),
                law("two pools", TwoPools::new, 13));
    }

    private static Arguments law(
            String name, BiFunction<Traits, RandomGenerator, VirtualPatient> law, long seed) {
        return Arguments.of(name, law, seed);
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("laws")
    void beatsTheLastValueAndKnowsItsOwnSpread(
            String name, BiFunction<Traits, RandomGenerator, VirtualPatient> law, long seed) {
        Trial trial = Trial.run(law, PATIENTS, Priors.phq9(), seed);
        ROWS.add(row(name, trial));
        assertThat(trial.crps()).isLessThan(0.85 * trial.crpsOfLastValue());
        assertThat(trial.absoluteError()).isLessThan(0.92 * trial.absoluteErrorOfLastValue());
        assertThat(trial.brierOfUnwell()).isLessThan(0.8 * trial.brierOfUnwellByLastValue());
        assertThat(trial.coverage(0, 99)).isBetween(0.70, 0.92);
        assertThat(trial.calibrationErrorOfUnwell()).isLessThan(0.10);
    }

    private static List<String> row(String name, Trial trial) {
        return List.of(
                name,
                String.valueOf(trial.size()),
                figure(trial.crps()) + " / " + figure(trial.crpsOfLastValue()),
                figure(trial.absoluteError()) + " / " + figure(trial.absoluteErrorOfLastValue()),
                figure(trial.brierOfUnwell()) + " / " + figure(trial.brierOfUnwellByLastValue()),
                String.format(Locale.ROOT, "%.1f", 100 * trial.coverage(0, 99)),
                String.format(Locale.ROOT, "%.2f", trial.calibrationErrorOfUnwell()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @AfterAll
    static void keep() {
        Claim claim = Claim.of(
                "EV-001",
                Section.ACCURACY,
                "On virtual patients of three laws that are not the model's own, forecasts beat the"
                        + " last value carried forward, and the 80 % band covers near 80 %.",
                "ForecastEvidenceTest#beatsTheLastValueAndKnowsItsOwnSpread");
        Ledger.here()
                .keep(claim.seeded("11, 12 and 13; " + PATIENTS + " patients a law")
                        .about(RelapseModel.VERSION)
                        .with(new Claim.Table(
                                List.of(
                                        "law",
                                        "forecasts",
                                        "CRPS / last value",
                                        "absolute error / last value",
                                        "Brier score of unwell / last value",
                                        "covered, %",
                                        "calibration error"),
                                ROWS)));
    }
}
