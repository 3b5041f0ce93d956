package org.evenkeel.clinic.forecasting;

import org.evenkeel.core.forecast.Prior;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a text, in hexadecimal.
final class Digest {
    private static final int NAMED_DIGITS = 12;

    private Digest() {}

    static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// A prior by its name and a digest of all its figures: a changed one is another.
    static String named(Prior prior) {
        return prior.id() + " " + of(prior.toString()).substring(0, NAMED_DIGITS);
    }
}
