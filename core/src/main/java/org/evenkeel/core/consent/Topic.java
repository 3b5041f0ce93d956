package org.evenkeel.core.consent;

/// What a text must speak of, each at least once.
public enum Topic {
    /// what the treatment is, and whether it is approved
    STATUS,
    /// what may be hoped for
    BENEFIT,
    /// what else could be done
    ALTERNATIVES,
    /// what a session feels like
    DISSOCIATION,
    BLOOD_PRESSURE,
    /// not before the next day after sleep
    DRIVING,
    BLADDER,
    LIVER,
    COGNITION,
    MISUSE,
    /// what nobody knows yet about years of use
    LONG_TERM,
    COSTS,
    /// who is there, and whether anybody touches
    TOUCH,
    /// how treatment ends
    STOPPING,
    DATA,
    /// the right to say no, now or later
    RIGHT
}
