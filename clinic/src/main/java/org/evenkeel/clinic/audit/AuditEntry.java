package org.evenkeel.clinic.audit;

import java.time.Instant;

/// One line of the audit list.
///
/// @param number its place in the order of writing
/// @param at when
/// @param actor who and in which role
/// @param act what
/// @param outcome how it ended
public record AuditEntry(long number, Instant at, Actor actor, Act act, Outcome outcome) {

    /// How an act ended.
    public enum Outcome {
        DONE,
        DENIED,
        REFUSED
    }
}
