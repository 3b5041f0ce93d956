package org.evenkeel.core.pharmacokinetics;

import java.util.Arrays;
import java.util.List;

/// What one thread has seen of the concentrations that went by: how many of each class of
/// each sieve, and the values themselves where a quantile may lie among them.
public final class Tally {
    /// So many counters of so many bits fit a `long`.
    private static final int FEW = 7;
    private static final int BITS = 9;

    private static final int CHUNK = 256;

    private final Sieve[] sieves;
    private final Seen[] seen;

    Tally(Sieve[] sieves) {
        this.sieves = sieves;
        seen = new Seen[sieves.length];
        for (int s = 0; s < sieves.length; s++) {
            seen[s] = new Seen(sieves[s].count());
        }
    }

    /// Counts a block of subjects.
    public void add(Concentrations block) {
        for (int time = 0; time < block.times(); time++) {
            for (Analyte analyte : Analyte.values()) {
                int place = Bands.place(time, analyte);
                seen[place].add(sieves[place], block.of(analyte), block.row(time), block.count());
            }
        }
    }

    /// What all tallies together have seen of one class.
    static Caught caught(List<Tally> tallies, int place, int wanted) {
        long below = 0;
        long zeros = 0;
        int kept = 0;
        for (Tally tally : tallies) {
            Seen part = tally.seen[place];
            below += Arrays.stream(part.counts, 0, wanted).sum();
            zeros += part.counts[wanted] - part.kept[wanted];
            kept += part.kept[wanted];
        }
        double[] values = new double[kept];
        int at = 0;
        for (Tally tally : tallies) {
            at = tally.seen[place].copy(wanted, values, at);
        }
        return new Caught(below, zeros, values);
    }

    /// The count of one sieve.
    private static final class Seen {
        private final long[] counts;
        /// The values of each class, in chunks: growing arrays would be copied over and over.
        private final double[][][] chunks;
        private final int[] kept;

        Seen(int classes) {
            counts = new long[classes];
            chunks = new double[classes][0][];
            kept = new int[classes];
        }

        void add(Sieve sieve, double[] row, int from, int count) {
            if (counts.length <= FEW && count < 1 << BITS) {
                addToFew(sieve, row, from, count);
                return;
            }
            for (int i = from; i < from + count; i++) {
                int found = sieve.of(row[i]);
                counts[found]++;
                keep(found, row[i]);
            }
        }

        /// All counters of a row in one register: twice as fast as counting in memory.
        private void addToFew(Sieve sieve, double[] row, int from, int count) {
            long packed = 0;
            for (int i = from; i < from + count; i++) {
                int found = sieve.of(row[i]);
                packed += 1L << (found * BITS);
                keep(found, row[i]);
            }
            for (int each = 0; each < counts.length; each++) {
                counts[each] += packed >>> (each * BITS) & (1 << BITS) - 1;
            }
        }

        /// Zeros may be many, before the first dose all of them: they are only counted.
        private void keep(int found, double value) {
            if ((found & 1) != 0 && value > 0) {
                append(found, value);
            }
        }

        private void append(int found, double value) {
            int at = kept[found]++;
            int chunk = at / CHUNK;
            if (at % CHUNK == 0) {
                if (chunk == chunks[found].length) {
                    chunks[found] = Arrays.copyOf(chunks[found], 2 * chunk + 4);
                }
                chunks[found][chunk] = new double[CHUNK];
            }
            chunks[found][chunk][at % CHUNK] = value;
        }

        /// Copies the values of a class; answers where the next ones go.
        int copy(int found, double[] into, int at) {
            for (int done = 0; done < kept[found]; done += CHUNK) {
                int length = Math.min(CHUNK, kept[found] - done);
                System.arraycopy(chunks[found][done / CHUNK], 0, into, at + done, length);
            }
            return at + kept[found];
        }
    }
}
