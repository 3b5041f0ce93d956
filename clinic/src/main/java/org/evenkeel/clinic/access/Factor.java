package org.evenkeel.clinic.access;

import java.util.Locale;

/// Something a person proved who they are with.
public enum Factor {
    /// a one-use link: the demo's, or an invitation's
    LINK(false),
    PASSWORD(false),
    /// a code of an authenticator app
    CODE(true),
    /// one of the codes kept for the day the app is lost
    RECOVERY_CODE(true),
    /// a passkey that verified its user, by itself worth two factors
    PASSKEY(true),
    /// an outside provider that said it asked for two factors, at some time
    PROVIDER(true),
    /// a program's token
    TOKEN(false),
    /// a PIN bound to one device: opens what is locked, nothing else
    PIN(false);

    private final boolean second;

    Factor(boolean second) {
        this.second = second;
    }

    /// Whether it is a second factor.
    public boolean isSecond() {
        return second;
    }

    /// As it is kept, for example `recovery-code`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads what [#words()] writes.
    public static Factor of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
