package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.booster.BoosterPlanner;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Objective;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A date says so where the protocol has a table of its own for the next interval.
class IntervalTableProposalTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void theRowsForThePresentIntervalStandBesideTheDate() {
        assertThat(told("esketamine-in.daly2019", 14))
                .containsExactly("The protocol has a table of its own for the next interval (MADRS"
                        + " 12 or less: every 2 weeks; MADRS above 12: weekly for the next 4 weeks,"
                        + " then look again). This date does not go by it: compare the two.");
        assertThat(told("esketamine-in.us-label", 14)).isEmpty();
    }

    private static List<String> told(String id, int interval) {
        Protocol protocol = CATALOGUE.protocol(new ProtocolId(id)).orElseThrow();
        Instrument instrument = CATALOGUE.instrument(new InstrumentId("phq-9")).orElseThrow();
        Content content = new Content(
                protocol,
                instrument,
                CATALOGUE.prior(instrument),
                CATALOGUE.boosterSettings(),
                CATALOGUE.exposureLimits());
        Course course = course(protocol, instrument, interval);
        Book book = (Book) BoosterPlanner.propose(
                content,
                course,
                new Objective.WithinRisk(0.2),
                course.treatmentDays().getLast() + 1);
        return book.reasons().stream()
                .filter(reason -> reason.code() == ReasonCode.INTERVAL_TABLE)
                .map(Reason::words)
                .toList();
    }

    /// The series of a protocol and two more treatments, somebody well since the first week.
    private static Course course(Protocol protocol, Instrument instrument, int interval) {
        List<Integer> days = new ArrayList<>();
        protocol.series().forEach(part -> days.addAll(part.days()));
        days.add(days.getLast() + interval);
        days.add(days.getLast() + interval);
        List<Rating> ratings = new ArrayList<>(List.of(Rating.of(-1, 19)));
        for (int day = 7; day <= days.getLast(); day += 7) {
            ratings.add(Rating.of(day, 4));
        }
        return new Course(
                instrument.id(),
                ratings,
                days.stream()
                        .map(day -> Administration.perKg(
                                day, Drug.ESKETAMINE, Route.IN, new MgPerKg(new BigDecimal("0.8"))))
                        .toList());
    }
}
