package org.evenkeel.core.booster;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Courses;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A plan that was signed later counts its own treatments and compares with its own beginning.
class PresentCourseTest {
    private static final Content CONTENT = Protocols.content(Protocols.adaptive());
    private static final Objective LIMIT = new Objective.WithinRisk(0.2);
    private static final String SCORES = "-1:19 7:8 14:4 28:5 60:5 90:6 120:7 180:9 199:18";
    private static final String FIRST_COURSE = "0 2 4 7 9 11 40 70 100 ";

    @Test
    void treatmentsOfAnEarlierCourseCompleteNoSeries() {
        String scores = SCORES + " 203:9";
        Course whole = Courses.of(scores, FIRST_COURSE + "200 202");

        BoosterProposal again = propose(from(whole, 200), 203);

        assertThat(propose(whole, 203)).isInstanceOf(Book.class);
        assertThat(again).isInstanceOf(AskClinician.class);
        assertThat(codes(again)).containsExactly("series-not-complete");
        assertThat(again.reasons().getFirst().words()).contains("2 of 6 visits");
    }

    @Test
    void beforeItsFirstTreatmentAPlanAsksForItsSeries() {
        BoosterProposal proposal =
                propose(from(Courses.of(SCORES, FIRST_COURSE + "180"), 200), 200);

        assertThat(codes(proposal)).containsExactly("no-treatment-yet");
        assertThat(proposal.reasons().getFirst().words()).contains("by the present plan");
    }

    @Test
    void theResponseToAnEarlierCourseIsNoneToThePresent() {
        Course whole =
                Courses.of(SCORES + " 207:17 214:16", FIRST_COURSE + "200 202 204 207 209 211");

        BoosterProposal again = propose(from(whole, 200), 215);

        assertThat(codes(propose(whole, 215))).doesNotContain("no-response-after-series");
        assertThat(again).isInstanceOf(Withhold.class);
        assertThat(codes(again)).startsWith("no-response-after-series");
        assertThat(again.reasons().getFirst().words())
                .isEqualTo("After a full series of 6 treatments the best score is 16 from 18: "
                        + "not a response.");
    }

    @Test
    void theDaysBetweenTheVisitsOfANewSeriesAreNoIntervalToStepFrom() {
        Content stepped = Protocols.content(Protocols.stepped());
        Course whole =
                Courses.of(SCORES + " 207:9 214:4", FIRST_COURSE + "200 202 204 207 209 211");

        assertThat(Window.of(stepped, whole, 215).narrowed()).isNotEmpty();
        Window again = Window.of(stepped, from(whole, 200), 215);
        assertThat(again.narrowed()).isEmpty();
        assertThat(again.latest()).isEqualTo(211 + 84);
    }

    @Test
    void towardsAPlanItsOwnDrugAndRouteCount() {
        Course mixed = Courses.responder()
                .treated(List.of(
                        spray(0),
                        spray(2),
                        spray(4),
                        spray(7),
                        spray(9),
                        spray(11),
                        Courses.treatment(95)));

        assertThat(codes(propose(from(mixed, 0), 98))).containsExactly("series-not-complete");
        assertThat(propose(mixed, 98)).isInstanceOf(Book.class);
    }

    /// HZ-32.
    @Test
    void noDayComesTooSoonAfterATreatmentOfAnyKind() {
        List<Administration> given = new ArrayList<>(Courses.responder().administrations());
        given.add(spray(97));
        Course mixed = Courses.responder().treated(given);

        assertThat(Window.of(CONTENT, from(mixed, 0), 98).earliest()).isEqualTo(97 + 7);
    }

    private static Administration spray(int day) {
        return Administration.perKg(
                day, Drug.ESKETAMINE, Route.IN, new MgPerKg(new BigDecimal("0.8")));
    }

    private static Course from(Course course, int begins) {
        return new Course(
                course.instrument(),
                course.ratings(),
                course.administrations(),
                OptionalInt.of(begins));
    }

    private static BoosterProposal propose(Course course, int asOf) {
        return BoosterPlanner.propose(CONTENT, course, LIMIT, asOf);
    }

    private static List<String> codes(BoosterProposal proposal) {
        return proposal.reasons().stream().map(reason -> reason.code().code()).toList();
    }
}
