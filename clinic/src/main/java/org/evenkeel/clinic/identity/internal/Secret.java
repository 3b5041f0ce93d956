package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.digest.Sha256;

import java.security.SecureRandom;
import java.util.Base64;

/// Random tokens, and the hash that is kept of them. A token has 256 random bits, so a plain
/// SHA-256 of it tells nothing.
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /// A fresh token for a cookie or an address.
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /// Fresh random bytes.
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// What is kept of a token.
    public static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
