package org.evenkeel.core.condition;

/// On which side of a limit a value lies.
public enum Comparison {
    ABOVE,
    AT_LEAST,
    AT_MOST,
    BELOW;

    /// Whether a value lies there.
    public <T extends Comparable<T>> boolean holds(T value, T limit) {
        int compared = value.compareTo(limit);
        return switch (this) {
            case ABOVE -> compared > 0;
            case AT_LEAST -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case BELOW -> compared < 0;
        };
    }
}
