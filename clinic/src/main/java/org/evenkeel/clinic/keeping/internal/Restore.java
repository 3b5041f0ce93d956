package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.Migrations;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.keeping.internal.BackupFile.Contents;
import org.evenkeel.clinic.keeping.internal.Manifest.Migration;
import org.evenkeel.clinic.keeping.internal.Manifest.SequenceState;
import org.evenkeel.clinic.keeping.internal.Manifest.TableContent;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a backup into an empty database.
public final class Restore {
    private final BackupFile file;
    private final Contents contents;
    private boolean mayBeKept;

    /// @param contents what [BackupFile#verified()] said
    public Restore(BackupFile file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /// Refuses a database that is not empty, and a backup with a step this program does not have.
    /// Changes nothing.
    public void requireFits(DatabaseLogin owner) {
        try {
            requireKnown(owner);
            requireEmpty(owner);
        } catch (SQLException e) {
            throw new StartRefused("The database could not be read: " + e.getMessage(), e);
        }
    }

    /// Whether rows may stand in the database, though [#into] did not end.
    public boolean mayBeKept() {
        return mayBeKept;
    }

    private static void requireEmpty(DatabaseLogin owner) throws SQLException {
        try (Connection connection = Backup.connect(owner)) {
            for (Tables.Table table : new Tables(connection).inOrder()) {
                if (holdsRows(connection, table)) {
                    throw new StartRefused("The database is not empty (" + table.name()
                            + " holds rows): restore into a new data folder or database.");
                }
            }
        }
    }

    private void requireKnown(DatabaseLogin owner) {
        Map<String, Integer> known = Arrays.stream(Migrations.all(owner).info().all())
                .collect(Collectors.toMap(
                        info -> info.getVersion().getVersion(), MigrationInfo::getChecksum));
        for (Migration step : contents.opening().migrations()) {
            Integer checksum = known.get(step.version());
            if (checksum == null || checksum != step.checksum()) {
                throw new StartRefused("This backup was made by another Evenkeel ("
                        + contents.opening().program() + ", tables of version " + lastVersion()
                        + "), whose step " + step.version() + " this one does not have: use that"
                        + " version or a newer one.");
            }
        }
    }

    /// Makes the tables as they were, fills them, compares each with the backup, and then brings
    /// them to the shape this program works on.
    ///
    /// @param folder where the anchors of its audit begin anew
    /// @throws StartRefused where that is not possible; then no row was kept
    public void into(DatabaseLogin owner, Path folder, Progress progress) {
        requireFits(owner);
        try {
            Migrations.upTo(owner, lastVersion()).migrate();
            requireSameShape(owner);
            try (Connection connection = Backup.connect(owner)) {
                connection.setAutoCommit(false);
                fill(connection, progress);
                mayBeKept = true;
                connection.commit();
            }
            Migrations.all(owner).migrate();
            settle(owner, folder);
        } catch (SQLException | IOException e) {
            throw new StartRefused("The database could not be filled: " + e.getMessage(), e);
        }
    }

    private static void settle(DatabaseLogin owner, Path folder) throws SQLException, IOException {
        try (Connection connection = Backup.connect(owner)) {
            connection.setAutoCommit(false);
            Operator.shutDoors(connection);
            Operator.leaveMark(connection, "restore");
            AuditHeads.anchorRestore(connection, folder);
            connection.commit();
        }
    }

    /// Whether secrets of authenticator apps were restored, which need a key that is in no backup.
    public boolean holdsApps() {
        return contents.manifest().tables().stream()
                .anyMatch(
                        table -> table.name().equals("identity.authenticator") && table.rows() > 0);
    }

    private String lastVersion() {
        return contents.opening().migrations().getLast().version();
    }

    private void requireSameShape(DatabaseLogin owner) {
        MigrationInfo current = Migrations.all(owner).info().current();
        String version = current == null ? "none" : current.getVersion().getVersion();
        if (!version.equals(lastVersion())) {
            throw new StartRefused("The database's tables are of version " + version
                    + " and the backup's of " + lastVersion()
                    + ": restore into a new data folder or database.");
        }
    }

    private void fill(Connection connection, Progress progress) throws SQLException, IOException {
        Tables tables = new Tables(connection);
        List<Tables.Table> all = tables.inOrder();
        Map<String, Tables.Table> named =
                all.stream().collect(Collectors.toMap(Tables.Table::name, Function.identity()));
        if (!named.keySet()
                .equals(contents.manifest().tables().stream()
                        .map(TableContent::name)
                        .collect(Collectors.toSet()))) {
            throw new StartRefused("The backup's tables are not those its version makes.");
        }
        // What a trigger would add stands in the backup already.
        for (Tables.Table table : all) {
            execute(connection, "alter table " + table.name() + " disable trigger user");
        }
        int[] done = {0};
        file.read((name, rows) -> {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table(named, name).in(), rows);
            progress.at(++done[0], all.size());
        });
        for (SequenceState sequence : contents.manifest().sequences()) {
            set(connection, sequence);
        }
        for (Tables.Table table : all) {
            execute(connection, "alter table " + table.name() + " enable trigger user");
        }
        requireEqual(connection, named);
    }

    private static Tables.Table table(Map<String, Tables.Table> named, String name) {
        Tables.Table table = named.get(name);
        if (table == null) {
            throw new StartRefused("The backup holds a table " + name + " its manifest lacks.");
        }
        return table;
    }

    private void requireEqual(Connection connection, Map<String, Tables.Table> named)
            throws SQLException, IOException {
        for (TableContent before : contents.manifest().tables()) {
            TableContent now = Backup.copy(
                    connection, table(named, before.name()), OutputStream.nullOutputStream());
            if (!now.equals(before)) {
                throw new StartRefused("The table " + before.name() + " did not come out as it was"
                        + " backed up; nothing was kept.");
            }
        }
    }

    private static boolean holdsRows(Connection connection, Tables.Table table)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from " + table.name() + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void set(Connection connection, SequenceState sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
