package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.StartRefused;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// Makes the database and its two roles, and refuses a server that could lose what it confirmed.
final class RoleSetup {
    static final String DATABASE = "evenkeel";
    static final String OWNER = "evenkeel_owner";
    static final String APPLICATION = "evenkeel_app";

    private static final Map<String, String> REQUIRED = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "data_checksums", "on");

    private RoleSetup() {}

    static void prepare(DatabaseLogin superuser, SecretsFile secrets) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                superuser.url(), superuser.user(), superuser.password())) {
            requireSafeSettings(connection);
            require(connection, "listen_addresses", "127.0.0.1");
            role(connection, OWNER, secrets.of("owner"));
            role(connection, APPLICATION, secrets.of("application"));
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(connection, "create database " + DATABASE + " owner " + OWNER);
            }
            execute(connection, "revoke all on database " + DATABASE + " from public");
            execute(connection, "grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    /// Refuses a server that could lose what it confirmed, or not notice that it was altered.
    static void requireSafeSettings(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : REQUIRED.entrySet()) {
            require(connection, setting.getKey(), setting.getValue());
        }
    }

    private static void require(Connection connection, String setting, String value)
            throws SQLException {
        String actual = show(connection, setting);
        if (!actual.equals(value)) {
            throw new StartRefused(
                    "PostgreSQL's " + setting + " must be " + value + ", it is " + actual + ".");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    /// Sets the password each time, so that it is always the one in the secrets file. A password is
    /// made of letters, digits, `-` and `_`.
    static void role(Connection connection, String name, String password) throws SQLException {
        String verb = exists(connection, "select 1 from pg_roles where rolname = ?", name)
                ? "alter"
                : "create";
        execute(connection, verb + " role " + name + " login password '" + password + "'");
    }

    static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
