package org.evenkeel.core.eligibility;

import org.evenkeel.core.eligibility.Staged.Part;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Chart.Asked;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The staging of the Massachusetts General Hospital: points for every failed trial, for what was
/// added to one, and for electroconvulsive therapy.
///
/// @param title name for people, with its evidence
/// @param adequacy when a trial counts
/// @param trial points for each antidepressant that failed
/// @param added points for each medicine added
/// @param convulsive points for electroconvulsive therapy that failed
public record MghStaging(
        Cited<String> title,
        Adequacy adequacy,
        Cited<BigDecimal> trial,
        Cited<BigDecimal> added,
        Cited<BigDecimal> convulsive) {
    private static final String CONVULSIVE = "ect";

    /// The stage of a patient on a day. It has no end: where trials were not asked for, what is
    /// known is the least.
    public Staged of(Chart chart, LocalDate day) {
        List<Part> parts = List.of(
                counted("Antidepressants that failed", chart, day, false),
                counted("Medicines added", chart, day, true),
                convulsive(chart, day));
        BigDecimal least = parts.stream().map(Part::least).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = parts.stream().map(Part::most).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = parts.stream().allMatch(part -> part.missing().isEmpty());
        return new Staged(title, least, most, whole ? "more is more resistant" : "at least", parts);
    }

    private Part counted(String what, Chart chart, LocalDate day, boolean ofAdded) {
        Optional<Asked<Tried>> asked = chart.trials().filter(list -> !list.on().isAfter(day));
        if (asked.isEmpty()) {
            return new Part(
                    what,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    List.of(),
                    List.of("the trials of antidepressants"));
        }
        BigDecimal each = (ofAdded ? added : trial).value();
        Counted counted = Counted.of(
                asked.get().entries().stream()
                        .filter(tried -> tried.added() == ofAdded)
                        .toList(),
                day,
                adequacy,
                tried -> Optional.of(tried.ingredient()));
        return new Part(
                what,
                each.multiply(BigDecimal.valueOf(counted.least())),
                each.multiply(BigDecimal.valueOf(counted.most())),
                counted.facts(),
                counted.missing());
    }

    private Part convulsive(Chart chart, LocalDate day) {
        String what = "Electroconvulsive therapy";
        return Chart.latest(
                        chart.treatments().stream()
                                .filter(each -> each.treatment().equals(CONVULSIVE)),
                        day)
                .map(found -> found.status() == Status.NEVER
                        ? Part.known(what, BigDecimal.ZERO, List.of(found))
                        // Whether it failed is not kept: somebody in care for depression had it.
                        : Part.known(what, convulsive.value(), List.of(found)))
                .orElseGet(() -> new Part(
                        what,
                        BigDecimal.ZERO,
                        convulsive.value(),
                        List.of(),
                        List.of("electroconvulsive therapy")));
    }
}
