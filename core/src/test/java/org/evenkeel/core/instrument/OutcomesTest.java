package org.evenkeel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.core.instrument.SmallInstrument.cited;

import org.evenkeel.core.instrument.Instrument.Band;
import org.evenkeel.core.instrument.Instrument.Relapse;
import org.evenkeel.core.instrument.Outcomes.Change;
import org.evenkeel.core.instrument.Outcomes.ConfirmedRelapse;
import org.evenkeel.core.instrument.Outcomes.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Each definition at its edges, on a made-up instrument: unwell from 8, remission below 4,
/// response at half and partial response at three quarters of baseline, standard error 2.
final class OutcomesTest {
    private final Instrument instrument = SmallInstrument.instrument();

    @ParameterizedTest
    @CsvSource({"0, none", "3, none", "4, some", "7, some", "8, much", "15, much"})
    void band(int score, String name) {
        assertThat(Outcomes.band(instrument, score)).map(Band::name).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "15, true"})
    void unwell(int score, boolean expected) {
        assertThat(Outcomes.isUnwell(instrument, score)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, false"})
    void remission(int score, boolean expected) {
        assertThat(Outcomes.isRemission(instrument, score)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baseline | score | response | partial
            12       | 6     | true     | false
            12       | 7     | false    | true
            12       | 9     | false    | true
            12       | 10    | false    | false
            12       | 14    | false    | false
            13       | 6     | true     | false
            13       | 7     | false    | true
            0        | 0     | false    | false
            """, useHeadersInDisplayName = true)
    void response(int baseline, int score, boolean response, boolean partial) {
        assertThat(Outcomes.isResponse(instrument, baseline, score)).isEqualTo(response);
        assertThat(Outcomes.isPartialResponse(instrument, baseline, score)).isEqualTo(partial);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            before | after | index   | verdict
            10     | 10    | 0       | NOT_RELIABLE
            10     | 5     | -1.7678 | NOT_RELIABLE
            10     | 4     | -2.1213 | IMPROVED
            4      | 10    | 2.1213  | WORSENED
            """, useHeadersInDisplayName = true)
    void reliableChange(int before, int after, double index, Verdict verdict) {
        Change change = Outcomes.change(instrument, before, after);
        assertThat(change.index()).isCloseTo(index, within(1e-4));
        assertThat(change.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"3, 6, false", "3, 7, true", "7, 3, false"})
    void deterioration(int before, int after, boolean expected) {
        assertThat(Outcomes.isDeterioration(instrument, before, after)).isEqualTo(expected);
    }

    @Test
    void riskRiseNeedsBothAnswers() {
        OptionalInt none = OptionalInt.empty();
        assertThat(Outcomes.isRiskRise(OptionalInt.of(0), OptionalInt.of(1))).isTrue();
        assertThat(Outcomes.isRiskRise(OptionalInt.of(1), OptionalInt.of(1))).isFalse();
        assertThat(Outcomes.isRiskRise(none, OptionalInt.of(3))).isFalse();
        assertThat(Outcomes.isRiskRise(OptionalInt.of(0), none)).isFalse();
    }

    /// At least 8 and 4 above the best, confirmed 1 to 7 days later. Ratings are `day:score`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ratings              | relapse | why
            0:2 10:8 14:9        | 10-14   | high, risen and confirmed
            0:2 10:8 17:8        | 10-17   | confirmed on the last day allowed
            0:2 10:8 18:8        | -       | confirmed too late
            0:2 10:8             | -       | not confirmed
            0:2 10:8 12:7 14:9   | -       | not the next rating
            0:2 10:7 14:7        | -       | below the level
            0:6 10:9 14:9        | -       | risen by 3 only
            0:6 5:4 10:8 14:8    | 10-14   | the best came later
            0:2 10:8 30:8 35:8   | 30-35   | the second one is confirmed
            0:9 3:9              | -       | the first rating is no rise
            """, useHeadersInDisplayName = true)
    void relapse(String ratings, String expected, String why) {
        assertThat(shown(instrument, ratings)).as(why).isEqualTo(expected);
    }

    /// The level alone counts: at least 8 twice, 5 to 15 days apart.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0:7 7:8 12:8       | 7-12
            0:7 7:8 11:8       | -
            0:7 7:8 11:8 20:9  | 7-20
            0:7 7:8 23:8       | -
            0:15 7:9 12:9      | 7-12
            """)
    void relapseByLevel(String ratings, String expected) {
        Instrument byLevel =
                SmallInstrument.instrument(new Relapse(cited(8), cited(0), cited(5), cited(15)));
        assertThat(shown(byLevel, ratings)).isEqualTo(expected);
    }

    private static String shown(Instrument instrument, String ratings) {
        List<DatedScore> scores = Stream.of(ratings.split(" "))
                .map(rating -> rating.split(":"))
                .map(pair -> new DatedScore(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
                .toList();
        return Outcomes.relapse(instrument, scores)
                .map((ConfirmedRelapse relapse) -> relapse.day() + "-" + relapse.confirmed())
                .orElse("-");
    }
}
