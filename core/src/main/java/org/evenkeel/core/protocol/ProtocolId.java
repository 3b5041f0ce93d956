package org.evenkeel.core.protocol;

import java.util.Locale;

/// The id of a protocol, for example `ketamine-iv.messer2010`; read without regard to case.
public record ProtocolId(String value) {
    public ProtocolId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a protocol id must not be blank");
        }
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
