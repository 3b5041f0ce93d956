package org.evenkeel.clinic.identity;

import org.evenkeel.clinic.access.Permission;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A program of a clinic.
///
/// @param id its id as a person
/// @param name its name
/// @param may what it was allowed
/// @param expiresAt until when its token is good
/// @param revokedAt when somebody ended it, if they did
public record Machine(
        UUID id, String name, Set<Permission> may, Instant expiresAt, Optional<Instant> revokedAt) {
    public Machine {
        may = Set.copyOf(may);
    }

    /// Whether its token is good at an instant.
    public boolean isGood(Instant at) {
        return revokedAt.isEmpty() && at.isBefore(expiresAt);
    }
}
