package org.evenkeel.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Notices in passing whether any character is one that no text cell may hold, and lets a line with
/// a mark follow the last one: to the CSV parser the end of a file closes an open quote, but the
/// mark then stands inside it.
///
/// One loop over each block is far cheaper than a look at every cell; the cells are only looked at
/// once something was noticed.
final class WatchedReader extends FilterReader {
    /// Stands alone in the last line; no text has it, for it is no character.
    static final String END = "\uFFFF";

    private static final String ENDING = "\n" + END;

    private boolean damaged;
    private int ended;

    WatchedReader(Reader in) {
        super(in);
    }

    /// Whether what was read so far holds such a character.
    boolean isDamaged() {
        return damaged;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        for (int i = offset; i < offset + got; i++) {
            damaged |= Cells.isDamage(buffer[i]);
        }
        return got < 0 ? end(buffer, offset, length) : got;
    }

    private int end(char[] buffer, int offset, int length) {
        int left = Math.min(length, ENDING.length() - ended);
        ENDING.getChars(ended, ended + left, buffer, offset);
        ended += left;
        return left == 0 ? -1 : left;
    }
}
