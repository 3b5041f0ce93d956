package org.evenkeel.core.protocol;

import org.evenkeel.core.units.Cited;

import java.util.List;

/// Psychotherapy that belongs to a protocol.
///
/// @param role what it is for
/// @param sessions how many; for dosing and integration, how many for each treatment
/// @param minutesFrom shortest length of one
/// @param minutesTo longest length of one
/// @param steps what is done or recorded, in order
/// @param words the same in words, and where it comes from
public record TherapyBlock(
        Role role,
        Cited<Integer> sessions,
        Cited<Integer> minutesFrom,
        Cited<Integer> minutesTo,
        List<String> steps,
        Cited<String> words) {
    public TherapyBlock {
        steps = List.copyOf(steps);
        if (sessions.value() < 1
                || minutesFrom.value() < 1
                || minutesTo.value() < minutesFrom.value()) {
            throw new IllegalArgumentException("therapy must have 1 or more sessions and minutes "
                    + "that rise, got " + sessions.value() + " of " + minutesFrom.value() + " to "
                    + minutesTo.value() + " min");
        }
    }

    /// What psychotherapy is for.
    public enum Role {
        PREPARATION,
        /// Around a dose.
        DOSING,
        INTEGRATION,
        /// Psychotherapy beside the course, by its own schedule.
        CONCURRENT
    }
}
