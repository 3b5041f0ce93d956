/// Keeps a clinic safe from loss: backup, restore.
///
/// Front doors: [BackupCommand] and [RestoreCommand]. What always holds: a backup is one moment of
/// every table, sealed against reading and change; a file that is not whole and unaltered changes
/// nothing; what was restored was compared with the backup table by table before it is kept.
@NullMarked
@ApplicationModule(displayName = "Keeping")
package org.evenkeel.clinic.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
