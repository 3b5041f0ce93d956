package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.audit.Anchor.Occasion;
import org.evenkeel.clinic.audit.Anchors;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Head;
import org.evenkeel.clinic.audit.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Seals the audit of every clinic several times a second and keeps the heads each minute, and once
/// more when everything else has stopped. It stands here because the audit knows no clinics.
@Component
final class SealingJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration BETWEEN_ANCHORS = Duration.ofMinutes(1);
    /// One pass in so many looks at every clinic, the others where this process has written.
    private static final int LOOKS_EVERYWHERE = 20;

    private final Audit audit;
    private final Sealer sealer;
    private final Anchors anchors;
    private final People people;
    private volatile Run run = new Run(Thread.currentThread(), new CountDownLatch(0));
    private boolean isWell = true;
    private int passes;

    SealingJob(Audit audit, Sealer sealer, Anchors anchors, People people) {
        this.audit = audit;
        this.sealer = sealer;
        this.anchors = anchors;
        this.people = people;
    }

    /// From a start to its stop.
    ///
    /// @param stopped zero when it is to end: an interrupt would cut its connection
    private record Run(Thread thread, CountDownLatch stopped) {}

    @Override
    public synchronized void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        run = new Run(Thread.ofVirtual().name("audit-sealer").start(() -> work(stopped)), stopped);
    }

    @Override
    public synchronized void stop() {
        run.stopped().countDown();
        try {
            run.thread().join();
            attempt(Occasion.STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return run.stopped().getCount() > 0;
    }

    /// Stops after the web server, whose last acts are sealed as well.
    @Override
    public int getPhase() {
        return 0;
    }

    private void work(CountDownLatch stopped) {
        // The first pass keeps what the last run may have been killed before keeping.
        long kept = System.nanoTime() - BETWEEN_ANCHORS.toNanos();
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean due = System.nanoTime() - kept >= BETWEEN_ANCHORS.toNanos();
                if (due) {
                    kept = System.nanoTime();
                    attempt(Occasion.MINUTE);
                } else {
                    attempt(Occasion.START);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says once that it fails and once that it goes on.
    private void attempt(Occasion occasion) {
        try {
            pass(occasion);
            if (!isWell) {
                LOG.info("the audit is sealed and anchored again");
            }
            isWell = true;
        } catch (DataAccessException | TransactionException | IOException e) {
            if (isWell) {
                LOG.error(
                        "the audit could not be sealed or anchored, trying again: {}",
                        e.getClass().getSimpleName());
            }
            isWell = false;
        }
    }

    private void pass(Occasion occasion) throws IOException {
        boolean anchoring = occasion != Occasion.START;
        boolean everywhere = anchoring || !isWell || passes++ % LOOKS_EVERYWHERE == 0;
        Collection<UUID> written = audit.takeWritten();
        Collection<UUID> clinics = everywhere ? people.clinics() : written;
        for (UUID clinic : clinics) {
            begin(clinic);
            Acting.inClinic(clinic).run(() -> sealer.seal(clinic));
        }
        if (anchoring) {
            Map<UUID, Head> heads = new HashMap<>();
            clinics.forEach(clinic ->
                    heads.put(clinic, Acting.inClinic(clinic).call(() -> sealer.head(clinic))));
            anchors.keep(heads, occasion);
        }
    }

    /// A clinic's chain has an anchor before it has a link, so that a file that is missing is not
    /// taken for one that had nothing to keep yet.
    private void begin(UUID clinic) throws IOException {
        if (anchors.latest(clinic).isEmpty()) {
            Head head = Acting.inClinic(clinic).call(() -> sealer.head(clinic));
            if (head.number() == 0) {
                anchors.keep(Map.of(clinic, head), Occasion.START);
            }
        }
    }
}
