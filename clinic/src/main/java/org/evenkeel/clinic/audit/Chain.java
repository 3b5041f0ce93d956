package org.evenkeel.clinic.audit;

import org.evenkeel.clinic.digest.Sha256;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The hash that ties an event to the one before it in its clinic.
///
/// It is taken over the hash before, the number in the clinic (8 bytes) and every column of the
/// event as PostgreSQL writes it, each after its length (4 bytes, -1 for none), numbers with the
/// highest byte first. Lengths keep one column from passing for part of another.
final class Chain {
    /// The columns of `audit.event e` that are sealed, in this order.
    static final String COLUMNS = """
            e.number::text, e.clinic_id::text, (e.at at time zone 'UTC')::text, e.actor_id::text,
            e.role, e.action, e.object_kind, e.object_id::text, e.outcome
            """;
    /// How many there are.
    static final int WIDTH = 9;
    /// Which of them is the event's own number.
    static final int NUMBER = 0;
    /// Which of them is when it was.
    static final int AT = 2;
    /// Bytes of a hash.
    static final int SIZE = 32;

    private final MessageDigest digest = Sha256.fresh();

    /// What stands before the first link.
    static byte[] beginning() {
        return new byte[SIZE];
    }

    /// The hash of a link.
    ///
    /// @param before the hash before
    /// @param number place in the clinic, from 1
    /// @param event the columns
    byte[] next(byte[] before, long number, @Nullable String[] event) {
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        for (String column : event) {
            if (column == null) {
                digest.update(length(-1));
            } else {
                byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
                digest.update(length(bytes.length));
                digest.update(bytes);
            }
        }
        return digest.digest();
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }
}
