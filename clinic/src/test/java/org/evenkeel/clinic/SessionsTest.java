package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.UUID;

@ClinicTest
class SessionsTest {
    @Autowired
    Visitors visitors;

    @Autowired
    Sessions sessions;

    private Person therapist;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        therapist = visitors.person(Role.THERAPIST);
        sessions.endAll(therapist.id(), "test");
        visitor = visitors.stranger();
        visitor.get(visitors.link(Role.THERAPIST));
        assertThat(isIn(visitor)).isTrue();
    }

    /// HZ-04.
    @Test
    void tenIdleMinutesEndASession() {
        backdate("seen_at", "9 minutes 50 seconds");
        assertThat(isIn(visitor)).isTrue();
        assertThat(only().seenAt()).as("being there counts").isEqualTo(TestClock.NOW);

        backdate("seen_at", "10 minutes");
        assertThat(isIn(visitor)).isFalse();
    }

    @Test
    void twelveHoursEndASessionHoweverBusy() {
        backdate("started_at", "11 hours 59 minutes");
        assertThat(isIn(visitor)).isTrue();

        backdate("started_at", "12 hours");
        assertThat(isIn(visitor)).isFalse();
    }

    /// HZ-06. How long it has lasted nobody knows, and it does not come back with the time.
    @Test
    void whoseClockWasSetBackSignsInAnew() {
        UUID id = only().id();
        backdate("seen_at", "-20 seconds");
        assertThat(isIn(visitor)).as("a clock that was put right").isTrue();
        backdate("seen_at", "-1 hour");
        assertThat(isIn(visitor)).isFalse();

        assertStaysEnded(id);
    }

    @Test
    void aClockSetBackOpensNothingThatWasIdle() {
        UUID id = only().id();
        backdate("seen_at", "11 minutes");

        assertStaysEnded(id);
    }

    @Test
    void endingASessionEndsItForGood() {
        UUID id = only().id();
        sessions.end(only(), "test");

        assertThat(isIn(visitor)).isFalse();
        assertStaysEnded(id);
    }

    private void assertStaysEnded(UUID id) {
        sessions.settle();
        assertThatThrownBy(() -> Owner.update(
                        "update identity.session set ended_at = null, ended_by = null"
                                + " where id = ?",
                        id))
                .hasMessageContaining("an ended session stays as it is");
    }

    @Test
    void endingAllOfAPersonsSessionsLeavesOthersAlone() {
        Visitor second = visitors.stranger();
        second.get(visitors.link(Role.THERAPIST));
        Visitor other = visitors.stranger();
        other.get(visitors.link(Role.NURSE));

        sessions.endAll(therapist.id(), "test");

        assertThat(isIn(visitor)).isFalse();
        assertThat(isIn(second)).isFalse();
        assertThat(isIn(other)).isTrue();
    }

    @Test
    void signingInAgainGivesANewSessionAndEndsTheOldOne() {
        UUID old = only().id();
        visitor.get(visitors.link(Role.THERAPIST));

        assertThat(isIn(visitor)).isTrue();
        assertThat(only().id()).isNotEqualTo(old);
    }

    @Test
    void aFormTokenOfAnotherSessionIsRefused() {
        Visitor nurse = visitors.stranger();
        nurse.get(visitors.link(Role.NURSE));
        Map<String, String> hers = Visitor.hidden(nurse.get("/worklist"), "/leave");

        assertThat(visitor.post("/leave", hers).statusCode()).isEqualTo(403);
        assertThat(isIn(visitor)).isTrue();
    }

    @Test
    void aLinkGivesNoSecondFactor() {
        assertThat(only().factorAt()).isEmpty();
        assertThat(only().isFresh(TestClock.NOW, Sessions.FRESH)).isFalse();
    }

    private Session only() {
        return sessions.running(therapist).getFirst();
    }

    private void backdate(String column, String by) {
        Owner.update(
                "update identity.session set " + column + " = ?::timestamptz - ?::interval"
                        + " where id = ?",
                TestClock.NOW.toString(),
                by,
                only().id());
    }

    private static boolean isIn(Visitor someone) {
        return someone.get("/worklist").statusCode() == 200;
    }
}
