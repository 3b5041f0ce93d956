/// The clinic's database: an embedded PostgreSQL run by the application itself.
///
/// Front doors: [DataFolder] and [EmbeddedPostgres]. What always holds: the application's role owns
/// nothing, `fsync` is on, the server listens on loopback only, and it stops with the application.
@NullMarked
@ApplicationModule(displayName = "Database")
package org.evenkeel.clinic.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
