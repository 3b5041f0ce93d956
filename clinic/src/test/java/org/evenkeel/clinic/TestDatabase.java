package org.evenkeel.clinic;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogin;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Gives the tests a PostgreSQL of their own, thrown away at the end.
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final DatabaseLogins logins;

    /// By the way straight to it.
    public TestDatabase() {
        this(logins());
    }

    /// By a way of the test's own.
    TestDatabase(DatabaseLogins logins) {
        this.logins = logins;
    }

    private static final class Running {
        private static final DataFolder FOLDER = DataFolder.throwaway();
        private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(FOLDER);

        static {
            waitForTheDisk(false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                POSTGRES.close();
                FOLDER.close();
            }));
        }
    }

    /// Each look at a page waits for the disk to keep its mark. The short run saves itself that:
    /// what these tests kill is the server, and its machine keeps what was written. Tests that
    /// judge what lasts run a program of their own, as it is shipped.
    ///
    /// @param wait whether to wait all the same
    static void waitForTheDisk(boolean wait) {
        boolean waits = wait || Boolean.getBoolean("evenkeel.all");
        DatabaseLogin superuser = ScratchDatabase.anywhere();
        try (Connection connection = ScratchDatabase.connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set fsync = " + (waits ? "on" : "off"));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Roles of the database.
    static DatabaseLogins logins() {
        return Running.POSTGRES.logins();
    }

    /// Where its files are.
    static DataFolder folder() {
        return Running.FOLDER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("databaseLogins", logins);
        TestPropertyValues.of(
                        "evenkeel.audit.anchors=" + folder().path(),
                        // The tests' clock stands still.
                        "evenkeel.clock.every=PT24H",
                        "evenkeel.sign-in.key=" + folder().resolve("sign-in.key"),
                        "evenkeel.provider.issuer=" + LoopbackProvider.issuer(),
                        "evenkeel.egress.private-hosts=localhost",
                        "evenkeel.provider.client-id=evenkeel",
                        "evenkeel.provider.client-secret=not a secret")
                .applyTo(context);
    }
}
