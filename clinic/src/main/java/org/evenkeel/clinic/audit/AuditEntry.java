package org.evenkeel.clinic.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/// One line of the audit list.
///
/// @param number its place in the order of writing
/// @param sealed its number in its clinic's chain; empty in the second before it is sealed
/// @param at when
/// @param actor who and in which role
/// @param act what
/// @param outcome how it ended
public record AuditEntry(
        long number, OptionalLong sealed, Instant at, Actor actor, Act act, Outcome outcome) {

    /// How an act ended.
    public enum Outcome {
        DONE,
        DENIED,
        REFUSED;

        /// As the database and files write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
