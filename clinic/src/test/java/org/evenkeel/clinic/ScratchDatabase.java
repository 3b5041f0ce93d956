package org.evenkeel.clinic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;

/// A database of a test's own on the tests' server, made by the migrations and dropped at the end.
public final class ScratchDatabase implements AutoCloseable {
    static {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
    }

    private final String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");

    /// Makes it.
    public ScratchDatabase() throws SQLException {
        run("create database " + name + " owner evenkeel_owner");
        DatabaseLogin owner = owner();
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /// The role that owns the tables.
    public DatabaseLogin owner() {
        return here(TestDatabase.logins().owner());
    }

    /// The role whom nothing stops.
    public DatabaseLogin superuser() {
        return here(anywhere());
    }

    private DatabaseLogin here(DatabaseLogin login) {
        String url = login.url().replaceFirst("/\\w+\\?", "/" + name + "?");
        return new DatabaseLogin(url, login.user(), login.password());
    }

    /// The same role in the database of the tests.
    static DatabaseLogin anywhere() {
        Properties secrets = new Properties();
        try (Reader file =
                Files.newBufferedReader(TestDatabase.folder().resolve("database.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DatabaseLogin(
                TestDatabase.logins().owner().url(), "postgres", secrets.getProperty("superuser"));
    }

    /// A connection as somebody.
    public static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect(anywhere());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run("drop database " + name + " with (force)");
    }
}
