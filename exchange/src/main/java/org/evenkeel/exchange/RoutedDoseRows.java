package org.evenkeel.exchange;

import org.evenkeel.core.pharmacokinetics.Dose;
import org.evenkeel.core.pharmacokinetics.Exposure;
import org.evenkeel.core.pharmacokinetics.GivenDose;
import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.protocol.Route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows of a doses file for one person: `hour`, `mg` or `mgkg`, and where they are not
/// an injection into a vein, `route`; `dur_h` for infusions.
final class RoutedDoseRows implements CsvTable.Rows {
    private static final NumberColumn HOUR = NumberColumn.of("hour", -Dose.MOST, Dose.MOST);
    private static final NumberColumn MGKG = NumberColumn.of("mgkg", 0, Dose.MOST);
    private static final NumberColumn MG = NumberColumn.of("mg", 0, Dose.MOST);
    private static final NumberColumn DURATION = NumberColumn.of("dur_h", 0, Dose.MOST);
    private static final String ROUTE = "route";

    private final double weightKg;
    private final PublishedModel model;
    private final Findings findings;
    private final List<GivenDose> doses = new ArrayList<>();

    RoutedDoseRows(PublishedModel model, double weightKg, Findings findings) {
        this.model = model;
        this.weightKg = weightKg;
        this.findings = findings;
    }

    @Override
    public Set<String> known() {
        return Set.of(HOUR.name(), MGKG.name(), MG.name(), DURATION.name(), ROUTE);
    }

    @Override
    public boolean accept(CsvTable.Header header) {
        boolean hasHour = NumberColumn.areThere(Set.of(HOUR.name()), header, findings);
        boolean hasDose = header.has(MG.name()) != header.has(MGKG.name());
        if (!hasDose) {
            String found = header.has(MG.name()) ? "both mg and mgkg" : "neither mg nor mgkg";
            findings.add(new Problem(
                    header.file(), header.line(), "", found, "a header with one of mg and mgkg"));
        }
        return hasHour && hasDose;
    }

    @Override
    public void accept(CsvTable.Row row) {
        Optional<BigDecimal> hour = HOUR.of(row, findings);
        Optional<Double> mg = row.header().has(MG.name())
                ? MG.of(row, findings).map(BigDecimal::doubleValue)
                : MGKG.of(row, findings).map(perKg -> perKg.doubleValue() * weightKg);
        Optional<Route> route = row.cell(ROUTE).isEmpty()
                ? Optional.of(Route.IV)
                : Choice.of(Route.class, row, ROUTE, findings);
        Optional<BigDecimal> duration = row.cell(DURATION.name()).isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : DURATION.of(row, findings);
        if (doses.size() == Exposure.MOST_DOSES) {
            findings.add(row.place("").problem("more", Exposure.MOST_DOSES + " doses"));
        } else if (hour.isPresent()
                && mg.isPresent()
                && route.isPresent()
                && duration.isPresent()) {
            add(row, hour.get().doubleValue(), route.get(), mg.get(), duration.get());
        }
    }

    private void add(CsvTable.Row row, double hour, Route route, double mg, BigDecimal duration) {
        if (!model.routes().contains(route)) {
            findings.add(row.place(ROUTE).problem(route.name(), routes()));
        } else if (route != Route.IV && duration.signum() > 0) {
            findings.add(row.problem(DURATION.name(), "0 or nothing where the route is not IV"));
        } else if (mg > Dose.MOST) {
            findings.add(row.problem(MGKG.name(), "at most " + (long) Dose.MOST + " mg in all"));
        } else {
            GivenDose dose = new GivenDose(hour, route, mg, duration.doubleValue());
            Optional<String> allowed = model.amounts(dose);
            allowed.ifPresent(words -> findings.add(amount(row).problem(mg + " mg", words)));
            if (allowed.isEmpty()) {
                doses.add(dose);
            }
        }
    }

    private static Place amount(CsvTable.Row row) {
        return row.place(row.header().has(MG.name()) ? MG.name() : MGKG.name());
    }

    private String routes() {
        return model.routes().stream().map(Route::name).sorted().collect(Collectors.joining(", "))
                + ": for other routes this model has no published figures";
    }

    List<GivenDose> doses() {
        return doses;
    }
}
