package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.Sessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// A tablet that two people share.
@ClinicTest
class LockTest {
    @Autowired
    Visitors visitors;

    @Autowired
    Sessions sessions;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    /// HZ-04.
    @Test
    void nobodyOpensWhatSomebodyElseLocked() {
        Visitor tablet = visitors.stranger();
        enter(tablet, Role.THERAPIST, "271828");
        tablet.post("/leave", Visitor.hidden(tablet.get("/account"), "/leave"));
        enter(tablet, Role.NURSE, "314159");
        lock(tablet);

        assertThat(tablet.get("/worklist").statusCode()).isEqualTo(302);
        HttpResponse<String> locked = tablet.get("/sign-in/locked");
        assertThat(locked.body()).contains("Locked by Noor Demo");
        assertThat(unlock(tablet, "271828").statusCode()).as("the other's PIN").isEqualTo(422);
        assertThat(tablet.get("/worklist").statusCode()).isEqualTo(302);

        assertThat(unlock(tablet, "314159").statusCode()).isEqualTo(302);
        assertThat(tablet.get("/worklist").statusCode()).isEqualTo(200);
    }

    /// HZ-04.
    @Test
    void idleTimeLocksWhereAPinOpensAndOnlyOnItsDevice() {
        sessions.endAll(visitors.person(Role.FRONT_DESK).id(), "test");
        Visitor tablet = visitors.stranger();
        enter(tablet, Role.FRONT_DESK, "161803");
        Owner.update(
                "update identity.session set seen_at = seen_at - interval '11 minutes'"
                        + " where person_id = ? and ended_at is null",
                visitors.person(Role.FRONT_DESK).id());

        assertThat(tablet.get("/appointments").statusCode()).isEqualTo(302);
        sessions.settle();
        Owner.update(
                "update identity.session set seen_at = seen_at + interval '11 minutes'"
                        + " where person_id = ? and ended_at is null",
                visitors.person(Role.FRONT_DESK).id());
        assertThat(tablet.get("/appointments").statusCode())
                .as("the clock was set back since")
                .isEqualTo(302);
        assertThat(tablet.get("/sign-in/locked").statusCode()).isEqualTo(200);
        assertThat(unlock(tablet, "161803").statusCode()).isEqualTo(302);
        assertThat(tablet.get("/appointments").statusCode()).isEqualTo(200);

        Visitor elsewhere = visitors.stranger();
        elsewhere.get(visitors.link(Role.FRONT_DESK));
        lock(elsewhere);
        assertThat(elsewhere.get("/appointments").statusCode())
                .as("where there is no PIN, nothing is locked that could not be opened")
                .isEqualTo(200);
    }

    @Test
    void anOpenPageThatOnlyWatchesDoesNotKeepASessionOpen() {
        Visitor tablet = visitors.stranger();
        tablet.get(visitors.link(Role.RESEARCHER));
        Map<String, String> token = Visitor.hidden(tablet.get("/account"), "/sign-in/lock");
        Owner.update(
                "update identity.session set seen_at = seen_at - interval '11 minutes'"
                        + " where person_id = ? and ended_at is null",
                visitors.person(Role.RESEARCHER).id());

        assertThat(tablet.post("/sign-in/here", token).statusCode()).isEqualTo(204);
        assertThat(tablet.get("/figures").statusCode()).isEqualTo(302);
    }

    @Test
    void aStreamThatIsOpenedIsNobodyBeingThere() throws InterruptedException {
        Visitor tablet = visitors.stranger();
        tablet.get(visitors.link(Role.RESEARCHER));
        UUID researcher = visitors.person(Role.RESEARCHER).id();
        Owner.update(
                "update identity.session set seen_at = seen_at - interval '9 minutes'"
                        + " where person_id = ? and ended_at is null",
                researcher);
        Set<Instant> before = seen(researcher);

        CompletableFuture<HttpResponse<String>> stream =
                CompletableFuture.supplyAsync(() -> tablet.get("/sign-in/session"));
        Thread.sleep(700);
        assertThat(seen(researcher)).isEqualTo(before);
        sessions.endAll(researcher, "test");

        assertThat(stream.join().body()).contains("data:open", "data:ended");
        assertThat(seen(researcher)).isEqualTo(before);
    }

    private Set<Instant> seen(UUID person) {
        return Set.copyOf(database.sql("""
                        select seen_at from identity.session
                        where person_id = :person and seen_at < :now
                        """)
                .param("person", person)
                .param("now", TestClock.NOW.minusSeconds(500).atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list());
    }

    @Test
    void aPageWithoutASessionIsToldSoAndNothingOpensIt() {
        Visitor tablet = visitors.stranger();
        enter(tablet, Role.AUDITOR, "577215");
        lock(tablet);
        Map<String, String> form = fields(tablet.get("/sign-in/locked"), "/sign-in/unlock");
        form.put("pin", "577215");
        sessions.endAll(visitors.person(Role.AUDITOR).id(), "test");

        HttpResponse<String> stream = tablet.get("/sign-in/session");
        assertThat(stream.statusCode())
                .as("a browser that is answered anything else never asks again")
                .isEqualTo(200);
        assertThat(stream.body()).contains("event:session").contains("data:ended");
        HttpResponse<String> answer = tablet.post("/sign-in/unlock", form);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Your session has ended");
    }

    private void enter(Visitor tablet, Role role, String pin) {
        tablet.get(visitors.link(role));
        Map<String, String> form = fields(tablet.get("/account"), "/account/pin");
        form.put("pin", pin);
        assertThat(tablet.post("/account/pin", form).statusCode()).isEqualTo(302);
    }

    private static void lock(Visitor tablet) {
        HttpResponse<String> page = tablet.get("/account");
        assertThat(tablet.post("/sign-in/lock", fields(page, "/sign-in/lock")).statusCode())
                .isEqualTo(302);
    }

    private static HttpResponse<String> unlock(Visitor tablet, String pin) {
        Map<String, String> form = fields(tablet.get("/sign-in/locked"), "/sign-in/unlock");
        form.put("pin", pin);
        return tablet.post("/sign-in/unlock", form);
    }

    private static Map<String, String> fields(HttpResponse<String> page, String action) {
        return new LinkedHashMap<>(Visitor.hidden(page, action));
    }
}
