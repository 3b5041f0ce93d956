package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Maintenance every 20 days since day 31, the last on day 91; a score before each.
class StepRuleTest {
    private static final String TREATED = "0 2 4 7 9 11 31 51 71 91";
    private static final String BEFORE = "-1:20 11:6 31:6 ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // scores                    | longest | reason
                "51:6 71:5 91:6 98:5          | 30 | ",
                "51:5 71:7 91:8 98:8          | 30 | ",
                "51:6 71:5 91:8 98:6          | 20 | went from 5 to 8",
                "51:9 71:5 91:6 98:5          | 20 | went from 9 to 5",
                "51:11 71:11 91:11 98:8       | 20 | a score of 11 is no response to the 20",
                "51:6 91:6 98:5               | 20 | a score is missing",
                "51:6 71:5 98:5               | 20 | a score is missing",
                "51:6 71:5 91:5 98:8          | 20 | risen from 5 to 8 since the last visit",
                "51:6 71:5 91:5 98:1          | 30 | ",
            })
    void anIntervalGetsLongerAfterTwoStableVisits(String row) {
        String[] cells = row.split("\\|", -1);
        Window window = window(BEFORE + cells[0].strip(), 98);
        assertThat(window.longestDays()).isEqualTo(Integer.parseInt(cells[1].strip()));
        assertThat(window.shortestDays()).isEqualTo(14);
        if (cells[2].isBlank()) {
            assertThat(codes(window)).containsExactly(ReasonCode.STEP_RULE);
        } else {
            assertThat(codes(window))
                    .containsExactly(ReasonCode.NOT_YET_LONGER, ReasonCode.STEP_RULE);
            assertThat(window.narrowed().getFirst().words())
                    .contains("20 days may not get longer yet", cells[2].strip(), "unverified");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a rise of 6 or more that the next score within 7 days keeps
                "51:6 71:5 91:6 97:12 101:12  | 101 | 19",
                // one score alone
                "51:6 71:5 91:6 97:12         | 98  | 20",
                // not kept
                "51:6 71:5 91:6 97:12 101:7   | 101 | 30",
                // too late to confirm
                "51:6 71:5 91:6 95:12 103:12  | 103 | 20",
                // answered by the treatment that came after
                "51:6 71:5 85:12 90:12 91:6 98:6 | 98 | 20",
                // confirmed on the day of the last treatment, before it
                "51:6 71:5 85:12 91:12 98:6   | 98  | 19",
                // no single rise of 6, but the smoothed score more than 4 above the best
                "51:3 71:3 91:5 95:10 99:12 105:13 | 105 | 19",
            })
    void aConfirmedWarningMakesItShorter(String row) {
        String[] cells = row.split("\\|", -1);
        int asOf = Integer.parseInt(cells[1].strip());
        Window window = window(BEFORE + cells[0].strip(), asOf);
        assertThat(window.longestDays()).isEqualTo(Integer.parseInt(cells[2].strip()));
        assertThat(codes(window).contains(ReasonCode.EARLY_WARNING))
                .isEqualTo(window.longestDays() == 19);
    }

    @Test
    void scoresOfAnotherInstrumentNeverMakeItLonger() {
        Protocol other = Protocols.with(Optional.of(Protocols.bounds(
                7, 84, Optional.of(Protocols.scored(new InstrumentId("qids-sr16"))))));
        Window window = Window.of(
                Protocols.content(other), Courses.of(BEFORE + "51:6 71:5 91:6 98:5", TREATED), 98);
        assertThat(window.longestDays()).isEqualTo(20);
        assertThat(window.narrowed().getFirst().words()).contains("points of qids-sr16");
    }

    @Test
    void aSeriesGivenAgainIsSteppedFromAsTheShortestIntervalAndALapseAsTheLongest() {
        String scores = "-1:20 11:6 31:6 33:6 35:6 40:6";
        Window again = Window.of(stepped(), Courses.of(scores, "0 2 4 7 9 11 31 33 35"), 40);
        assertThat(again.shortestDays()).isEqualTo(7);
        assertThat(again.longestDays()).isEqualTo(10);
        Window lapsed =
                Window.of(stepped(), Courses.of("-1:20 11:6 211:6 215:6", "0 2 4 7 9 11 211"), 215);
        assertThat(lapsed.shortestDays()).isEqualTo(57);
        assertThat(lapsed.longestDays()).isEqualTo(84);
    }

    @Test
    void theProposalSaysWhatHeldItsDateBack() {
        Book book = (Book) BoosterPlanner.propose(
                Protocols.content(Protocols.ruled()),
                Courses.of(BEFORE + "51:6 71:5 91:9 95:4", TREATED),
                new Objective.WithinRisk(0.6),
                95);
        assertThat(book.day()).isEqualTo(91 + 20);
        assertThat(book.reasons())
                .extracting(Reason::code)
                .startsWith(
                        ReasonCode.LONGEST_INTERVAL,
                        ReasonCode.NOT_YET_LONGER,
                        ReasonCode.STEP_RULE);
        assertThat(book.reasons().get(2).words())
                .isEqualTo("One decision may change the last interval of 20 days by at most 50 % "
                        + "longer (30 days) or 33 % shorter (14 days); this rule is unverified.");
    }

    private static Content stepped() {
        return Protocols.content(Protocols.stepped());
    }

    private static Window window(String scores, int asOf) {
        Course course = Courses.of(scores, TREATED);
        return Window.of(Protocols.content(Protocols.ruled()), course, asOf);
    }

    private static List<ReasonCode> codes(Window window) {
        return window.narrowed().stream().map(Reason::code).toList();
    }
}
