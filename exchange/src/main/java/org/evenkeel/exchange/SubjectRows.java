package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Parameter;
import org.evenkeel.core.pharmacokinetics.Subjects;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The rows of a subjects file: a key and the parameters of a model.
final class SubjectRows implements CsvTable.Rows {
    static final String KEY = "subject";
    static final int KEY_LENGTH = 100;
    static final int MOST = 10_000_000;

    private static final List<NumberColumn> COLUMNS =
            Stream.of(Parameter.values()).map(NumberColumn::of).toList();
    private static final Set<String> KNOWN = known(COLUMNS);

    private final Findings findings;
    private final SubjectKeys keys = new SubjectKeys();
    private final double[][] values = new double[COLUMNS.size()][1 << 8];

    SubjectRows(Findings findings) {
        this.findings = findings;
    }

    private static Set<String> known(List<NumberColumn> columns) {
        Set<String> known = new TreeSet<>(Set.of(KEY));
        columns.forEach(column -> known.add(column.name()));
        return known;
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public boolean accept(CsvTable.Header header) {
        return NumberColumn.areThere(KNOWN, header, findings);
    }

    @Override
    public void accept(CsvTable.Row row) {
        if (keys.count() == MOST) {
            findings.add(row.place("").problem("more", "at most " + MOST + " subjects"));
            return;
        }
        int at = keys.count();
        if (!addKey(row)) {
            return;
        }
        if (at == values[0].length) {
            for (int p = 0; p < values.length; p++) {
                values[p] = Arrays.copyOf(values[p], 2 * at);
            }
        }
        for (int p = 0; p < values.length; p++) {
            Optional<BigDecimal> number = COLUMNS.get(p).of(row, findings);
            values[p][at] = number.map(BigDecimal::doubleValue).orElse(0.0);
        }
    }

    /// A subject's key is kept out of the words, as a patient's is.
    private boolean addKey(CsvTable.Row row) {
        String key = row.cell(KEY);
        if (key.isEmpty() || key.length() > KEY_LENGTH || key.lines().count() > 1) {
            String what = key.isEmpty() ? "" : key.length() + " characters";
            findings.add(
                    row.place(KEY).problem(what, "1 to " + KEY_LENGTH + " characters on one line"));
            return false;
        }
        boolean isNew = keys.add(key);
        if (!isNew) {
            findings.add(row.place(KEY).problem("a subject twice", "each subject once"));
        }
        return isNew;
    }

    SubjectKeys keys() {
        return keys;
    }

    /// The subjects that were read, once nothing was wrong.
    Subjects subjects() {
        double[][] exact = new double[values.length][];
        for (int p = 0; p < values.length; p++) {
            exact[p] = Arrays.copyOf(values[p], keys.count());
        }
        return Subjects.of(exact);
    }
}
