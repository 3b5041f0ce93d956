package org.evenkeel.clinic.database;

import org.evenkeel.clinic.database.internal.PostgresServer;

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
