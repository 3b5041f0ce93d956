package org.evenkeel.clinic.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.AuditFilter;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.course.Interval;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.MgPerKg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/// The days on which clocks are set: of 23 hours, of 25, and one that begins at one o'clock because
/// midnight does not exist.
class DstTest {
    private static final String DAYS = """
            Europe/Berlin,     2027-03-28, 2027-03-27T23:00:00Z, 23
            Europe/Berlin,     2027-10-31, 2027-10-30T22:00:00Z, 25
            America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z, 23
            America/Sao_Paulo, 2018-02-17, 2018-02-17T02:00:00Z, 25
            """;

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void aDayOfTheAuditIsTheWholeDay(ZoneId zone, LocalDate day, Instant begins, int hours) {
        AuditQuery query = AuditQuery.of(
                clinic(zone), Map.of("from", day.toString(), "until", day.toString()));

        AuditFilter asked = query.filter();
        assertThat(asked.from()).contains(begins);
        assertThat(asked.until()).contains(begins.plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void todayBeginsAndEndsWithTheDayOfTheClinic(
            ZoneId zone, LocalDate day, Instant begins, int hours) {
        Instant ends = begins.plus(Duration.ofHours(hours));

        assertThat(today(zone, begins.minusMillis(1))).isEqualTo(day.minusDays(1));
        assertThat(today(zone, begins)).isEqualTo(day);
        assertThat(today(zone, begins.plus(Duration.ofMinutes(30)))).isEqualTo(day);
        assertThat(today(zone, ends.minusMillis(1))).isEqualTo(day);
        assertThat(today(zone, ends)).isEqualTo(day.plusDays(1));
    }

    /// An appointment is a day: it stays tomorrow's until the day is over, however long that is.
    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void anAppointmentIsAsManyDaysAwayAsTheCalendarSays(
            ZoneId zone, LocalDate day, Instant begins, int hours) {
        Instant last = begins.plus(Duration.ofHours(hours)).minusMillis(1);

        assertThat(Words.distance(today(zone, begins.minusMillis(1)), day)).isEqualTo("tomorrow");
        assertThat(Words.distance(today(zone, begins), day)).isEqualTo("today");
        assertThat(Words.distance(today(zone, last), day)).isEqualTo("today");
        assertThat(Words.distance(today(zone, last), day.plusDays(1))).isEqualTo("tomorrow");
        assertThat(Words.distance(today(zone, last), day.plusDays(21))).isEqualTo("in 3 weeks");
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void anIntervalHasAsManyDaysAsTheCalendarSays(
            ZoneId zone, LocalDate day, Instant begins, int hours) {
        List<Administration> given = Stream.of(
                        begins.minusMillis(1),
                        begins.plus(Duration.ofHours(hours)),
                        begins.plus(Duration.ofHours(hours)).plus(Duration.ofDays(20)))
                .map(at -> given(today(zone, at)))
                .toList();

        assertThat(Interval.of(new Course(new InstrumentId("phq-9"), List.of(), given)))
                .extracting(Interval::days)
                .containsExactly(OptionalInt.of(2), OptionalInt.of(20), OptionalInt.empty());
        assertThat(given.getFirst().day()).isEqualTo((int) day.toEpochDay() - 1);
    }

    @Test
    void anHourShownTwiceSaysWhichOfTheTwoItIs() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(Words.time(Instant.parse("2027-10-31T00:30:00Z"), berlin))
                .isEqualTo("31 Oct 2027, 02:30:00 (+02:00)");
        assertThat(Words.time(Instant.parse("2027-10-31T01:30:00Z"), berlin))
                .isEqualTo("31 Oct 2027, 02:30:00 (+01:00)");
        assertThat(Words.time(Instant.parse("2027-10-31T02:30:00Z"), berlin))
                .isEqualTo("31 Oct 2027, 03:30:00");
    }

    private static Administration given(LocalDate day) {
        return Administration.perKg(
                (int) day.toEpochDay(),
                Drug.KETAMINE,
                Route.IV,
                new MgPerKg(new BigDecimal("0.5")));
    }

    private static LocalDate today(ZoneId zone, Instant now) {
        return new Person(UUID.randomUUID(), "Noor", Role.NURSE, clinic(zone), Optional.empty())
                .today(InstantSource.fixed(now));
    }

    private static Clinic clinic(ZoneId zone) {
        return new Clinic(UUID.randomUUID(), "Clinic", zone, "ketamine-iv.adaptive", 0.2, false);
    }
}
