package org.evenkeel.clinic.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.ClinicTest;
import org.evenkeel.clinic.Visitors;
import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.access.internal.ClockWatch.Reading;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.AuditEntry;
import org.evenkeel.clinic.audit.AuditFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

@ClinicTest
class ClockWatchTest {
    private static final String AHEAD = "clock-jumped-ahead";
    private static final String BACK = "clock-jumped-back";

    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Autowired
    InstantSource clock;

    private ClockWatch watch;
    private Reading now;
    private UUID clinic;
    private long before;

    @BeforeEach
    void begin() {
        watch = new ClockWatch(audit, people, clock);
        now = new Reading(clock.instant(), Long.MAX_VALUE - 5);
        clinic = visitors.person(Role.MANAGER).clinicId();
        before = entries().stream().mapToLong(AuditEntry::number).max().orElse(0);
    }

    @Test
    void aClockThatKeepsTimeLeavesNoMark() {
        watch.look(() -> now);
        after(Duration.ofSeconds(1), Duration.ofSeconds(1));
        after(Duration.ofHours(9), Duration.ofHours(9));

        assertThat(told()).isEmpty();
    }

    @Test
    void twoSecondsAreTakenForPuttingItRight() {
        watch.look(() -> now);
        after(Duration.ofSeconds(1), Duration.ofSeconds(3));
        after(Duration.ofSeconds(3), Duration.ofSeconds(1));

        assertThat(told()).isEmpty();
    }

    /// HZ-43.
    @Test
    void moreThanTwoSecondsAreToldInEveryClinicOnce() {
        watch.look(() -> now);
        after(Duration.ofSeconds(1), Duration.ofMillis(3_001));
        after(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(told()).containsExactly(AHEAD);

        after(Duration.ofSeconds(1), Duration.ofHours(-1));
        assertThat(told()).containsExactly(BACK, AHEAD);
    }

    @Test
    void aClockSetBackWhileNothingRanIsToldAtTheStart() {
        watch.look(() -> new Reading(clock.instant().minusSeconds(3_600), 0));

        assertThat(told()).containsExactly(BACK);
    }

    private void after(Duration monotonic, Duration wall) {
        now = new Reading(now.wall().plus(wall), now.nanos() + monotonic.toNanos());
        watch.look(() -> now);
    }

    private List<String> told() {
        return entries().stream()
                .filter(entry -> entry.number() > before)
                .map(entry -> entry.act().action())
                .filter(List.of(AHEAD, BACK)::contains)
                .toList();
    }

    private List<AuditEntry> entries() {
        return Acting.inClinic(clinic).call(() -> audit.find(AuditFilter.everything(clinic), 100));
    }
}
