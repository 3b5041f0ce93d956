package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.ExternalPostgres;
import org.evenkeel.clinic.database.StartRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The roles on a server somebody else runs.
///
/// The owner comes from the settings. The application's role is made by it where it may make roles,
/// with a password kept in the data folder; elsewhere it must be there and its password be given.
public final class ExternalRoles {
    private static final String APPLICATION = RoleSetup.APPLICATION;
    private static final int OLDEST_VERSION = 15;
    private static final int VERSION_UNIT = 10_000;
    private static final String MADE_FILE = "database-external.properties";

    private ExternalRoles() {}

    public static void check(ExternalPostgres server) {
        try (Connection connection = connect(server.owner())) {
            check(server, connection);
        } catch (SQLException e) {
            throw new StartRefused("The database could not be checked: " + e.getMessage(), e);
        }
    }

    public static DatabaseLogins prepare(ExternalPostgres server, DataFolder folder) {
        DatabaseLogin owner = server.owner();
        try (Connection connection = connect(owner)) {
            check(server, connection);
            requireRights(connection, owner.user());
            String password = applicationPassword(server, folder);
            makeWhereMissing(connection, server, password);
            grantConnection(connection);
            DatabaseLogin application = new DatabaseLogin(owner.url(), APPLICATION, password);
            requireHumble(connection, application);
            return new DatabaseLogins(owner, application);
        } catch (SQLException e) {
            throw new StartRefused("The database could not be prepared: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The password of " + APPLICATION + " could not be kept: " + e.getMessage(), e);
        }
    }

    private static Connection connect(DatabaseLogin login) {
        try {
            return DriverManager.getConnection(login.url(), login.user(), login.password());
        } catch (SQLException e) {
            throw new StartRefused("No connection to " + login + ": " + e.getMessage(), e);
        }
    }

    private static void check(ExternalPostgres server, Connection connection) throws SQLException {
        int version = Integer.parseInt(answer(connection, "show server_version_num"));
        if (version < OLDEST_VERSION * VERSION_UNIT) {
            throw new StartRefused("PostgreSQL " + OLDEST_VERSION + " or newer is needed, the"
                    + " server is " + version / VERSION_UNIT + ".");
        }
        RoleSetup.requireSafeSettings(connection);
        String encrypted = "select coalesce(bool_or(ssl), false) from pg_stat_ssl"
                + " where pid = pg_backend_pid()";
        if (!server.isHere() && !isTrue(connection, encrypted)) {
            throw new StartRefused("The connection to the database is not encrypted: set"
                    + " sslmode=verify-full in EVENKEEL_DB_URL and give the server a certificate.");
        }
        if (server.owner().user().equals(APPLICATION)) {
            throw new StartRefused("EVENKEEL_DB_USER must be the role that owns the tables, not "
                    + APPLICATION + ".");
        }
    }

    private static void requireRights(Connection connection, String owner) throws SQLException {
        String database = connection.getCatalog();
        if (!isTrue(
                connection,
                "select has_database_privilege(current_database(), 'CREATE')"
                        + " and has_schema_privilege('public', 'CREATE')")) {
            throw new StartRefused("The role " + owner + " may not make tables in the database "
                    + database + ": GRANT CREATE ON DATABASE " + database + " and GRANT CREATE ON"
                    + " SCHEMA public to it, or make it the owner of the database.");
        }
    }

    private static String applicationPassword(ExternalPostgres server, DataFolder folder)
            throws IOException {
        Path file = folder.resolve(MADE_FILE);
        return server.applicationPassword().isPresent()
                ? server.applicationPassword().get()
                : SecretsFile.readOrCreate(file, List.of("application")).of("application");
    }

    /// The password was kept before the role is made, so that a stop in between loses neither.
    private static void makeWhereMissing(
            Connection connection, ExternalPostgres server, String password) throws SQLException {
        if (RoleSetup.exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION)) {
            return;
        }
        boolean given = server.applicationPassword().isPresent();
        if (given
                || !isTrue(
                        connection,
                        "select rolcreaterole or rolsuper from pg_roles"
                                + " where rolname = current_user")) {
            throw new StartRefused("There is no role " + APPLICATION
                    + (given
                            ? ", but EVENKEEL_DB_APP_PASSWORD names its password: make the role,"
                                    + " or leave that setting out."
                            : " and " + server.owner().user() + " may not make one: make it with"
                                    + " CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '…' and set"
                                    + " EVENKEEL_DB_APP_PASSWORD."));
        }
        RoleSetup.role(connection, APPLICATION, password);
    }

    private static void grantConnection(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        if (isTrue(
                connection,
                "select pg_has_role(datdba, 'usage') from pg_database"
                        + " where datname = current_database()")) {
            String quoted = '"' + database.replace("\"", "\"\"") + '"';
            RoleSetup.execute(connection, "revoke all on database " + quoted + " from public");
            RoleSetup.execute(
                    connection, "grant connect on database " + quoted + " to " + APPLICATION);
        }
    }

    /// The second wall stands only where the application's role can neither own nor pass it.
    private static void requireHumble(Connection owner, DatabaseLogin application)
            throws SQLException {
        if (!isTrue(owner, """
                select not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                            or rolreplication or pg_has_role(oid, current_user::regrole, 'member'))
                       and not exists (select from pg_class where relowner = pg_roles.oid)
                from pg_roles where rolname = 'evenkeel_app'
                """)) {
            throw new StartRefused("The role " + APPLICATION + " may do too much: it must own no"
                    + " table, not belong to the owner's role, and not be a superuser or have"
                    + " CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS.");
        }
        try (Connection own = DriverManager.getConnection(
                application.url(), application.user(), application.password())) {
            // What is confirmed is confirmed to this role, and a role may have settings of its own.
            RoleSetup.requireSafeSettings(own);
        } catch (SQLException e) {
            throw new StartRefused(
                    "The role " + APPLICATION + " exists, but the password this clinic keeps for"
                            + " it is refused: name the right one in EVENKEEL_DB_APP_PASSWORD.",
                    e);
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        return "t".equals(answer(connection, query));
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
