package org.evenkeel.clinic.identity.internal;

import org.evenkeel.clinic.digest.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals short secrets with AES-256-GCM, each bound to what it belongs to.
///
/// What is sealed begins with the key's mark (9 bytes, the first of them the format), so that
/// another key can be told from a damaged row; then 12 random bytes, then the cipher with its tag
/// of 16 bytes. A key seals some thousand secrets in its life, far from where random numbers of 12
/// bytes may meet.
final class SealingKey {
    private static final byte FORMAT = 1;
    private static final int MARK_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] mark;

    /// @param bytes 32 of them, by chance
    SealingKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        String hash = Sha256.hex("evenkeel sign-in key " + HexFormat.of().formatHex(bytes));
        this.mark = ByteBuffer.allocate(1 + MARK_BYTES)
                .put(FORMAT)
                .put(HexFormat.of().parseHex(hash), 0, MARK_BYTES)
                .array();
    }

    /// What everything sealed with this key begins with.
    byte[] mark() {
        return mark.clone();
    }

    /// Seals a secret.
    ///
    /// @param boundTo what it belongs to; it opens as no other's
    byte[] seal(byte[] secret, String boundTo) {
        byte[] nonce = Secret.bytes(NONCE_BYTES);
        try {
            byte[] cipher = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(secret);
            return ByteBuffer.allocate(mark.length + nonce.length + cipher.length)
                    .put(mark)
                    .put(nonce)
                    .put(cipher)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// Opens what was sealed; nothing where it was sealed with another key, altered, or belongs to
    /// something else.
    Optional<byte[]> open(byte[] kept, String boundTo) {
        int start = mark.length + NONCE_BYTES;
        if (kept.length <= start || !Arrays.equals(mark, Arrays.copyOf(kept, mark.length))) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(kept, mark.length, start);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, boundTo)
                    .doFinal(kept, start, kept.length - start));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
