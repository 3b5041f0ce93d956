package org.evenkeel.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/// An embedded server plays the one somebody else runs.
class ExternalPostgresTest {
    @TempDir
    Path temporary;

    @Test
    void theOwnerMakesAnApplicationRoleThatOwnsNothingAndFindsItAgain() throws Exception {
        try (Stranger server = new Stranger(temporary.resolve("server"));
                DataFolder folder = DataFolder.durable(temporary.resolve("clinic"))) {
            server.run("create role keeper login createrole password 'k'");
            server.run("create database clinic owner keeper");
            ExternalPostgres external = server.as("keeper", Optional.empty());

            DatabaseLogins first = external.prepare(folder);
            DatabaseLogins again = external.prepare(folder);

            assertThat(again).isEqualTo(first);
            assertThat(first.application().user()).isEqualTo("evenkeel_app");
            run(first.application(), "select 1");
            assertThatThrownBy(() -> run(first.application(), "create schema mine"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatIsMissingOrUnsafeIsSaidInASentence() throws Exception {
        try (Stranger server = new Stranger(temporary.resolve("server"));
                DataFolder folder = DataFolder.durable(temporary.resolve("clinic"))) {
            server.run("create role weak login password 'k'");
            server.run("create database clinic");
            assertRefused(server.as("weak", Optional.empty()), folder, "GRANT CREATE ON DATABASE");

            server.run("alter database clinic owner to weak");
            assertRefused(server.as("weak", Optional.empty()), folder, "may not make one");

            server.run("create role evenkeel_app login bypassrls password 'a'");
            assertRefused(server.as("weak", Optional.of("a")), folder, "may do too much");

            server.run("alter role evenkeel_app nobypassrls");
            assertRefused(server.as("weak", Optional.of("b")), folder, "EVENKEEL_DB_APP_PASSWORD");
            assertRefused(server.as("evenkeel_app", Optional.of("a")), folder, "No connection to");
            assertThat(server.as("weak", Optional.of("a"))
                            .prepare(folder)
                            .application()
                            .password())
                    .isEqualTo("a");

            server.run("alter role weak set synchronous_commit = off");
            assertRefused(server.as("weak", Optional.of("a")), folder, "synchronous_commit must");
        }
    }

    @Test
    void anAddressIsReadWholeAndNeverRepeated() {
        ExternalPostgres far = at("postgresql://db.example/clinic");
        assertThat(far.isHere()).isFalse();
        assertThat(far.owner().url())
                .startsWith("jdbc:postgresql://db.example/clinic?")
                .contains("sslmode=verify-full");
        assertThat(at("jdbc:postgresql://localhost:5433/clinic?a=b").owner().url())
                .startsWith("jdbc:postgresql://localhost:5433/clinic?a=b&")
                .doesNotContain("sslmode");
        for (String wrong : new String[] {"mysql://h/secret", "jdbc:postgresql://h", "%secret"}) {
            assertThatThrownBy(() -> at(wrong))
                    .isInstanceOf(StartRefused.class)
                    .message()
                    .contains("EVENKEEL_DB_URL")
                    .doesNotContain("secret");
        }
        assertThat(far.owner().toString()).doesNotContain("?");
    }

    private static ExternalPostgres at(String address) {
        return ExternalPostgres.at(address, "keeper", "k", Optional.empty());
    }

    private static void assertRefused(ExternalPostgres server, DataFolder folder, String words) {
        assertThatThrownBy(() -> server.prepare(folder))
                .isInstanceOf(StartRefused.class)
                .message()
                .contains(words);
    }

    private static void run(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A server without our roles, and its superuser.
    private record Stranger(DataFolder folder, EmbeddedPostgres postgres) implements AutoCloseable {
        Stranger(Path place) throws SQLException, IOException {
            this(DataFolder.durable(place));
        }

        private Stranger(DataFolder folder) throws SQLException, IOException {
            this(folder, EmbeddedPostgres.start(folder));
            run("drop database evenkeel");
            run("drop role evenkeel_app");
        }

        void run(String sql) throws SQLException, IOException {
            Properties passwords = new Properties();
            try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
                passwords.load(file);
            }
            ExternalPostgresTest.run(
                    new DatabaseLogin(
                            address("postgres"), "postgres", passwords.getProperty("superuser")),
                    sql);
        }

        ExternalPostgres as(String user, Optional<String> applicationPassword) {
            return ExternalPostgres.at(address("clinic"), user, "k", applicationPassword);
        }

        private String address(String database) {
            return postgres.logins().owner().url().replaceFirst("/evenkeel\\?.*", "/" + database);
        }

        @Override
        public void close() {
            postgres.close();
            folder.close();
        }
    }
}
