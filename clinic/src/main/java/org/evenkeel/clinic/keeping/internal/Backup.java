package org.evenkeel.clinic.keeping.internal;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.keeping.internal.Manifest.Migration;
import org.evenkeel.clinic.keeping.internal.Manifest.Opening;
import org.evenkeel.clinic.keeping.internal.Manifest.TableContent;
import org.postgresql.PGConnection;

import tools.jackson.databind.json.JsonMapper;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes one moment of a whole database.
public final class Backup {
    static final String OPENING = "opening.json";
    static final String TABLES = "tables/";
    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Backup() {}

    /// Leaves the mark of a backup in the audit and its heads in the anchors. This comes first, so
    /// that the backup holds its own mark.
    ///
    /// @param folder where the audit's anchors are
    public static void announce(DatabaseLogin owner, Path folder) throws SQLException, IOException {
        try (Connection connection = connect(owner)) {
            migrations(connection);
            Operator.leaveMark(connection, "backup");
            if (Files.isDirectory(folder)) {
                AuditHeads.anchorBackup(connection, folder);
            }
        }
    }

    /// Writes a backup; `into` is closed.
    ///
    /// @param owner the role that owns the tables, which no row-level security binds
    /// @param program version of this program
    /// @throws SQLException where the database fails
    /// @throws IOException where `into` fails
    public static Manifest write(
            DatabaseLogin owner, String program, OutputStream into, Progress progress)
            throws SQLException, IOException {
        try (ZipOutputStream zip = new ZipOutputStream(into);
                Connection connection = snapshot(owner)) {
            zip.setLevel(Deflater.BEST_SPEED);
            Opening opening = new Opening(
                    one(connection, "select to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
                    program,
                    migrations(connection));
            put(zip, OPENING, JSON.writeValueAsBytes(opening));
            Tables tables = new Tables(connection);
            List<Tables.Table> all = tables.inOrder();
            List<TableContent> contents = new ArrayList<>();
            for (Tables.Table table : all) {
                zip.putNextEntry(new ZipEntry(TABLES + table.name()));
                contents.add(copy(connection, table, zip));
                zip.closeEntry();
                progress.at(contents.size(), all.size());
            }
            Manifest manifest =
                    new Manifest(contents, tables.sequences(), AuditHeads.of(connection));
            put(zip, MANIFEST, JSON.writeValueAsBytes(manifest));
            return manifest;
        }
    }

    /// One unchanging view of everything. A policy that would hide rows from the owner is an error
    /// and not a smaller backup.
    static Connection snapshot(DatabaseLogin owner) throws SQLException {
        Connection connection = connect(owner);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    static Connection connect(DatabaseLogin owner) throws SQLException {
        DatabaseLogin patient = owner.patient();
        Connection connection =
                DriverManager.getConnection(patient.url(), patient.user(), patient.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set row_security = off; set timezone = 'UTC'; set datestyle = 'ISO';"
                    + " set intervalstyle = 'postgres'; set extra_float_digits = 1;"
                    + " set bytea_output = 'hex'");
        }
        return connection;
    }

    /// Copies a table out and says what came.
    static TableContent copy(Connection connection, Tables.Table table, OutputStream into)
            throws SQLException, IOException {
        MessageDigest digest = Sha256.fresh();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.out(), new DigestOutputStream(new StaysOpen(into), digest));
        return new TableContent(table.name(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Migration> migrations(Connection connection) throws SQLException {
        if (one(
                        connection,
                        "select coalesce(to_regclass('public.flyway_schema_history')::text, '')")
                .isEmpty()) {
            throw new StartRefused("The database holds no clinic: there is nothing to back up.");
        }
        List<Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select version, checksum from public.flyway_schema_history
                        where success and version is not null and checksum is not null
                        order by installed_rank
                        """)) {
            while (rows.next()) {
                migrations.add(new Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return migrations;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /// The copying closes what it writes to; one file holds many tables.
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
