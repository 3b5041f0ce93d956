package org.evenkeel.core.units;

/// Sex as formulas of body size know it.
public enum Sex {
    MALE,
    FEMALE
}
