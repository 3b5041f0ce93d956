package org.evenkeel.core.protocol;

/// The two drugs that can be given.
public enum Drug {
    KETAMINE,
    ESKETAMINE
}
