package org.evenkeel.clinic.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The steps that bring a database's tables to the shape this program works on.
public final class Migrations {
    /// Where the steps stand on the class path.
    public static final String PLACE = "classpath:db/migration";

    private Migrations() {}

    /// All steps, for the owner of a database.
    public static Flyway all(DatabaseLogin owner) {
        return configured(owner).load();
    }

    /// The steps up to a version and no further.
    public static Flyway upTo(DatabaseLogin owner, String version) {
        return configured(owner).target(version).load();
    }

    private static FluentConfiguration configured(DatabaseLogin owner) {
        DatabaseLogin patient = owner.patient();
        return Flyway.configure()
                .dataSource(patient.url(), patient.user(), patient.password())
                .locations(PLACE)
                .cleanDisabled(true);
    }
}
