package org.evenkeel.core.consent;

import java.util.Locale;

/// What a patient chooses, each for itself.
public enum Choice {
    /// to be treated
    CARE,
    /// that their data are used, without their name, to learn from
    RESEARCH,
    /// that sound or pictures of a session are kept
    RECORDING,
    /// to be asked about studies
    CONTACT;

    /// As it is kept, for example `care`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads what [#code()] writes.
    ///
    /// @throws IllegalArgumentException where there is no such choice
    public static Choice of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
