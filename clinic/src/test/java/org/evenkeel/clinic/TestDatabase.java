package org.evenkeel.clinic;

import org.evenkeel.clinic.database.DataFolder;
import org.evenkeel.clinic.database.DatabaseLogins;
import org.evenkeel.clinic.database.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives the tests a PostgreSQL of their own, thrown away at the end.
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Running {
        private static final DataFolder FOLDER = DataFolder.throwaway();
        private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(FOLDER);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                POSTGRES.close();
                FOLDER.close();
            }));
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
        context.getBeanFactory().registerSingleton("databaseLogins", logins());
        TestPropertyValues.of(
                        "evenkeel.audit.anchors=" + folder().path(),
                        "evenkeel.sign-in.key=" + folder().resolve("sign-in.key"),
                        "evenkeel.provider.issuer=" + LoopbackProvider.issuer(),
                        "evenkeel.provider.client-id=evenkeel",
                        "evenkeel.provider.client-secret=not a secret")
                .applyTo(context);
    }
}
