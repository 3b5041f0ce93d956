package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.database.DatabaseLogins;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What authenticator apps and this clinic both know, in the database: sealed with a key that lies
/// outside it.
@Component
class AppSecrets {
    private static final String NEW = "new authenticator";

    private final JdbcClient database;
    private final SealingKey key;

    /// @param database the application's; its tables are in shape where it is there
    /// @param file of the key
    /// @param lost `end-apps` where apps whose key is gone are to be ended
    AppSecrets(
            JdbcClient database,
            DatabaseLogins logins,
            @Value("${evenkeel.sign-in.key}") Path file,
            @Value("${evenkeel.sign-in.lost-key:}") String lost) {
        this.database = database;
        this.key = new SecretsAtStart(logins.owner(), file, lost.equals("end-apps")).settle();
    }

    /// A secret that waits for its first code.
    byte[] sealNew(byte[] secret) {
        return key.seal(secret, NEW);
    }

    /// The secret that waits.
    Optional<byte[]> openNew(byte[] kept) {
        return key.open(kept, NEW);
    }

    /// A secret of somebody's app, for its row.
    byte[] seal(byte[] secret, UUID personId) {
        return key.seal(secret, of(personId));
    }

    /// The secrets of the apps somebody has.
    List<byte[]> openAll(UUID personId) {
        return database
                .sql("""
                        select sealed from identity.authenticator
                        where person_id = :person and ended_at is null
                        """)
                .param("person", personId)
                .query((row, _) -> row.getBytes("sealed"))
                .stream()
                .flatMap(kept -> key.open(kept, of(personId)).stream())
                .toList();
    }

    /// What a person's secret is bound to.
    static String of(UUID personId) {
        return "authenticator of " + personId;
    }
}
