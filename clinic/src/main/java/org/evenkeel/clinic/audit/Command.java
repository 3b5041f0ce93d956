package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.digest.Sha256;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// A command as it was sent: the key under which it is carried out once, and a digest of what it
/// says, so that the same key with other entries is not taken for the same command.
///
/// @param key of the form
/// @param said SHA-256 of the fields in 64 hexadecimal digits; empty where nothing is compared
public record Command(UUID key, Optional<String> said) {
    /// Fields that do not say what is wanted. The form's token is masked anew for each request,
    /// and the key is compared by itself. A code, a password or a PIN proves who sends: a retry
    /// may need a fresh one, and a digest of so short a secret must not be kept.
    private static final Set<String> NOT_SAID = Set.of("_csrf", "key", "code", "password", "pin");

    /// A command of which only the key is known: what it says came as a file, or from the server.
    public static Command of(UUID key) {
        return new Command(key, Optional.empty());
    }

    /// A command that came as a form. A file in it is no field and is not compared.
    ///
    /// @param fields as they were sent; spaces around a value say nothing
    public static Command of(UUID key, Map<String, String> fields) {
        // The key in it makes the digest tell nothing of equal or guessed entries elsewhere.
        StringBuilder text = new StringBuilder(key.toString());
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!NOT_SAID.contains(name)) {
                add(text, name);
                add(text, value.strip());
            }
        });
        return new Command(key, Optional.of(Sha256.hex(text.toString())));
    }

    /// The same under another key, where the forms of a page share one.
    public Command under(UUID other) {
        return new Command(other, said);
    }

    /// Whether a command kept under the same key said the same, as far as either is known.
    boolean isSame(Optional<String> kept) {
        return said.isEmpty() || kept.isEmpty() || said.equals(kept);
    }

    /// With its length, so that no two lists of fields make one text.
    private static void add(StringBuilder text, String part) {
        text.append(' ').append(part.length()).append(':').append(part);
    }
}
