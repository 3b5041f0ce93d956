package org.evenkeel.clinic.keeping.internal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;

import org.evenkeel.clinic.database.StartRefused;
import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.clinic.keeping.internal.BackupKey.Cost;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A file that only its key opens and that cannot be altered, cut or put together anew unseen.
///
/// Two lines in plain say what it is and how its key was made; the rest is AES-256-GCM in segments
/// of which each knows its place and the last that it is the last. The two lines are sealed too.
public final class SealedFile {
    private static final String MARK = "evenkeel-backup ";
    private static final int FORMAT = 1;
    private static final int LONGEST_LINE = 1_000;
    private static final int SALT_BYTES = 16;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int CHECK_BYTES = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private SealedFile() {}

    /// How the key was made.
    ///
    /// @param key its kind
    /// @param salt for a passphrase, in base64
    /// @param memoryKib cost of a passphrase
    /// @param passes cost of a passphrase
    /// @param check tells a wrong key from an altered file
    record Lock(String key, String salt, int memoryKib, int passes, String check) {}

    /// A key that may open a file, for the kind of key it was sealed with.
    public interface Keys {
        /// The key.
        ///
        /// @throws StartRefused where there is none
        BackupKey of(String kind);
    }

    /// Seals what is written; closing it closes the file.
    public static OutputStream write(OutputStream file, BackupKey key) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Cost cost = Cost.USUAL;
        byte[] bytes = key.bytes(salt, cost);
        String lock = JSON.writeValueAsString(new Lock(
                key.kind(),
                Base64.getEncoder().encodeToString(salt),
                cost.memoryKib(),
                cost.passes(),
                check(bytes)));
        byte[] head = (MARK + FORMAT + "\n" + lock + "\n").getBytes(StandardCharsets.UTF_8);
        file.write(head);
        try {
            return stream(bytes).newEncryptingStream(file, head);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Opens what [#write] sealed. Only what was read to its end is known to be whole.
    ///
    /// @throws StartRefused where it is no backup of a kind we know or the key is another
    /// @throws IOException on reading: where it was altered or cut
    public static InputStream read(InputStream file, Keys keys) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        requireKnown(line(file, head));
        byte[] key;
        try {
            Lock lock = JSON.readValue(line(file, head), Lock.class);
            key = keys.of(lock.key())
                    .bytes(
                            Base64.getDecoder().decode(lock.salt()),
                            new Cost(lock.memoryKib(), lock.passes()));
            if (!check(key).equals(lock.check())) {
                throw new StartRefused(
                        "The key does not open this backup: it was sealed with" + " another one.");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("the lines before the seal are damaged", e);
        }
        try {
            return stream(key).newDecryptingStream(file, head.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void requireKnown(String mark) {
        String format = mark.startsWith(MARK) ? mark.substring(MARK.length()) : "";
        if (!format.matches("[1-9]\\d{0,3}")) {
            throw new StartRefused("This file is not a backup of Evenkeel.");
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new StartRefused("This backup was made by a newer Evenkeel (format " + format
                    + ", this one reads " + FORMAT + "): update first.");
        }
    }

    private static String line(InputStream file, ByteArrayOutputStream head) throws IOException {
        int before = head.size();
        for (int next = file.read(); next != '\n'; next = file.read()) {
            if (next < 0 || head.size() > LONGEST_LINE) {
                throw new StartRefused("This file is not a backup of Evenkeel.");
            }
            head.write(next);
        }
        byte[] line = Arrays.copyOfRange(head.toByteArray(), before, head.size());
        head.write('\n');
        return new String(line, StandardCharsets.UTF_8);
    }

    private static AesGcmHkdfStreaming stream(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", BackupKey.KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private static String check(byte[] key) {
        MessageDigest digest = Sha256.fresh();
        digest.update("evenkeel backup key check".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(key), 0, CHECK_BYTES);
    }
}
