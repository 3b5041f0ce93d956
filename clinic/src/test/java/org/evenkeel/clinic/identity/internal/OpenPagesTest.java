package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Session.State;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Pages that listen for the end of their session.
final class OpenPagesTest {
    private final Set<UUID> running = new HashSet<>();
    private Runnable meanwhile = () -> {};

    private final List<String> told = new ArrayList<>();
    private long nanos;

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final OpenPages pages = new OpenPages(this::states, Stream::new, () -> nanos);

    /// What a page is sent.
    private final class Stream extends SseEmitter {
        @Override
        public void send(SseEventBuilder event) {
            told.add(event.build().stream()
                    .map(each -> each.getData().toString())
                    .collect(joining())
                    .strip()
                    .replace('\n', ' ')
                    .replaceFirst(" " + UUID_PATTERN + "$", " of its session"));
        }
    }

    @Test
    void aPageOpenedDuringALookIsNotToldThatItsSessionEnded() {
        pages.listen(session());
        meanwhile = () -> pages.listen(session());

        pages.look();

        assertThat(pages.listening()).isEqualTo(2);
    }

    @Test
    void aPageWhoseSessionEndedListensNoMore() {
        pages.listen(session());
        Session other = session();
        pages.listen(other);
        running.remove(other.id());

        pages.look();

        assertThat(pages.listening()).isEqualTo(1);
    }

    @Test
    void aPageIsToldAgainBeforeItTakesSilenceForAnswer() {
        pages.listen(session());
        pages.look();
        assertThat(told).containsExactly("event:session data:open of its session");

        nanos = Duration.ofSeconds(16).toNanos();
        pages.look();
        pages.look();

        assertThat(told)
                .containsExactly(
                        "event:session data:open of its session",
                        "event:session data:open of its session");
    }

    @Test
    void aPageWithoutASessionIsToldThatItEnded() {
        pages.ended();

        assertThat(told).containsExactly("event:session data:ended");
        assertThat(pages.listening()).isZero();
    }

    /// A database that does not answer says nothing of a session.
    @Test
    void whereNobodyCanLookNothingIsSaid() {
        pages.listen(session());
        meanwhile = () -> {
            throw new QueryTimeoutException("slow");
        };
        nanos = Duration.ofSeconds(60).toNanos();

        assertThatThrownBy(pages::look).isInstanceOf(QueryTimeoutException.class);

        assertThat(told).containsExactly("event:session data:open of its session");
    }

    private Map<UUID, State> states(Map<UUID, Person> persons) {
        meanwhile.run();
        return persons.keySet().stream()
                .filter(running::contains)
                .collect(toMap(id -> id, _ -> State.OPEN));
    }

    private Session session() {
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        Clinic clinic = new Clinic(
                UUID.randomUUID(), "One", ZoneOffset.UTC, "ketamine-iv.adaptive", 0.25, false);
        Person person =
                new Person(UUID.randomUUID(), "Some One", Role.NURSE, clinic, Optional.empty());
        Session session = new Session(
                UUID.randomUUID(),
                person,
                Proof.of("password", Factor.PASSWORD),
                now,
                now,
                Optional.empty(),
                State.OPEN,
                false,
                false);
        running.add(session.id());
        return session;
    }
}
