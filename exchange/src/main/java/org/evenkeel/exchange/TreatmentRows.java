package org.evenkeel.exchange;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The rows of `treatments.csv`.
final class TreatmentRows implements CsvTable.Rows {
    static final String DRUG = "drug";
    static final String ROUTE = "route";
    private static final Set<String> KNOWN = Set.of(
            PatientKey.COLUMN,
            "day",
            "date",
            DRUG,
            ROUTE,
            Amount.DOSE_MGKG.column(),
            Amount.DOSE_MG.column(),
            Amount.WEIGHT_KG.column());

    private static final String CONTRADICTION = "rows whose dose_mgkg is more than 10 % off"
            + " dose_mg / weight_kg, dose_mgkg is used";

    private final DayColumn days;
    private final CohortDraft draft;
    private final Findings findings;

    TreatmentRows(DayColumn days, CohortDraft draft, Findings findings) {
        this.days = days;
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public boolean accept(CsvTable.Header header) {
        boolean complete = days.accept(header, findings);
        for (String column : new String[] {PatientKey.COLUMN, ROUTE}) {
            if (!header.has(column)) {
                findings.add(header.missing(column));
                complete = false;
            }
        }
        if (!header.has(Amount.DOSE_MGKG.column()) && !header.has(Amount.DOSE_MG.column())) {
            findings.add(header.missing("dose_mgkg or dose_mg"));
            complete = false;
        }
        return complete;
    }

    @Override
    public void accept(CsvTable.Row row) {
        Optional<String> patient = PatientKey.of(row, findings);
        OptionalInt day = days.day(row, findings);
        Optional<Drug> drug = row.cell(DRUG).isEmpty()
                ? Optional.of(Drug.KETAMINE)
                : Choice.of(Drug.class, row, DRUG, findings);
        Optional<Route> route = Choice.of(Route.class, row, ROUTE, findings);
        Optional<MgPerKg> perKg = Amount.DOSE_MGKG.of(row, findings).map(MgPerKg::new);
        Optional<Mg> dose = Amount.DOSE_MG.of(row, findings).map(Mg::new);
        Optional<Kg> weight = Amount.WEIGHT_KG.of(row, findings).map(Kg::new);
        if (row.cell(Amount.DOSE_MGKG.column()).isEmpty()
                && row.cell(Amount.DOSE_MG.column()).isEmpty()) {
            findings.add(row.problem("dose_mgkg or dose_mg", "a dose in one of the two"));
        }
        if (isContradiction(dose, weight, perKg)) {
            findings.count(row.header().file(), CONTRADICTION);
        }
        if (patient.isPresent() && day.isPresent() && drug.isPresent() && route.isPresent()) {
            draft.add(
                    patient.get(),
                    new Administration(
                            day.getAsInt(), drug.get(), route.get(), dose, weight, perKg),
                    row.place(days.kind().column()));
        }
    }

    /// Rounded doses and ideal weights differ a little; more may be a wrong weight.
    private static boolean isContradiction(
            Optional<Mg> dose, Optional<Kg> weight, Optional<MgPerKg> perKg) {
        if (dose.isEmpty() || weight.isEmpty() || perKg.isEmpty()) {
            return false;
        }
        BigDecimal stated = perKg.get().value();
        BigDecimal computed = MgPerKg.of(dose.get(), weight.get()).value();
        return computed.subtract(stated).abs().compareTo(stated.movePointLeft(1)) > 0;
    }
}
