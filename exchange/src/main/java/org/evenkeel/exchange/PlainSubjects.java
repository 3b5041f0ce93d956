package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Parameter;
import org.evenkeel.core.pharmacokinetics.Subjects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a plain subjects file in a fraction of the time that CSV in all its forms takes.
///
/// Plain is: the nine columns and no others, ASCII, no quotes, nothing wrong. Any other
/// file is left to [SubjectRows], which alone says what is wrong; a test holds the two
/// against each other.
final class PlainSubjects {
    private static final long LARGEST = 1L << 30;
    private static final int PARTS = 16;
    private static final Parameter[] PARAMETERS = Parameter.values();

    private final byte[] bytes;
    /// What stands in each column: the place of a parameter, or -1 for the key.
    private final int[] columns;
    private final double[][] values;
    private final int[] keyBegins;
    private final int[] keyEnds;

    private PlainSubjects(byte[] bytes, int[] columns, int rows) {
        this.bytes = bytes;
        this.columns = columns;
        values = new double[PARAMETERS.length][rows];
        keyBegins = new int[rows];
        keyEnds = new int[rows];
    }

    /// The subjects with their keys.
    record Found(SubjectKeys keys, Subjects subjects) {}

    /// Reads a file; empty where it is not plain or cannot be read.
    static Optional<Found> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int body = lineEnd(bytes, 0) + 1;
            Optional<int[]> columns = columns(bytes, Math.min(body, bytes.length));
            return columns.flatMap(found -> read(bytes, found, body));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// What the columns of a header stand for; empty where it is not the plain one.
    private static Optional<int[]> columns(byte[] bytes, int end) {
        String header = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        List<String> names = List.of(header.strip().toLowerCase(Locale.ROOT).split(",", -1));
        int[] columns = new int[names.size()];
        for (Parameter parameter : PARAMETERS) {
            int at = names.indexOf(parameter.column());
            if (at < 0) {
                return Optional.empty();
            }
            columns[at] = parameter.ordinal();
        }
        int key = names.indexOf(SubjectRows.KEY);
        if (key < 0 || names.size() != PARAMETERS.length + 1) {
            return Optional.empty();
        }
        columns[key] = -1;
        return Optional.of(columns);
    }

    private static Optional<Found> read(byte[] bytes, int[] columns, int body) {
        int[] starts = new int[PARTS + 1];
        starts[0] = body;
        starts[PARTS] = bytes.length;
        for (int part = 1; part < PARTS; part++) {
            int near = body + (int) ((long) (bytes.length - body) * part / PARTS);
            starts[part] = Math.clamp(lineEnd(bytes, near) + 1L, starts[part - 1], bytes.length);
        }
        int[] rows = IntStream.range(0, PARTS)
                .parallel()
                .map(part -> lines(bytes, starts[part], starts[part + 1]))
                .toArray();
        Arrays.parallelPrefix(rows, Integer::sum);
        if (rows[PARTS - 1] == 0 || rows[PARTS - 1] > SubjectRows.MOST) {
            return Optional.empty();
        }
        PlainSubjects subjects = new PlainSubjects(bytes, columns, rows[PARTS - 1]);
        boolean isPlain = IntStream.range(0, PARTS)
                .parallel()
                .allMatch(part -> subjects.read(
                        starts[part], starts[part + 1], part == 0 ? 0 : rows[part - 1]));
        return isPlain ? subjects.found() : Optional.empty();
    }

    private static int lines(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return to > from && bytes[to - 1] != '\n' ? lines + 1 : lines;
    }

    /// Reads some lines into the rows from `row`; false where one is not plain.
    private boolean read(int from, int to, int row) {
        int at = from;
        int current = row;
        while (at < to) {
            int end = lineEnd(bytes, at);
            int last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            if (!readLine(at, last, current++)) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private boolean readLine(int from, int to, int row) {
        int at = from;
        for (int c = 0; c < columns.length; c++) {
            int end = at;
            while (end < to && bytes[end] != ',') {
                end++;
            }
            boolean isLast = c == columns.length - 1;
            if (isLast != (end == to) || !readCell(columns[c], at, end, row)) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private boolean readCell(int column, int from, int to, int row) {
        if (column < 0) {
            keyBegins[row] = from;
            keyEnds[row] = to;
            return isPlainKey(from, to);
        }
        double number = PlainDecimal.of(bytes, from, to);
        values[column][row] = number;
        return PARAMETERS[column].allows(number);
    }

    private boolean isPlainKey(int from, int to) {
        boolean isPlain = to > from
                && to - from <= SubjectRows.KEY_LENGTH
                && bytes[from] != ' '
                && bytes[to - 1] != ' ';
        for (int i = from; i < to && isPlain; i++) {
            isPlain = bytes[i] >= ' ' && bytes[i] <= '~' && bytes[i] != '"';
        }
        return isPlain;
    }

    private Optional<Found> found() {
        SubjectKeys keys = new SubjectKeys();
        for (int row = 0; row < keyBegins.length; row++) {
            if (!keys.add(bytes, keyBegins[row], keyEnds[row])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Found(keys, Subjects.of(values)));
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
