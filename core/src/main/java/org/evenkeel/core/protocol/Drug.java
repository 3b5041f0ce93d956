package org.evenkeel.core.protocol;

/// The two drugs Evenkeel knows.
public enum Drug {
    KETAMINE,
    ESKETAMINE
}
