package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.evenkeel.clinic.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/// A clinic of the version before, with rows in every table, becomes one of this version.
class MigrationTest {
    /// The last version whose tables were released.
    private static final String BEFORE = "0022";

    private static final long SEED = 20_261_122;
    private static final int KILLS = Boolean.getBoolean("evenkeel.all") ? 20 : 2;

    /// Tables that steps after that version alter. A lock on one stops its step in the middle.
    private static final List<String> ALTERED = List.of(
            "access.person",
            "treatment.administration",
            "treatment.appointment",
            "prom.response",
            "prom.risk_flag",
            "forecasting.decision",
            "forecasting.shadow_score",
            "audit.command",
            "audit.event");

    /// Columns that moved: what was there, and where it must be now.
    private static final Map<String, Moved> MOVED = Map.of(
            "access.person",
            new Moved(
                    Set.of("clinic_id", "role", "patient_id"),
                    "select id, clinic_id, role, patient_id from access.person",
                    "select person_id, clinic_id, role, patient_id from access.membership"));

    private static final String TABLES = """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema', 'public')
              and table_type = 'BASE TABLE'
            """;

    private record Moved(Set<String> columns, String from, String to) {}

    @TempDir
    static Path temporary;

    private static DataFolder folder;
    private static EmbeddedPostgres postgres;
    private static Database before;

    @BeforeAll
    static void fillTheVersionBefore() throws Exception {
        folder = DataFolder.durable(temporary.resolve("data"));
        postgres = EmbeddedPostgres.start(folder);
        before = new Database(postgres.logins().owner());
        Migrations.upTo(before.login(), BEFORE).migrate();
        try (InputStream rows = MigrationTest.class.getResourceAsStream("/released/V0022.sql")) {
            before.execute(new String(
                    Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
        }
        for (String table : before.column(TABLES)) {
            assertThat(before.column("select count(*) from " + table))
                    .as(table)
                    .doesNotContain("0");
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
        folder.close();
    }

    @Test
    void nothingIsLostAndEveryInvariantHolds() throws Exception {
        Database after = copyOfBefore("after");
        Migrations.all(after.login()).migrate();
        assertNothingIsLost(after);
        assertInvariants(after);
    }

    @Test
    void aMigrationKilledHalfWayGoesOnWhereItStopped() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Database after = copyOfBefore("killed");
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileItWaitsFor(after, ALTERED.get(random.nextInt(ALTERED.size())));
            assertThat(eventually(after, "select max(version) from public.flyway_schema_history"))
                    .first()
                    .isNotEqualTo(newest());
        }
        Migrations.all(after.login()).migrate();
        assertNothingIsLost(after);
        assertInvariants(after);
    }

    private static void killWhileItWaitsFor(Database database, String table) throws Exception {
        DatabaseLogin login = database.login();
        try (Connection holder =
                DriverManager.getConnection(login.url(), login.user(), login.password())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table " + table + " in exclusive mode");
            CompletableFuture<Integer> migration = CompletableFuture.supplyAsync(
                    () -> Migrations.all(login).migrate().migrationsExecuted);
            String waiting = "select count(*) from pg_locks where not granted";
            for (int look = 0; database.column(waiting).contains("0"); look++) {
                assertThat(look).as("looks until a step waits for %s", table).isLessThan(500);
                Thread.sleep(20);
            }
            System.out.println("killed while a step waits for " + table);
            killPostgres();
            assertThat(migration.handle((_, failure) -> failure).join()).isNotNull();
        } catch (SQLException endedWithTheServer) {
            assertThat(endedWithTheServer.getSQLState()).startsWith("08");
        }
    }

    private static String newest() throws SQLException {
        return List.of(Migrations.all(before.login()).info().all())
                .getLast()
                .getVersion()
                .getVersion();
    }

    private static void assertNothingIsLost(Database after) throws SQLException {
        for (String table : before.column(TABLES)) {
            Set<String> columns = new TreeSet<>(before.columns(table));
            Set<String> gone = new TreeSet<>(columns);
            gone.removeAll(after.columns(table));
            Moved moved = MOVED.getOrDefault(table, new Moved(Set.of(), "", ""));
            assertThat(gone).as("columns of %s that moved", table).isEqualTo(moved.columns());
            columns.removeAll(gone);
            String rows = "select " + String.join(", ", columns) + " from " + table;
            assertThat(after.rows(rows)).as(table).containsAll(before.rows(rows));
            if (!gone.isEmpty()) {
                assertThat(after.rows(moved.to())).containsAll(before.rows(moved.from()));
            }
        }
    }

    private static void assertInvariants(Database after) throws SQLException {
        Migrations.all(after.login()).validate();
        assertThat(after.column("select conname from pg_constraint where not convalidated"))
                .isEmpty();
        assertThat(after.column("""
                select relname from pg_class
                where relowner = (select oid from pg_roles where rolname = 'evenkeel_app')
                """)).isEmpty();
        assertThat(after.column("""
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
                where c.relkind = 'r' and not c.relrowsecurity
                """))
                .as("tables of a clinic without the second wall")
                .isEmpty();
    }

    /// The version before, in a database of its own.
    private static Database copyOfBefore(String name) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
            passwords.load(file);
        }
        DatabaseLogin owner = before.login();
        new Database(new DatabaseLogin(
                        owner.url().replace("/evenkeel?", "/postgres?"),
                        "postgres",
                        passwords.getProperty("superuser")))
                .execute("create database " + name + " template evenkeel owner " + owner.user());
        return new Database(new DatabaseLogin(
                owner.url().replace("/evenkeel?", "/" + name + "?"),
                owner.user(),
                owner.password()));
    }

    private static List<String> eventually(Database database, String query)
            throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return database.column(query);
            } catch (SQLException notBackYet) {
                assertThat(attempt).isLessThan(100);
                Thread.sleep(100);
            }
        }
    }

    private static void killPostgres() throws IOException {
        Path lock = folder.resolve("postgres/postmaster.pid");
        ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /// A database seen by its owner.
    private record Database(DatabaseLogin login) {
        void execute(String sql) throws SQLException {
            try (var connection = DriverManager.getConnection(
                            login.url(), login.user(), login.password());
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        List<String> column(String query) throws SQLException {
            List<String> values = new ArrayList<>();
            try (var connection = DriverManager.getConnection(
                            login.url(), login.user(), login.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
            }
            return values;
        }

        /// Each row as one text.
        List<String> rows(String query) throws SQLException {
            return column("select r::text from (" + query + ") r");
        }

        List<String> columns(String table) throws SQLException {
            return column("select column_name from information_schema.columns"
                    + " where table_schema || '.' || table_name = '" + table + "'");
        }
    }
}
