package org.evenkeel.core.protocol;

/// The three phases of treatment.
public enum Phase {
    INDUCTION,
    CONTINUATION,
    MAINTENANCE
}
