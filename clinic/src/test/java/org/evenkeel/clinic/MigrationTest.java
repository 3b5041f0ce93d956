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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/// A clinic of a version before, with rows in every table, becomes one of this version.
class MigrationTest {
    /// Versions from whose tables a clinic may come, in order. Each has a file of rows for the
    /// tables that came since the one before, so that a step that changes rows finds some.
    private static final List<String> RELEASED = List.of("0022", "0032", "0080");

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

    /// Columns whose values a step takes out: the secret of an app that somebody was setting up.
    private static final Map<String, Set<String>> EMPTIED =
            Map.of("identity.ceremony", Set.of("value"));

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
    private static final Map<String, Database> BEFORE = new LinkedHashMap<>();

    @BeforeAll
    static void fillTheVersionsBefore() throws Exception {
        folder = DataFolder.durable(temporary.resolve("data"));
        postgres = EmbeddedPostgres.start(folder);
        Database latest = new Database(postgres.logins().owner());
        for (String version : RELEASED) {
            latest = BEFORE.isEmpty() ? latest : copyOf(latest, "v" + version);
            Migrations.upTo(latest.login(), version).migrate();
            try (InputStream rows =
                    MigrationTest.class.getResourceAsStream("/released/V" + version + ".sql")) {
                latest.execute(new String(
                        Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
            }
            for (String table : latest.column(TABLES)) {
                assertThat(latest.column("select count(*) from " + table))
                        .as("%s of %s", table, version)
                        .doesNotContain("0");
            }
            BEFORE.put(version, latest);
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
        folder.close();
    }

    /// HZ-41.
    @ParameterizedTest
    @FieldSource("RELEASED")
    void nothingIsLostAndEveryInvariantHolds(String version) throws Exception {
        Database before = before(version);
        Database after = copyOf(before, "after" + version);
        Migrations.all(after.login()).migrate();
        assertNothingIsLost(before, after);
        assertInvariants(after);
    }

    /// A step that puts something into rows that are there puts the right thing.
    @Test
    void stepsThatChangeRowsChangeThemRightly() throws Exception {
        Database after = copyOf(before("0032"), "changed0032");
        Migrations.all(after.login()).migrate();
        assertThat(after.column("""
                select count(*) from identity.session s
                where s.ended_at is null
                  and not exists (select from access.membership m
                                  where m.person_id = s.person_id and m.clinic_id = s.in_clinic
                                    and m.role = s.in_role)
                """)).containsExactly("0");
        assertThat(after.column("select kind from identity.ceremony where value = ''"))
                .containsExactly("new-app");

        Database later = copyOf(before("0080"), "changed0080");
        Migrations.all(later.login()).migrate();
        assertThat(later.column("""
                select distinct protocol || ' ' || begins from treatment.enrolment
                where begins is not null
                """))
                .as("a plan signed after midnight begins the day after it, in the clinic's zone")
                .containsExactly("ketamine-iv.messer2010 2026-05-22");
    }

    /// HZ-41.
    @Test
    void aMigrationKilledHalfWayGoesOnWhereItStopped() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Database before = before("0022");
        Database after = copyOf(before, "killed");
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileItWaitsFor(after, ALTERED.get(random.nextInt(ALTERED.size())));
            assertThat(eventually(after, "select max(version) from public.flyway_schema_history"))
                    .first()
                    .isNotEqualTo(newest(before));
        }
        Migrations.all(after.login()).migrate();
        assertNothingIsLost(before, after);
        assertInvariants(after);
    }

    private static Database before(String version) {
        return Objects.requireNonNull(BEFORE.get(version));
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

    private static String newest(Database database) {
        return List.of(Migrations.all(database.login()).info().all())
                .getLast()
                .getVersion()
                .getVersion();
    }

    private static void assertNothingIsLost(Database before, Database after) throws SQLException {
        for (String table : before.column(TABLES)) {
            Set<String> columns = new TreeSet<>(before.columns(table));
            Set<String> gone = new TreeSet<>(columns);
            gone.removeAll(after.columns(table));
            Moved moved = MOVED.getOrDefault(table, new Moved(Set.of(), "", ""));
            Set<String> moving = new TreeSet<>(moved.columns());
            moving.retainAll(columns);
            assertThat(gone).as("columns of %s that moved", table).isEqualTo(moving);
            columns.removeAll(gone);
            columns.removeAll(EMPTIED.getOrDefault(table, Set.of()));
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

    /// The same in a database of its own.
    private static Database copyOf(Database from, String name) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
            passwords.load(file);
        }
        DatabaseLogin owner = postgres.logins().owner();
        new Database(new DatabaseLogin(
                        owner.url().replace("/evenkeel?", "/postgres?"),
                        "postgres",
                        passwords.getProperty("superuser")))
                .execute("create database " + name + " template " + from.name() + " owner "
                        + owner.user());
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
        String name() {
            return login.url().replaceAll(".*/([a-z0-9]+)\\?.*", "$1");
        }

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
