package org.evenkeel.clinic.database.internal;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// A running server and the watch over it.
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String PASSWORDS = "database.properties";
    private static final String SUPERUSER = "superuser";
    private static final List<String> ROLES = List.of(SUPERUSER, "owner", "application");
    private static final int START_TRIES = 10;
    private static final long PAUSE_MILLIS = 300;

    private final Cluster cluster;
    private final int port;
    private final SecretsFile secrets;
    private boolean closing;

    private PostgresServer(Cluster cluster, int port, SecretsFile secrets) {
        this.cluster = cluster;
        this.port = port;
        this.secrets = secrets;
    }

    public static PostgresServer start(DataFolder folder) {
        Cluster cluster = new Cluster(folder, PostgresPrograms.unpacked(folder.path()));
        try {
            SecretsFile secrets = SecretsFile.readOrCreate(folder.resolve(PASSWORDS), ROLES);
            cluster.makeWhereMissing(secrets.of(SUPERUSER));
            cluster.stop();
            cluster.clearStaleLock();
            PostgresServer server = new PostgresServer(cluster, startSomewhere(cluster), secrets);
            server.prepare();
            server.watch();
            return server;
        } catch (IOException e) {
            throw new StartRefused("The database could not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", e);
        }
    }

    public static void stopLeftover(DataFolder folder) {
        try {
            new Cluster(folder, PostgresPrograms.unpacked(folder.path())).stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(Cluster.NAME));
    }

    public static void remove(DataFolder folder) {
        stopLeftover(folder);
        try {
            DataFolder.delete(folder.resolve(Cluster.NAME));
            Files.deleteIfExists(folder.resolve(PASSWORDS));
        } catch (IOException e) {
            throw new StartRefused("The database in " + folder.path() + " cannot be deleted.", e);
        }
    }

    public DatabaseLogins logins() {
        return new DatabaseLogins(
                login(RoleSetup.DATABASE, RoleSetup.OWNER, secrets.of("owner")),
                login(RoleSetup.DATABASE, RoleSetup.APPLICATION, secrets.of("application")));
    }

    private DatabaseLogin login(String database, String user, String password) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?"
                + DatabaseLogin.OPTIONS;
        return new DatabaseLogin(url, user, password);
    }

    /// Another process may take the port between the look and the start; then another is tried.
    private static int startSomewhere(Cluster cluster) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < START_TRIES; attempt++) {
            int port = Cluster.freePort();
            if (cluster.start(port)) {
                return port;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StartRefused("PostgreSQL did not start; its log is " + cluster.log() + ".");
    }

    private void prepare() throws InterruptedException {
        try {
            RoleSetup.prepare(login("postgres", "postgres", secrets.of(SUPERUSER)), secrets);
        } catch (SQLException | StartRefused e) {
            cluster.stop();
            throw new StartRefused("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    /// Starts the server again when it ends without having been asked to.
    ///
    /// It looks rather than waits to be told: a server that ended is not our child, and where
    /// nobody collects it, its process id stays taken.
    private void watch() {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            try {
                while (look()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized boolean look() throws InterruptedException {
        // A folder that was given up may be another application's by now.
        if (closing || !cluster.isOurs()) {
            return false;
        }
        if (cluster.running().isEmpty()) {
            LOG.error("PostgreSQL ended by itself; starting it again");
            LOG.warn("PostgreSQL {}", startAgain() ? "runs again" : "did not start; trying again");
        }
        return true;
    }

    /// Its last connections may still hold its memory for a moment, and a full disk has no room
    /// even for what the start prints: then the next look tries again.
    private boolean startAgain() throws InterruptedException {
        try {
            return cluster.start(port);
        } catch (StartRefused e) {
            LOG.warn("{}", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closing = true;
        try {
            cluster.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
