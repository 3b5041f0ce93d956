package org.evenkeel.clinic.database;

import org.evenkeel.clinic.database.internal.PostgresServer;

import java.nio.file.Path;

/// A PostgreSQL server of our own, on loopback, in a data folder.
///
/// It comes back by itself when it is killed, picks up what a killed application left running, and
/// stops in [#close()].
public final class EmbeddedPostgres implements AutoCloseable {
    private final PostgresServer server;

    private EmbeddedPostgres(PostgresServer server) {
        this.server = server;
    }

    /// Starts the server, making its files and roles where they are missing.
    ///
    /// @throws StartRefused where that is not possible
    public static EmbeddedPostgres start(DataFolder folder) {
        return new EmbeddedPostgres(PostgresServer.start(folder));
    }

    /// Whether a folder holds the files of a server.
    public static boolean isIn(Path folder) {
        return PostgresServer.isIn(folder);
    }

    /// Deletes the server in a folder, its files and its passwords, and stops it before.
    public static void remove(DataFolder folder) {
        PostgresServer.remove(folder);
    }

    /// Stops the server a killed application left behind in a folder, if one runs there.
    public static void stopLeftover(DataFolder folder) {
        PostgresServer.stopLeftover(folder);
    }

    /// The roles to connect with.
    public DatabaseLogins logins() {
        return server.logins();
    }

    @Override
    public void close() {
        server.close();
    }
}
