package org.evenkeel.core.condition;

import java.util.Collection;

/// Strong Kleene logic: *unknown* unless what is known decides.
public enum Truth {
    MET,
    NOT_MET,
    UNKNOWN;

    /// Met for true, not met for false.
    public static Truth of(boolean met) {
        return met ? MET : NOT_MET;
    }

    /// Not met if one is not met; otherwise unknown if one is unknown.
    public static Truth all(Collection<Truth> parts) {
        return parts.contains(NOT_MET) ? NOT_MET : parts.contains(UNKNOWN) ? UNKNOWN : MET;
    }

    /// Met if one is met; otherwise unknown if one is unknown.
    public static Truth any(Collection<Truth> parts) {
        return parts.contains(MET) ? MET : parts.contains(UNKNOWN) ? UNKNOWN : NOT_MET;
    }

    /// Met and not met change places.
    public Truth not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
