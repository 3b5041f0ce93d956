package org.evenkeel.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Cells that hold one of a few words, read without regard to case.
final class Choice {
    private Choice() {}

    /// The constant a cell names; adds what is wrong with it to the findings.
    static <E extends Enum<E>> Optional<E> of(
            Class<E> type, CsvTable.Row row, String column, Findings findings) {
        String cell = row.cell(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(cell)) {
                return Optional.of(constant);
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        findings.add(row.problem(column, "one of " + words));
        return Optional.empty();
    }
}
