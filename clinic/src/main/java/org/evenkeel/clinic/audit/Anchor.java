package org.evenkeel.clinic.audit;

import java.time.Instant;
import java.util.UUID;

/// A clinic's head as it was kept outside the database.
///
/// @param at when
/// @param clinicId whose
/// @param head the head
/// @param occasion why then
public record Anchor(Instant at, UUID clinicId, Head head, Occasion occasion) {

    /// When heads are kept.
    public enum Occasion {
        /// before a clinic's first event is sealed
        START,
        /// each minute in which something was sealed
        MINUTE,
        /// when the application stops
        STOP,
        /// when a backup is made
        BACKUP,
        /// when a backup was restored: what the file held before speaks of another database
        RESTORE
    }
}
