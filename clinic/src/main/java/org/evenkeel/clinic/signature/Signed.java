package org.evenkeel.clinic.signature;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/// A signature.
///
/// @param statement what was signed
/// @param personId who signed
/// @param name their printed name then
/// @param role their role then
/// @param at when
/// @param zone the clinic's zone, for the local time
/// @param sha256 hash of the signed bytes, in hexadecimal
/// @param intact whether the bytes still have that hash and say what stands here
public record Signed(
        Statement statement,
        UUID personId,
        String name,
        String role,
        Instant at,
        ZoneId zone,
        String sha256,
        boolean intact) {

    /// The same, where the bytes say something else.
    Signed altered() {
        return new Signed(statement, personId, name, role, at, zone, sha256, false);
    }

    /// Whether it says what stands in the record now.
    public boolean covers(Statement now) {
        return intact && statement.equals(now);
    }
}
