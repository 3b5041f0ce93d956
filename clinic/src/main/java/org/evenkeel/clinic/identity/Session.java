package org.evenkeel.clinic.identity;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Somebody's stay, from signing in to leaving.
///
/// @param id its id, not the secret in the cookie
/// @param person who
/// @param proof how they signed in, and with what since
/// @param startedAt when
/// @param seenAt when they last did something, to half a minute
/// @param factorAt when they last gave a second factor
/// @param state whether it is open
/// @param canReopenByPin whether a PIN of its device opens it when it is locked
/// @param canReopenByPasskey whether a passkey does
public record Session(
        UUID id,
        Person person,
        Proof proof,
        Instant startedAt,
        Instant seenAt,
        Optional<Instant> factorAt,
        State state,
        boolean canReopenByPin,
        boolean canReopenByPasskey) {

    /// How far clocks of servers on one database may be apart, or one be put right, without that
    /// anybody is sent away.
    static final Duration UNEVEN = Duration.ofSeconds(30);

    /// What may be done in a session.
    public enum State {
        OPEN,
        /// nothing until the same person gives a factor again
        LOCKED,
        /// nothing ever again
        ENDED
    }

    /// Whether it can be opened again without signing in anew.
    public boolean canReopen() {
        return canReopenByPin || canReopenByPasskey;
    }

    /// Whether a second factor was given no longer ago than this. One given later than now was
    /// given before the clock was set back: how long ago, nobody knows.
    public boolean isFresh(Instant now, Duration within) {
        return factorAt.filter(at -> !at.isAfter(now.plus(UNEVEN)))
                .filter(at -> !at.plus(within).isBefore(now))
                .isPresent();
    }
}
