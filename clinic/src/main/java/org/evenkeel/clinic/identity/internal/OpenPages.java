package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Session.State;
import org.evenkeel.clinic.identity.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The pages that people have open. Each listens here, and is told within a second when its session
/// is locked, opened again or ended, wherever that was done: one query for all of them looks at the
/// table. At least every fifteen seconds it is told again, so that one that hears nothing knows
/// that nobody tells it anything. Nothing else is ever sent.
@Component
public class OpenPages implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST = 10_000;

    private final Function<Map<UUID, Person>, Map<UUID, State>> states;
    private final Supplier<SseEmitter> streams;
    private final LongSupplier nanos;
    private final ConcurrentMap<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;

    @Autowired
    OpenPages(Sessions sessions) {
        this(sessions::states, () -> new SseEmitter(0L), System::nanoTime);
    }

    /// @param states how sessions stand now; one that is missing has ended
    /// @param streams makes one that never ends by itself
    /// @param nanos a clock that only goes forward
    OpenPages(
            Function<Map<UUID, Person>, Map<UUID, State>> states,
            Supplier<SseEmitter> streams,
            LongSupplier nanos) {
        this.states = states;
        this.streams = streams;
        this.nanos = nanos;
    }

    /// A page, what it was told last, and when it was told anything.
    private record Listener(UUID session, Person person, State told, long atNanos) {
        Listener now(State state, long nanos) {
            return new Listener(session, person, state, nanos);
        }

        boolean isQuiet(long nanos) {
            return nanos - atNanos > HEARTBEAT.toNanos();
        }
    }

    /// Begins to tell a page how its session stands.
    public SseEmitter listen(Session session) {
        SseEmitter page = streams.get();
        if (listeners.size() >= MOST) {
            page.complete();
            return page;
        }
        page.onCompletion(() -> listeners.remove(page));
        page.onError(_ -> listeners.remove(page));
        tell(page, new Listener(session.id(), session.person(), State.ENDED, 0), session.state());
        return page;
    }

    /// Tells a page that there is no session behind it; any other answer it would take for one that
    /// it need not ask about again.
    public SseEmitter ended() {
        SseEmitter page = streams.get();
        try {
            page.send(event("ended"));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("a page left before it was told that its session ended");
        }
        page.complete();
        return page;
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(LOOK);
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("sessions could not be looked at: {}", away.getClass().getSimpleName());
            }
        }
    }

    /// Looks once. Who comes to listen meanwhile was not asked about and is told nothing yet.
    void look() {
        Map<SseEmitter, Listener> asked = Map.copyOf(listeners);
        if (asked.isEmpty()) {
            return;
        }
        Map<UUID, Person> persons = new HashMap<>();
        asked.values().forEach(each -> persons.put(each.session(), each.person()));
        Map<UUID, State> found = states.apply(persons);
        asked.forEach((page, listener) -> {
            State state = found.getOrDefault(listener.session(), State.ENDED);
            if (state != listener.told() || listener.isQuiet(nanos.getAsLong())) {
                tell(page, listener, state);
            }
        });
    }

    /// A page that is gone is told nothing more.
    private void tell(SseEmitter page, Listener listener, State state) {
        listeners.put(page, listener.now(state, nanos.getAsLong()));
        try {
            page.send(event(words(state) + " " + listener.session()));
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(page);
        }
        if (state == State.ENDED) {
            listeners.remove(page);
            page.complete();
        }
    }

    /// How a session stands, and which: a page may have been left open from another one.
    private static SseEmitter.SseEventBuilder event(String words) {
        return SseEmitter.event().name("session").data(words);
    }

    private static String words(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// How many pages listen.
    int listening() {
        return listeners.size();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("open-pages").start(this::watch);
    }

    /// Ends the streams before the server waits for what is still being answered.
    @Override
    public void stop() {
        running = false;
        listeners.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
