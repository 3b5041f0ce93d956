package org.evenkeel.clinic.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.util.Arrays;
import java.util.Set;

/// The steps that bring a database's tables to the shape this program works on.
public final class Migrations {
    /// Where the steps stand on the class path.
    public static final String PLACE = "classpath:db/migration";

    private static final Set<MigrationState> LATER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Migrations() {}

    /// All steps, for the owner of a database.
    public static Flyway all(DatabaseLogin owner) {
        return configured(owner).load();
    }

    /// The steps up to a version and no further.
    public static Flyway upTo(DatabaseLogin owner, String version) {
        return configured(owner).target(version).load();
    }

    /// Brings tables to the shape this program works on.
    ///
    /// @throws StartRefused where a newer program has worked on them: this one would read
    ///     and write them by rules that no longer hold
    public static void bring(Flyway steps) {
        Arrays.stream(steps.info().all())
                .filter(step -> LATER.contains(step.getState()))
                .findFirst()
                .ifPresent(step -> {
                    throw new StartRefused("A newer Evenkeel has worked on this database: its step "
                            + step.getVersion() + " is not one of this version's. Start the newer"
                            + " one, or restore a backup that this version made.");
                });
        steps.migrate();
    }

    private static FluentConfiguration configured(DatabaseLogin owner) {
        DatabaseLogin patient = owner.patient();
        return Flyway.configure()
                .dataSource(patient.url(), patient.user(), patient.password())
                .locations(PLACE)
                .cleanDisabled(true);
    }
}
