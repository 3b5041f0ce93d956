package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How many acts a second leave their mark, each in a transaction of its own, and how far the
/// sealer is behind meanwhile.
@ClinicTest
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class AuditSpeedTest {
    private static final int WRITERS = 12;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final int ACTS_A_SECOND = 1_000;

    @Autowired
    Visitors visitors;

    @Autowired
    Audit audit;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    @Test
    void aThousandActsASecondAreWrittenAndSealed() throws Exception {
        Person nurse = visitors.person(Role.NURSE);
        long end = System.nanoTime() + LENGTH.toNanos();
        List<Integer> behind = new ArrayList<>();
        int acts = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> threads.submit(() -> act(nurse, end)))
                    .toList();
            while (System.nanoTime() < end) {
                Thread.sleep(1_000);
                behind.add(unsealed());
            }
            for (Future<Integer> writer : writers) {
                acts += writer.get();
            }
        }
        long stopped = System.nanoTime();
        while (unsealed() > 0) {
            Thread.sleep(20);
        }
        double perSecond = acts / (double) LENGTH.toSeconds();
        int most = behind.stream().mapToInt(each -> each).max().orElseThrow();
        System.out.printf(
                "audited acts: %.0f a second over %d s; unsealed at most %d (%.2f s of acts); the"
                        + " last was sealed %.2f s after it%n",
                perSecond,
                LENGTH.toSeconds(),
                most,
                most / perSecond,
                (System.nanoTime() - stopped) / 1e9);
        assertThat(perSecond).isGreaterThan(ACTS_A_SECOND);
        assertThat(most / perSecond).as("seconds behind").isLessThan(2);
    }

    private int act(Person nurse, long end) {
        int acts = 0;
        while (System.nanoTime() < end) {
            Acting.inClinic(nurse.clinicId())
                    .run(() -> audit.done(
                            nurse.actor(), Act.onPatient("speed-test", UUID.randomUUID())));
            acts++;
        }
        return acts;
    }

    private int unsealed() {
        return owner.sql("""
                        select count(*) from audit.event e
                        where not exists (select from audit.seal s where s.event = e.number)
                        """).query(Integer.class).single();
    }
}
