package org.evenkeel.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class EmbeddedPostgresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    @Test
    void keepsWhatWasConfirmedThroughAKillAndComesBackByItself() throws Exception {
        try (DataFolder folder = DataFolder.durable(temporary.resolve("data"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseLogin owner = postgres.logins().owner();
            run(owner, "create schema kept", "create table kept.fact as select 42 as answer");

            kill(folder);

            assertThat(eventually(owner, "select answer from kept.fact")).isEqualTo("42");
        }
    }

    @Test
    void whatIsConfirmedIsOnDisk() throws Exception {
        try (DataFolder folder = DataFolder.durable(temporary.resolve("data"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseLogin application = postgres.logins().application();
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(eventually(application, "show " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void takesOverFromAnApplicationThatWasKilled() throws Exception {
        Path data = temporary.resolve("data");
        DataFolder first = DataFolder.durable(data);
        DatabaseLogin owner = EmbeddedPostgres.start(first).logins().owner();
        run(owner, "create schema kept", "create table kept.fact as select 42 as answer");
        // What a killed application leaves: its lock freed by the system, its server running.
        first.close();
        ProcessHandle leftover = server(data).orElseThrow();

        try (DataFolder second = DataFolder.durable(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(second)) {
            assertThat(server(data).orElseThrow().pid()).isNotEqualTo(leftover.pid());
            assertThat(eventually(postgres.logins().owner(), "select answer from kept.fact"))
                    .isEqualTo("42");
        }
        assertThat(server(data)).isEmpty();
    }

    @Test
    void aLockFileOfAStrangerIsNoObstacle() throws Exception {
        Path data = temporary.resolve("data");
        try (DataFolder folder = DataFolder.durable(data)) {
            EmbeddedPostgres.start(folder).close();
            Files.writeString(
                    data.resolve("postgres/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
                assertThat(eventually(postgres.logins().application(), "select 1"))
                        .isEqualTo("1");
            }
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    @Test
    void passwordsAreForTheirOwnerOnlyAndOthersAreRefused() throws Exception {
        try (DataFolder folder = DataFolder.durable(temporary.resolve("data"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database.properties"))))
                    .isEqualTo("rw-------");
            DatabaseLogin application = postgres.logins().application();
            assertThatThrownBy(() -> DriverManager.getConnection(
                                    application.url(), application.user(), "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aFolderIsForOneApplicationAtATime() {
        Path data = temporary.resolve("data");
        try (DataFolder _ = DataFolder.durable(data)) {
            assertThatThrownBy(() -> DataFolder.durable(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Evenkeel is using the data folder");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.durable(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Cannot write to the data folder " + file);
    }

    private static void kill(DataFolder folder) throws InterruptedException {
        ProcessHandle server = server(folder.path()).orElseThrow();
        server.destroyForcibly();
        while (server(folder.path()).map(ProcessHandle::pid).equals(Optional.of(server.pid()))) {
            Thread.sleep(20);
        }
    }

    /// The process that holds the server's files and says so on its command line.
    private static Optional<ProcessHandle> server(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains("-D " + data.resolve("postgres")))
                .findFirst();
    }

    private static void run(DatabaseLogin login, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String eventually(DatabaseLogin login, String query) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(
                            login.url(), login.user(), login.password());
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                result.next();
                return result.getString(1);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
