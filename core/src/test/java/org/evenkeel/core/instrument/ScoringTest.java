package org.evenkeel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Totals of a questionnaire of five items, of which two may be missing; `-` is no answer.
final class ScoringTest {
    private final Instrument instrument = SmallInstrument.instrument();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answers   | total | risk | missing | why
            0 0 0 0 0 | 0     | 0    |         | the lowest
            3 3 3 3 3 | 15    | 3    |         | the highest
            1 2 3 0 1 | 7     | 1    |         | a sum
            1 1 1 - 1 | 5     | 1    | 4       | 4 answered make 4, five make 5
            - - 1 1 1 | 5     | 1    | 1 2     | two may be missing
            3 2 - 3 3 | 14    | 3    | 3       | 11 * 5 / 4 = 13.75
            2 0 0 0 - | 3     | -    | 5       | 2.5 goes up; self-harm stays unknown
            - 0 0 0 - | 0     | -    | 1 5     | nothing to add up
            """, useHeadersInDisplayName = true)
    void adds(String answers, int total, String risk, String missing, String why) {
        OptionalInt expected = answer(risk);
        Score score = Scoring.of(instrument, answers(answers));
        if (missing == null) {
            assertThat(score).as(why).isEqualTo(new Score.Complete(total, expected));
        } else {
            List<Integer> numbers =
                    Stream.of(missing.split(" ")).map(Integer::valueOf).toList();
            assertThat(score).as(why).isEqualTo(new Score.Prorated(total, expected, numbers));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - - - 1 1   | 3 of 5 items are unanswered; allowed are at most 2
            - - - - -   | 5 of 5 items are unanswered; allowed are at most 2
            1 1 1 1     | small has 5 items, got 4 answers
            1 1 1 1 1 1 | small has 5 items, got 6 answers
            1 4 1 1 1   | item 2: allowed are 0, 1, 2, 3, got 4
            1 1 1 1 -1  | item 5: allowed are 0, 1, 2, 3, got -1
            """)
    void refuses(String answers, String problem) {
        assertThat(Scoring.of(instrument, answers(answers)))
                .isInstanceOfSatisfying(
                        Score.Unscorable.class,
                        score -> assertThat(score.problems()).containsExactly(problem));
    }

    /// Somebody must act on it although there is no total.
    @ParameterizedTest
    @CsvSource({"- - - - 3, 3", "9 9 - - 2, 2", "- - - 1 -, -", "1 1 1 1 9, -", "1 1, -"})
    void tellsTheAnswerAboutSelfHarmWithoutATotal(String answers, String risk) {
        assertThat(Scoring.of(instrument, answers(answers)))
                .isInstanceOfSatisfying(
                        Score.Unscorable.class,
                        score -> assertThat(score.riskAnswer()).isEqualTo(answer(risk)));
    }

    @Test
    void tellsAllWrongAnswersAtOnce() {
        assertThat(Scoring.of(instrument, answers("9 9 - - -")))
                .isInstanceOfSatisfying(
                        Score.Unscorable.class,
                        score -> assertThat(score.problems()).hasSize(2));
    }

    @Test
    void everyCompleteTotalIsWithinTheRange() {
        for (int value = 0; value <= 3; value++) {
            int answer = value;
            List<OptionalInt> same = IntStream.range(0, SmallInstrument.ITEMS)
                    .mapToObj(_ -> OptionalInt.of(answer))
                    .toList();
            assertThat(Scoring.of(instrument, same))
                    .isEqualTo(new Score.Complete(5 * value, OptionalInt.of(value)));
        }
    }

    private static List<OptionalInt> answers(String words) {
        return Stream.of(words.split(" ")).map(ScoringTest::answer).toList();
    }

    private static OptionalInt answer(String word) {
        return word.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
    }
}
