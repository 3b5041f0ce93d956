package org.evenkeel.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
import java.util.stream.Stream;

/// An embedded server plays the one somebody else runs; with `--all` the machine's own PostgreSQL
/// does so too, where one is installed.
class ExternalPostgresTest {
    @TempDir
    Path temporary;

    /// Says which servers are asked.
    static Stream<String> servers() {
        return Boolean.getBoolean("evenkeel.all")
                ? Stream.of("embedded", "installed")
                : Stream.of("embedded");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theOwnerMakesAnApplicationRoleThatOwnsNothingAndFindsItAgain(String kind)
            throws Exception {
        try (Stranger server = stranger(kind);
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
            if (kind.equals("installed")) {
                Migrations.all(first.owner()).migrate();
                run(first.application(), "select 1 from patient.patient");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsMissingOrUnsafeIsSaidInASentence(String kind) throws Exception {
        try (Stranger server = stranger(kind);
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

            server.run("alter role evenkeel_app set synchronous_commit = off");
            assertRefused(server.as("weak", Optional.of("a")), folder, "synchronous_commit must");
            server.run("alter role evenkeel_app reset synchronous_commit");

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

    private Stranger stranger(String kind) throws Exception {
        if (kind.equals("embedded")) {
            return new Embedded(temporary.resolve("server"));
        }
        Optional<Path> programs = InstalledPostgres.programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL is installed under /usr/lib/postgresql");
        return new Installed(InstalledPostgres.start(programs.orElseThrow()));
    }

    /// A server without our roles.
    private interface Stranger extends AutoCloseable {
        String address(String database);

        /// The password of its superuser.
        String password() throws IOException;

        default void run(String sql) throws SQLException, IOException {
            ExternalPostgresTest.run(
                    new DatabaseLogin(address("postgres"), "postgres", password()), sql);
        }

        default ExternalPostgres as(String user, Optional<String> applicationPassword) {
            return ExternalPostgres.at(address("clinic"), user, "k", applicationPassword);
        }
    }

    private record Installed(InstalledPostgres server) implements Stranger {
        @Override
        public String address(String database) {
            return server.address(database);
        }

        @Override
        public String password() {
            return InstalledPostgres.PASSWORD;
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    private record Embedded(DataFolder folder, EmbeddedPostgres postgres) implements Stranger {
        Embedded(Path place) throws SQLException, IOException {
            this(DataFolder.durable(place));
        }

        private Embedded(DataFolder folder) throws SQLException, IOException {
            this(folder, EmbeddedPostgres.start(folder));
            run("drop database evenkeel");
            run("drop role evenkeel_app");
        }

        @Override
        public String password() throws IOException {
            Properties passwords = new Properties();
            try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
                passwords.load(file);
            }
            return passwords.getProperty("superuser");
        }

        @Override
        public String address(String database) {
            return postgres.logins().owner().url().replaceFirst("/evenkeel\\?.*", "/" + database);
        }

        @Override
        public void close() {
            postgres.close();
            folder.close();
        }
    }
}
