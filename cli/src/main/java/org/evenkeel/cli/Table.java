package org.evenkeel.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A table on its way out, as CSV or JSON, one row at a time.
///
/// CSV quotes only where RFC 4180 needs it and never prefixes a cell: scripts read it.
final class Table {
    private final Writer out;
    private final List<String> columns;
    private final boolean json;
    private long rows;

    /// @param out where it goes
    /// @param columns names of the columns
    /// @param format `csv` or `json`
    Table(Writer out, List<String> columns, String format) {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.json = "json".equals(format);
    }

    void begin() throws IOException {
        if (json) {
            out.write("[");
            return;
        }
        for (int c = 0; c < columns.size(); c++) {
            out.write(c == 0 ? "" : ",");
            out.write(csv(columns.get(c)));
        }
        out.write('\n');
    }

    void end() throws IOException {
        if (json) {
            out.write(rows == 0 ? "]\n" : "\n]\n");
        }
    }

    /// Writes rows that [Rows] of this table's columns and format hold.
    void write(Rows finished) throws IOException {
        for (String row : finished.rows) {
            if (json) {
                out.write(rows == 0 ? "\n" : ",\n");
            }
            out.write(row);
            if (!json) {
                out.write('\n');
            }
            rows++;
        }
    }

    /// A fresh set of rows, to be filled by any thread and written by one.
    Rows rows() {
        return new Rows(columns, json);
    }

    /// Rows in the making. A row's cells come in the order of the columns.
    static final class Rows {
        private final List<String> columns;
        private final boolean json;
        private final List<String> rows = new ArrayList<>();
        private StringBuilder row = new StringBuilder();
        private int column;

        private Rows(List<String> columns, boolean json) {
            this.columns = columns;
            this.json = json;
        }

        Rows text(String value) {
            before();
            row.append(json ? quoted(value) : csv(value));
            return this;
        }

        Rows number(double value, int decimals) {
            before();
            Decimals.append(row, value, decimals);
            return this;
        }

        /// A decimal as it is, with all of its digits.
        Rows decimal(BigDecimal value) {
            before();
            row.append(value.toPlainString());
            return this;
        }

        Rows whole(long value) {
            before();
            row.append(value);
            return this;
        }

        /// A day as the input wrote days: a number of the study or a date.
        Rows day(String printed, boolean isDate) {
            before();
            row.append(json && isDate ? quoted(printed) : printed);
            return this;
        }

        Rows empty() {
            before();
            row.append(json ? "null" : "");
            return this;
        }

        private void before() {
            if (json) {
                row.append(column == 0 ? "  {" : ", ").append(quoted(columns.get(column)));
                row.append(": ");
            } else if (column > 0) {
                row.append(',');
            }
            column++;
            if (column > columns.size()) {
                throw new IllegalStateException("a row has more cells than " + columns);
            }
        }

        void endRow() {
            if (column != columns.size()) {
                throw new IllegalStateException("a row has " + column + " cells for " + columns);
            }
            if (json) {
                row.append('}');
            }
            rows.add(row.toString());
            row = new StringBuilder();
            column = 0;
        }
    }

    /// A cell, quoted where RFC 4180 needs it.
    static String csv(String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /// A JSON text.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
