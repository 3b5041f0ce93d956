package org.evenkeel.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Notices in passing whether any character is one that no text cell may hold.
///
/// One loop over each block is far cheaper than a look at every cell; the cells are only looked at
/// once something was noticed.
final class WatchedReader extends FilterReader {
    private boolean damaged;

    WatchedReader(Reader in) {
        super(in);
    }

    /// Whether what was read so far holds such a character.
    boolean isDamaged() {
        return damaged;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            damaged |= Cells.isDamage((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        for (int i = offset; i < offset + got; i++) {
            damaged |= Cells.isDamage(buffer[i]);
        }
        return got;
    }
}
