package org.evenkeel.exchange;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Columns that hold an amount, with bounds that only catch a wrong unit or a slip of the keys.
enum Amount {
    DOSE_MGKG("0.001", "100"),
    DOSE_MG("0.01", "10000"),
    WEIGHT_KG("1", "700"),
    HEIGHT_CM("30", "300");

    private final String column = name().toLowerCase(Locale.ROOT);
    private final BigDecimal least;
    private final BigDecimal most;

    Amount(String least, String most) {
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
    }

    String column() {
        return column;
    }

    String allowed() {
        return "a number from " + least + " to " + most;
    }

    boolean allows(BigDecimal value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }

    /// The amount of a row, empty for an empty cell; adds what is wrong with it to the findings.
    Optional<BigDecimal> of(CsvTable.Row row, Findings findings) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = Cells.decimal(cell);
        if (value.isPresent() && allows(value.get())) {
            return value;
        }
        findings.add(row.problem(column, allowed()));
        return Optional.empty();
    }
}
