package org.evenkeel.core.protocol;

/// Sex as formulas of body size know it.
public enum Sex {
    MALE,
    FEMALE
}
