package org.evenkeel.core.instrument;

import java.util.Locale;

/// The id of an instrument, for example `phq-9`; read without regard to case.
public record InstrumentId(String value) {
    public InstrumentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an instrument id must not be blank");
        }
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
