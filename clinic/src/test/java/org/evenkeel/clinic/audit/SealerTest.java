package org.evenkeel.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.ScratchDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class SealerTest {
    private static final int WRITERS = 8;
    private static final int ACTS = 40;

    @TempDir
    Path folder;

    /// Transactions that end late, and some that are rolled back, while two sealers compete.
    @Test
    void everyCommittedEventIsSealedOnceAndWithoutGaps() throws Exception {
        try (AuditScene scene = new AuditScene(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scene.anchor(Anchor.Occasion.START);
            AtomicBoolean writing = new AtomicBoolean(true);
            List<Future<Integer>> sealers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sealers.add(threads.submit(() -> sealWhile(scene, writing)));
            }
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(threads.submit(() -> writeSome(scene, writer)));
            }
            int committed = sum(writers);
            writing.set(false);
            int sealed = sum(sealers);

            assertThat(committed).isLessThan(WRITERS * ACTS);
            assertThat(sealed).isEqualTo(committed);
            assertThat(scene.verify())
                    .returns(true, Verdict::isWhole)
                    .returns((long) committed, Verdict::verified)
                    .returns(0L, Verdict::unsealed);
            assertThat(number(scene.connection(), "select count(distinct event) from audit.seal"))
                    .isEqualTo(committed);
            // The case that "number above the last" would have lost did happen.
            assertThat(number(scene.connection(), """
                            select count(*) from audit.seal a join audit.seal b
                              on b.clinic_id = a.clinic_id and b.number = a.number + 1
                            where b.event < a.event
                            """)).isPositive();
        }
    }

    @Test
    void whatWasThereBeforeIsSealedInBatches() throws Exception {
        try (AuditScene scene = new AuditScene(folder)) {
            scene.anchor(Anchor.Occasion.START);
            scene.write(scene.clinics.getFirst(), 4_500);

            assertThat(scene.seal()).isEqualTo(4_500);
            assertThat(scene.seal()).isZero();
            assertThat(scene.verify().verified()).isEqualTo(4_500);
        }
    }

    /// A restored row may name a transaction that this server has yet to reach.
    @Test
    void rowsOfAnotherServerAreSealedToo() throws Exception {
        try (AuditScene scene = new AuditScene(folder);
                Statement statement = scene.connection().createStatement()) {
            scene.write(scene.clinics.getFirst(), 5);
            statement.execute("update audit.event set xid = '999999999'");

            assertThat(scene.seal()).isEqualTo(5);
            scene.write(scene.clinics.getFirst(), 5);
            assertThat(scene.seal()).isEqualTo(5);
        }
    }

    @Test
    void everyColumnOfAnEventIsSealed() throws Exception {
        try (AuditScene scene = new AuditScene(folder);
                Statement statement = scene.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        select column_name from information_schema.columns
                        where table_schema = 'audit' and table_name = 'event'
                          and column_name <> 'xid'
                        """)) {
            int columns = 0;
            while (rows.next()) {
                assertThat(Chain.COLUMNS).containsPattern("e\\." + rows.getString(1) + "\\b");
                columns++;
            }
            assertThat(columns).isEqualTo(Chain.WIDTH);
        }
    }

    private static int sealWhile(AuditScene scene, AtomicBoolean writing) throws Exception {
        try (Connection connection = ScratchDatabase.connect(scene.database().owner())) {
            Sealer sealer = AuditScene.sealer(connection);
            int sealed = 0;
            boolean last = false;
            while (!last) {
                last = !writing.get();
                for (UUID clinic : scene.clinics) {
                    sealed += sealer.seal(clinic);
                }
                Thread.sleep(5);
            }
            return sealed;
        }
    }

    private static int writeSome(AuditScene scene, int writer) throws Exception {
        SplittableRandom chance = new SplittableRandom(writer);
        int committed = 0;
        try (Connection connection = ScratchDatabase.connect(scene.database().owner())) {
            connection.setAutoCommit(false);
            for (int act = 0; act < ACTS; act++) {
                UUID clinic = scene.clinics.get(chance.nextInt(2));
                scene.write(connection, clinic, 1, AuditScene.NOON);
                Thread.sleep(chance.nextInt(20));
                if (chance.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed++;
                }
            }
        }
        return committed;
    }

    private static int sum(List<Future<Integer>> parts) throws Exception {
        int sum = 0;
        for (Callable<Integer> part :
                parts.stream().map(each -> (Callable<Integer>) each::get).toList()) {
            sum += part.call();
        }
        return sum;
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
