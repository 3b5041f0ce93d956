package org.evenkeel.clinic.start;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Something that can be set about a clinic's server.
public enum Setting {
    /// where to listen
    PORT("8080"),
    /// the address to listen on
    LISTEN("127.0.0.1"),
    /// what people type to get here, where a proxy stands in front
    PUBLIC_URL,
    /// addresses of proxies on other machines whose word on who asks is taken
    PROXIES,
    /// folder of the database, its secrets and logs
    DATA,
    /// folder of the audit's anchors
    ANCHORS,
    /// the file of the key that seals the secrets of authenticator apps
    SIGN_IN_KEY,
    /// `end-apps` ends the authenticator apps whose key is gone
    LOST_SIGN_IN_KEY,
    /// where an external PostgreSQL is
    DB_URL,
    /// its role that owns the tables
    DB_USER,
    /// the password of that role
    DB_PASSWORD,
    /// the password of the application's role, where somebody made it beforehand
    DB_APP_PASSWORD,
    /// the server that takes our mail; without it none is sent
    MAIL_HOST,
    /// its port
    MAIL_PORT("587"),
    /// who we are to it, where it asks
    MAIL_USER,
    /// and the password
    MAIL_PASSWORD,
    /// the address our mail comes from
    MAIL_FROM,
    /// who is told that a record was opened in an emergency
    PRIVACY_MAIL,
    /// address of an outside OpenID Connect provider
    OIDC_ISSUER,
    /// as what it knows this clinic
    OIDC_CLIENT_ID,
    /// the secret it shares with this clinic
    OIDC_CLIENT_SECRET,
    /// hosts of its tokens and keys beside its own, with commas between
    OIDC_HOSTS,
    /// values of its `acr` that say two factors, with commas between
    OIDC_ACR,
    /// whom to ask whether a new password stood in a leak
    LEAKED_PASSWORDS_URL,
    /// hosts we ask that may have a private address, with commas between
    PRIVATE_HOSTS;

    private static final String PREFIX = "EVENKEEL_";

    private final String usual;

    Setting() {
        this("");
    }

    Setting(String usual) {
        this.usual = usual;
    }

    /// Its name in the environment and in a file of settings.
    public String variable() {
        return PREFIX + name();
    }

    /// Its value where none is given; empty where it has none.
    Optional<String> usual() {
        return Optional.of(usual).filter(value -> !value.isEmpty());
    }

    /// Whether its value must be kept from others.
    boolean isSecret() {
        return name().endsWith("PASSWORD") || name().endsWith("SECRET");
    }

    /// The setting of that name.
    static Optional<Setting> of(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /// The names of all.
    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
