package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Exposure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rows of a times file.
final class TimeRows implements CsvTable.Rows {
    private static final NumberColumn TIME = NumberColumn.of("time_h", -Dose.MOST, Dose.MOST);
    private static final Set<String> KNOWN = Set.of(TIME.name());

    private final Findings findings;
    private final List<BigDecimal> hours = new ArrayList<>();

    TimeRows(Findings findings) {
        this.findings = findings;
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
        if (hours.size() == Exposure.MOST_TIMES) {
            findings.add(row.place("").problem("more", Exposure.MOST_TIMES + " times"));
        } else {
            TIME.of(row, findings).ifPresent(hours::add);
        }
    }

    List<BigDecimal> hours() {
        return hours;
    }
}
