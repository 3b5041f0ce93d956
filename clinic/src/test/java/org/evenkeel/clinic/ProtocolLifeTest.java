package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Life.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// The life of a protocol as a table: where each step leads from each state, `-` where it cannot be
/// taken.
class ProtocolLifeTest {
    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    #           review    sign    publish    retire   return  discard
                    DRAFT     : REVIEWED  -       -          -        -       DISCARDED
                    REVIEWED  : -         SIGNED  -          -        DRAFT   -
                    SIGNED    : -         -       PUBLISHED  -        DRAFT   -
                    PUBLISHED : -         -       -          RETIRED  -       -
                    RETIRED   : -         -       -          -        -       -
                    DISCARDED : -         -       -          -        -       -
                    """)
    void everyStepFromEveryState(Life from, String row) {
        List<Step> columns = List.of(
                Step.REVIEW, Step.SIGN, Step.PUBLISH, Step.RETIRE, Step.RETURN, Step.DISCARD);
        String[] cells = row.strip().split(" +");
        for (int column = 0; column < columns.size(); column++) {
            assertThat(from.after(columns.get(column))).isEqualTo(state(cells[column]));
        }
        assertThat(from.enrols()).isEqualTo(from == Life.PUBLISHED);
        for (Step step : from.steps()) {
            assertThat(Life.reached(Optional.of(step)))
                    .isEqualTo(from.after(step).orElseThrow());
        }
    }

    private static Optional<Life> state(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Life.valueOf(cell));
    }
}
