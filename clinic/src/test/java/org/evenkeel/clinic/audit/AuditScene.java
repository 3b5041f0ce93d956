package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.ScratchDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// A database with events of some clinics, and a sealer for them.
final class AuditScene implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String INSERT = """
            insert into audit.event (clinic_id, at, actor_id, role, action, object_kind, object_id,
                                     outcome)
            values (?, ?::timestamptz, ?, ?, ?, 'patient', ?, 'done')
            """;

    private final ScratchDatabase database = new ScratchDatabase();
    private final Connection connection = ScratchDatabase.connect(database.owner());
    private final SplittableRandom chance = new SplittableRandom(7);
    private final AnchorFile file;
    private final Sealer sealer;
    final Anchors anchors;
    final List<UUID> clinics = List.of(new UUID(0, 1), new UUID(0, 2));

    AuditScene(Path folder) throws Exception {
        file = new AnchorFile(folder);
        anchors = new Anchors(folder, InstantSource.fixed(NOON));
        sealer = sealer(connection);
    }

    /// Another sealer, as another process would have it.
    static Sealer sealer(Connection connection) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        return new Sealer(
                JdbcClient.create(source),
                new JdbcTemplate(source),
                new JdbcTransactionManager(source));
    }

    ScratchDatabase database() {
        return database;
    }

    AnchorFile file() {
        return file;
    }

    Connection connection() {
        return connection;
    }

    /// Writes events of random content, each in a transaction of its own.
    void write(UUID clinic, int events) throws SQLException {
        write(connection, clinic, events, NOON);
    }

    void write(Connection by, UUID clinic, int events, Instant at) throws SQLException {
        try (PreparedStatement statement = by.prepareStatement(INSERT)) {
            for (int i = 0; i < events; i++) {
                statement.setObject(1, clinic);
                statement.setString(2, at.plusMillis(i).toString());
                statement.setObject(3, new UUID(chance.nextLong(), chance.nextLong()));
                statement.setString(4, "nurse");
                statement.setString(5, "patient-view");
                statement.setObject(6, new UUID(chance.nextLong(), chance.nextLong()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Seals all clinics.
    int seal() {
        return clinics.stream().mapToInt(sealer::seal).sum();
    }

    /// Keeps the heads of all clinics.
    void anchor(Anchor.Occasion occasion) throws Exception {
        Map<UUID, Head> heads = new HashMap<>();
        clinics.forEach(clinic -> heads.put(clinic, sealer.head(clinic)));
        anchors.keep(heads, occasion);
    }

    /// Writes, seals and anchors while a backup is between reading the heads and keeping them.
    void anchorWhileABackupDoesSo(int events) throws Exception {
        List<Anchor> ofBackup = clinics.stream()
                .map(clinic ->
                        new Anchor(NOON, clinic, sealer.head(clinic), Anchor.Occasion.BACKUP))
                .toList();
        for (UUID clinic : clinics) {
            write(clinic, events);
        }
        seal();
        anchor(Anchor.Occasion.MINUTE);
        file.append(ofBackup);
    }

    /// What verifying finds.
    Verdict verify() throws Exception {
        connection.setAutoCommit(false);
        try {
            return new Verifier(connection, file.read()).verify();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
