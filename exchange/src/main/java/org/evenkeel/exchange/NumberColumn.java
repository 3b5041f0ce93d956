package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A column of decimal numbers for a model.
///
/// @param name the column's name
/// @param least the least number allowed
/// @param most the largest number allowed
record NumberColumn(String name, BigDecimal least, BigDecimal most) {

    static NumberColumn of(String name, double least, double most) {
        return new NumberColumn(name, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    static NumberColumn of(Parameter parameter) {
        return of(parameter.column(), parameter.least(), parameter.most());
    }

    /// The number of a row; empty, with a problem, where the cell holds none that is
    /// allowed.
    Optional<BigDecimal> of(CsvTable.Row row, Findings findings) {
        Optional<BigDecimal> number = Cells.decimal(row.cell(name))
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
        if (number.isEmpty()) {
            findings.add(row.problem(name, allowed()));
        }
        return number;
    }

    /// Whether the header has all of some columns; those that are missing are problems.
    static boolean areThere(Set<String> columns, CsvTable.Header header, Findings findings) {
        List<String> missing =
                columns.stream().filter(column -> !header.has(column)).sorted().toList();
        missing.forEach(column -> findings.add(header.missing(column)));
        return missing.isEmpty();
    }

    private String allowed() {
        return "a number from " + words(least) + " to " + words(most);
    }

    private static String words(BigDecimal limit) {
        return limit.stripTrailingZeros().toPlainString();
    }
}
