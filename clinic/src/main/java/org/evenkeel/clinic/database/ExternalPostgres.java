package org.evenkeel.clinic.database;

import org.evenkeel.clinic.database.internal.ExternalRoles;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// A PostgreSQL server somebody else runs.
///
/// @param owner the role that owns the tables and migrates
/// @param applicationPassword password of the application's role, where it was given
public record ExternalPostgres(DatabaseLogin owner, Optional<String> applicationPassword) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Reads where the server is.
    ///
    /// @param address as JDBC writes it, or without its first word
    /// @throws StartRefused where it is not such an address
    public static ExternalPostgres at(
            String address, String user, String password, Optional<String> applicationPassword) {
        String plain = address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
        URI uri = parsed(plain);
        StringBuilder url = new StringBuilder("jdbc:" + plain);
        url.append(uri.getQuery() == null ? "?" : "&").append(DatabaseLogin.OPTIONS);
        if (!isThisMachine(uri) && !plain.contains("sslmode=")) {
            url.append("&sslmode=verify-full");
        }
        return new ExternalPostgres(
                new DatabaseLogin(url.toString(), user, password), applicationPassword);
    }

    /// Checks the server and makes the application's role where it is missing.
    ///
    /// @param folder keeps the password that was made
    /// @throws StartRefused where the server is not safe or rights are missing
    public DatabaseLogins prepare(DataFolder folder) {
        return ExternalRoles.prepare(this, folder);
    }

    /// Checks the server without changing anything on it, and answers the owner's login.
    ///
    /// @throws StartRefused where the server is not safe or does not answer
    public DatabaseLogin checked() {
        ExternalRoles.check(this);
        return owner;
    }

    /// Whether the server is on this machine, so that nothing crosses a network.
    public boolean isHere() {
        return isThisMachine(parsed(owner.url().substring("jdbc:".length())));
    }

    private static boolean isThisMachine(URI uri) {
        return THIS_MACHINE.contains(uri.getHost());
    }

    private static URI parsed(String plain) {
        try {
            URI uri = URI.create(plain);
            String path = Optional.ofNullable(uri.getPath()).orElse("");
            if ("postgresql".equals(uri.getScheme())
                    && uri.getHost() != null
                    && path.length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw refused(notAnAddress);
        }
        throw refused(new IllegalArgumentException("not an address of PostgreSQL"));
    }

    /// The address itself is not repeated: it may hold a password.
    private static StartRefused refused(IllegalArgumentException cause) {
        return new StartRefused(
                "EVENKEEL_DB_URL is not an address of a database; allowed is"
                        + " jdbc:postgresql://HOST:PORT/DATABASE.",
                cause);
    }
}
