package org.evenkeel.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One CSV file: finds the columns by the header, then hands on row after row.
///
/// Bytes that are not UTF-8 come through the decoder as U+FFFD, so that the problem can name the
/// cell they stand in.
final class CsvTable {
    static final int CELL_LENGTH = 100_000;
    static final int ROW_LENGTH = 1_000_000;
    static final int COLUMNS = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int COLUMNS_NAMED = 10;
    private static final String CSV = "a CSV text file in UTF-8 with a header line";

    /// What a kind of file does with its header and rows.
    interface Rows {
        /// The columns the file may have.
        Set<String> known();

        /// Looks at the header before any row; adds what is wrong with it to the findings.
        ///
        /// @return whether the rows can be read
        boolean accept(Header header);

        /// Takes one row; adds what is wrong with it to the findings.
        void accept(Row row);
    }

    /// The names of the first line, in lower case, and where they stand.
    record Header(String file, int line, int width, Map<String, Integer> index) {
        boolean has(String column) {
            return index.containsKey(column);
        }

        Problem missing(String column) {
            return new Problem(
                    file, line, column, "no such column", "a header with a column " + column);
        }
    }

    /// One row, cell by cell.
    record Row(Header header, CsvRecord cells) {
        /// The cell without surrounding spaces; empty where the file has no such column.
        String cell(String column) {
            Integer index = header.index.get(column);
            return index == null ? "" : cells.getField(index).strip();
        }

        Place place(String column) {
            return new Place(header.file, lineOf(cells), column);
        }

        Problem problem(String column, String allowed) {
            return place(column).problem(cell(column), allowed);
        }
    }

    private final String file;
    private final Rows rows;
    private final Findings findings;
    private int line;

    private CsvTable(String file, Rows rows, Findings findings) {
        this.file = file;
        this.rows = rows;
        this.findings = findings;
    }

    /// Reads a file to its end, or until there are problems enough.
    static void read(Source source, Rows rows, Findings findings) {
        var table = new CsvTable(source.name(), rows, findings);
        source.read(findings, table::read);
    }

    private void read(InputStream bytes) throws IOException {
        try (WatchedReader text = withoutByteOrderMark(bytes);
                CsvReader<CsvRecord> csv = csv(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            CsvRecord first = records.next();
            line = lineOf(first);
            if (isEnd(first, records)) {
                findings.add(Problem.ofFile(file, "an empty file", CSV));
            } else if (isReadable(first) && isClosed(first, records)) {
                Header header = header(first);
                if (rows.accept(header)) {
                    noteUnused(header);
                    readRows(header, text, records);
                }
            }
        } catch (CsvParseException _) {
            findings.add(new Problem(
                    file,
                    line + 1,
                    "",
                    "a row with misplaced quotes, or beyond the limits",
                    "cells up to " + CELL_LENGTH + " characters, rows up to " + ROW_LENGTH
                            + ", up to " + COLUMNS + " columns"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readRows(Header header, WatchedReader text, Iterator<CsvRecord> records) {
        CsvRecord cells = records.next();
        if (isEnd(cells, records)) {
            findings.note(file, "no rows after the header");
        }
        while (!findings.enough() && !isEnd(cells, records)) {
            line = lineOf(cells);
            if (!isClosed(cells, records)) {
                return;
            }
            if (cells.getFieldCount() != header.width) {
                findings.add(new Problem(
                        file,
                        line,
                        "",
                        cells.getFieldCount() + " cells",
                        header.width + " cells as in the header"));
            } else if (!text.isDamaged() || isText(header, cells)) {
                rows.accept(new Row(header, cells));
            }
            cells = records.next();
        }
    }

    /// Whether a record is the mark after the last line.
    private static boolean isEnd(CsvRecord cells, Iterator<CsvRecord> records) {
        return cells.getFieldCount() == 1
                && cells.getField(0).equals(WatchedReader.END)
                && !records.hasNext();
    }

    /// Whether the mark is still to come; in a cell it was swallowed by a quote, and with it all
    /// rows in between.
    private boolean isClosed(CsvRecord cells, Iterator<CsvRecord> records) {
        if (!cells.getField(cells.getFieldCount() - 1).endsWith(WatchedReader.END)
                || records.hasNext()) {
            return true;
        }
        findings.add(new Problem(
                file,
                line,
                "",
                "a quote that never closes",
                "a quote at the end of every cell that begins with one"));
        return false;
    }

    private Header header(CsvRecord first) {
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            String name = first.getField(i).strip().toLowerCase(Locale.ROOT);
            Integer before = index.putIfAbsent(name, i);
            if (before != null && rows.known().contains(name)) {
                findings.add(new Problem(file, line, name, "this column twice", "once"));
            }
        }
        return new Header(file, line, first.getFieldCount(), index);
    }

    /// Whether a header is one at all; a spreadsheet or a picture is not, and gets one problem.
    private boolean isReadable(CsvRecord first) {
        String start = first.getField(0);
        if (start.startsWith("PK\u0003\u0004")) {
            findings.add(Problem.ofFile(file, "a spreadsheet or zip archive", CSV));
            return false;
        }
        if (first.getFields().stream().anyMatch(Cells::isDamaged)) {
            findings.add(Problem.ofFile(file, "bytes that are not UTF-8 text", CSV));
            return false;
        }
        if (first.getFieldCount() == 1 && (start.contains(";") || start.contains("\t"))) {
            findings.add(new Problem(
                    file, line, "", "a header with other separators", "cells parted by commas"));
            return false;
        }
        return true;
    }

    private boolean isText(Header header, CsvRecord cells) {
        for (int i = 0; i < cells.getFieldCount(); i++) {
            if (Cells.isDamaged(cells.getField(i))) {
                findings.add(new Problem(
                        file,
                        line,
                        nameOf(header, i),
                        "characters that are not text",
                        "UTF-8 text without control characters"));
                return false;
            }
        }
        return true;
    }

    private static String nameOf(Header header, int column) {
        return header.index.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("column " + (column + 1));
    }

    private void noteUnused(Header header) {
        List<String> unused = new ArrayList<>(header.index.keySet());
        unused.removeAll(rows.known());
        if (!unused.isEmpty()) {
            unused.sort(null);
            String names =
                    String.join(", ", unused.stream().limit(COLUMNS_NAMED).toList());
            String more = unused.size() > COLUMNS_NAMED ? " and others" : "";
            findings.note(file, "columns not used: " + Cells.printable(names, 300) + more);
        }
    }

    private static int lineOf(CsvRecord cells) {
        return Math.toIntExact(cells.getStartingLineNumber());
    }

    private static CsvReader<CsvRecord> csv(Reader text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(COLUMNS)
                                .maxFieldSize(CELL_LENGTH)
                                .maxRecordSize(ROW_LENGTH)),
                        text);
    }

    private static WatchedReader withoutByteOrderMark(InputStream bytes) throws IOException {
        var text = new PushbackReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return new WatchedReader(text);
    }
}
