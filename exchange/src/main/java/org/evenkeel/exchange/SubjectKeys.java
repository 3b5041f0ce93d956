package org.evenkeel.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys of a million subjects without a million objects: all bytes in one array, and a
/// hash table of row numbers that knows a key again.
public final class SubjectKeys {
    private static final int LOAD = 2;

    private byte[] text = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] table = new int[1 << 10];
    private int count;

    SubjectKeys() {}

    /// How many keys there are.
    public int count() {
        return count;
    }

    /// One key as text.
    public String key(int subject) {
        int from = start(subject);
        return new String(text, from, ends[subject] - from, StandardCharsets.UTF_8);
    }

    /// Adds a key; false where it stands there already.
    boolean add(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    /// Adds a key that stands as UTF-8 in some bytes; false where it is known already.
    boolean add(byte[] from, int begin, int end) {
        grow(end - begin);
        int place = place(from, begin, end);
        if (table[place] > 0) {
            return false;
        }
        int start = start(count);
        System.arraycopy(from, begin, text, start, end - begin);
        ends[count] = start + end - begin;
        table[place] = ++count;
        return true;
    }

    private int start(int subject) {
        return subject == 0 ? 0 : ends[subject - 1];
    }

    /// Where a key stands in the table, or the free place it belongs to.
    private int place(byte[] from, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + from[i];
        }
        int mask = table.length - 1;
        int place = (hash * 0x9E3779B9 >>> 7) & mask;
        while (table[place] > 0 && !is(table[place] - 1, from, begin, end)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean is(int subject, byte[] from, int begin, int end) {
        return Arrays.equals(text, start(subject), ends[subject], from, begin, end);
    }

    private void grow(int length) {
        int needed = start(count) + length;
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        if (LOAD * (count + 1) > table.length) {
            table = new int[2 * table.length];
            for (int subject = 0; subject < count; subject++) {
                table[place(text, start(subject), ends[subject])] = subject + 1;
            }
        }
    }
}
