package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Exposure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of a doses file; every dose goes to every subject.
final class DoseRows implements CsvTable.Rows {
    private static final NumberColumn HOUR = NumberColumn.of("hour", -Dose.MOST, Dose.MOST);
    private static final NumberColumn MGKG = NumberColumn.of("mgkg", 0, Dose.MOST);
    private static final NumberColumn DURATION = NumberColumn.of("dur_h", 0, Dose.MOST);
    private static final Set<String> KNOWN = Set.of(HOUR.name(), MGKG.name(), DURATION.name());

    private final Findings findings;
    private final List<Dose> doses = new ArrayList<>();

    DoseRows(Findings findings) {
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
        Optional<BigDecimal> hour = HOUR.of(row, findings);
        Optional<BigDecimal> mgkg = MGKG.of(row, findings);
        Optional<BigDecimal> duration = DURATION.of(row, findings);
        if (doses.size() == Exposure.MOST_DOSES) {
            findings.add(row.place("").problem("more", Exposure.MOST_DOSES + " doses"));
        } else if (hour.isPresent() && mgkg.isPresent() && duration.isPresent()) {
            doses.add(new Dose(
                    hour.get().doubleValue(),
                    mgkg.get().doubleValue(),
                    duration.get().doubleValue()));
        }
    }

    List<Dose> doses() {
        return doses;
    }
}
