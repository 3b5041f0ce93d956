package org.evenkeel.core.consent;

/// Whether a regulator has approved a use.
public enum Label {
    ON_LABEL,
    OFF_LABEL
}
