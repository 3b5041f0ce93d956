package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.AuditEntry;
import org.evenkeel.clinic.audit.AuditFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;

/// Notices that the clock was set: it went another way than the monotonic one, or it stands before
/// what was recorded last. Every clinic's audit tells it, for times before and after do not
/// compare.
@Component
class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration TOLERATED = Duration.ofSeconds(2);
    private static final String AHEAD = "clock-jumped-ahead";
    private static final String BACK = "clock-jumped-back";

    private final Audit audit;
    private final People people;
    private final InstantSource clock;
    private final Queue<String> untold = new ArrayDeque<>();
    private Optional<Reading> last = Optional.empty();

    ClockWatch(Audit audit, People people, InstantSource clock) {
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /// Both clocks at one moment.
    ///
    /// @param wall the time of day, which can be set
    /// @param nanos the monotonic clock, which cannot
    record Reading(Instant wall, long nanos) {
        /// How far the time of day went ahead of the time gone by; less than zero where it fell
        /// behind.
        Duration aheadSince(Reading before) {
            return Duration.between(before.wall, wall).minusNanos(nanos - before.nanos);
        }
    }

    /// At a fixed rate: a round has a thread of its own then, and waits for no other job.
    @Scheduled(fixedRateString = "${evenkeel.clock.every:PT1S}")
    void look() {
        look(() -> new Reading(clock.instant(), System.nanoTime()));
    }

    /// What one round cannot record, the next one does; a clinic may be told twice then.
    ///
    /// @param clocks read when it is this round's turn and the audit was asked
    synchronized void look(Supplier<Reading> clocks) {
        try {
            Optional<Instant> recorded = last.isEmpty() ? latest() : Optional.empty();
            Reading now = clocks.get();
            if (recorded.filter(at -> at.isAfter(now.wall().plus(TOLERATED))).isPresent()) {
                noticed(BACK, "before what was recorded last");
            }
            last.map(now::aheadSince)
                    .filter(by -> by.abs().compareTo(TOLERATED) > 0)
                    .ifPresent(by -> noticed(by.isPositive() ? AHEAD : BACK, "by " + by));
            last = Optional.of(now);
            tell();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the clock could not be compared or its jump recorded, trying again: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void noticed(String action, String how) {
        LOG.warn("{} {}", action, how);
        untold.add(action);
    }

    private Optional<Instant> latest() {
        return people.clinics().stream()
                .flatMap(clinic -> Acting.inClinic(clinic)
                        .call(() -> audit.find(AuditFilter.everything(clinic), 1))
                        .stream())
                .map(AuditEntry::at)
                .max(Comparator.naturalOrder());
    }

    private void tell() {
        for (String action = untold.peek(); action != null; action = untold.peek()) {
            for (UUID clinic : people.clinics()) {
                Act act = new Act(action, "clinic", clinic);
                Acting.inClinic(clinic)
                        .run(() -> audit.done(new Actor(clinic, clinic, "system"), act));
            }
            untold.remove();
        }
    }
}
