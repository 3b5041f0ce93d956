package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// Every state and every way to it.
    @Test
    void whatIsRetiredNeverEnrolsAndNothingLeadsBack() {
        List<Life> enrolling = Stream.of(Life.values()).filter(Life::enrols).toList();
        List<Step> back = Stream.of(Step.values())
                .filter(step -> Life.RETIRED.after(step).isPresent())
                .toList();
        assertThat(enrolling).containsExactly(Life.PUBLISHED);
        assertThat(back).isEmpty();
        Ledger.here()
                .keep(Claim.of(
                                "EV-116",
                                Section.CONTENT,
                                "Nobody is put on a protocol that was retired, and no step leads"
                                        + " back from there; who is on it stays.",
                                "ProtocolLifeTest#whatIsRetiredNeverEnrolsAndNothingLeadsBack")
                        .with(new Claim.Table(
                                List.of("states", "number"),
                                List.of(
                                        List.of("all", String.valueOf(Life.values().length)),
                                        List.of("that enrol", String.valueOf(enrolling.size())),
                                        List.of(
                                                "steps that leave retired",
                                                String.valueOf(back.size()))))));
    }

    private static Optional<Life> state(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Life.valueOf(cell));
    }
}
