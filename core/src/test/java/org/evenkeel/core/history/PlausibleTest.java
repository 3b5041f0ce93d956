package org.evenkeel.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.history.Plausible.Range;
import org.evenkeel.core.history.Plausible.Slip;
import org.evenkeel.core.history.Plausible.Verdict;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class PlausibleTest {
    private static final Plausible PLAUSIBLE = new Plausible(
            Map.of("weight", new Range(cited("30"), cited("250"))),
            List.of(
                    new Slip(new BigDecimal("2.2046"), "pounds", Optional.of("kg")),
                    new Slip(BigDecimal.TEN, "ten times", Optional.empty()),
                    new Slip(BigDecimal.valueOf(1000), "a thousand times", Optional.empty())),
            cited("0.08"));

    private static Cited<BigDecimal> cited(String value) {
        return new Cited<>(new BigDecimal(value), EvidenceTag.P, "ours");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "weight, 70,    -,  fine",
                "weight, 70,    72, fine",
                "weight, 154,   70, doubtful: pounds",
                "weight, 150,   70, doubtful: pounds",
                "weight, 130,   70, fine",
                "weight, 700,   70, impossible: ten times",
                "weight, 70000, -,  impossible: a thousand times",
                "weight, 7,     70, impossible: none",
                "weight, 29.9,  -,  impossible: none",
                "other,  700,   70, doubtful: ten times",
                "other,  700,   -,  fine"
            })
    void oneValue(String quantity, BigDecimal value, BigDecimal before, String verdict) {
        String unit = quantity.equals("weight") ? "kg" : "mm[Hg]";

        assertThat(words(PLAUSIBLE.judge(quantity, unit, value, Optional.ofNullable(before))))
                .isEqualTo(verdict);
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fine _ -> "fine";
            case Verdict.Doubtful(Slip slip) -> "doubtful: " + slip.words();
            case Verdict.Impossible(Range _, Optional<Slip> slip) ->
                "impossible: " + slip.map(Slip::words).orElse("none");
        };
    }
}
