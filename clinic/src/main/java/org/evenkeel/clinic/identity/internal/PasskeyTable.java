package org.evenkeel.clinic.identity.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The table of passkeys. The user handle inside a passkey is the person's id.
@Component
class PasskeyTable implements UserCredentialRepository {
    private static final String SELECT = """
            select credential_id, person_id, public_key, attestation, signature_count,
                   is_backup_eligible, is_backed_up, transports, label, added_at, used_at
            from identity.passkey
            where ended_at is null
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    PasskeyTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    static Bytes handle(UUID personId) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array());
    }

    static UUID personId(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /// Marks it ended: who signed in with what can be told later.
    @Override
    @Transactional
    public void delete(Bytes credentialId) {
        database.sql("""
                        update identity.passkey set ended_at = :now
                        where credential_id = :id and ended_at is null
                        """)
                .param("id", credentialId.getBytes())
                .param("now", now())
                .update();
    }

    @Transactional
    void endAll(UUID personId) {
        database.sql("""
                        update identity.passkey set ended_at = :now
                        where person_id = :person and ended_at is null
                        """).param("person", personId).param("now", now()).update();
    }

    @Override
    @Transactional
    public void save(CredentialRecord passkey) {
        Bytes attestation = passkey.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("a passkey without its attestation object");
        }
        database.sql("""
                        insert into identity.passkey (credential_id, person_id, public_key,
                            attestation, signature_count, is_backup_eligible, is_backed_up,
                            transports, label, added_at, used_at)
                        values (:id, :person, :key, :attestation, :count, :eligible, :backed,
                                :transports, :label, :now, :now)
                        on conflict (credential_id) do update
                        set signature_count = :count, is_backed_up = :backed, used_at = :now
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("person", personId(passkey.getUserEntityUserId()))
                .param("key", passkey.getPublicKey().getBytes())
                .param("attestation", attestation.getBytes())
                .param("count", passkey.getSignatureCount())
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param("transports", transports(passkey.getTransports()))
                .param("label", passkey.getLabel())
                .param("now", now())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return database.sql(SELECT + "and credential_id = :id")
                .param("id", credentialId.getBytes())
                .query(PasskeyTable::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return database.sql(SELECT + "and person_id = :person order by added_at")
                .param("person", personId(userId))
                .query(PasskeyTable::passkey)
                .list();
    }

    private static CredentialRecord passkey(ResultSet row, int index) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("person_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("is_backup_eligible"))
                .backupState(row.getBoolean("is_backed_up"))
                .transports(transports(row.getString("transports")))
                .label(row.getString("label"))
                .created(row.getObject("added_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
