package org.evenkeel.core.course;

import org.evenkeel.core.protocol.Body;
import org.evenkeel.core.protocol.Dose;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.Dosing;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Plan;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds where a course departed from its protocol.
///
/// The first treatment is day 0 of the plan. Each visit of the series takes the next treatment that
/// comes before the next visit's window, or is left out. After the series a treatment is held
/// against the usual interval with its window, else against the bounds, counted from the treatment
/// before: maintenance has no fixed days. What was given on one day is one treatment, in however
/// many parts.
public final class Deviations {
    private final Protocol protocol;
    private final Body body;
    private final List<Administration> given;
    private final int asOf;
    private final List<Deviation> found = new ArrayList<>();

    private Deviations(Protocol protocol, Body body, List<Administration> given, int asOf) {
        this.protocol = protocol;
        this.body = body;
        this.given = given;
        this.asOf = asOf;
    }

    /// Where a course departed, by day.
    ///
    /// @param protocol the protocol it goes by
    /// @param body what is known of the patient; a treatment's own weight goes before it
    /// @param administrations treatments of the course; those of another drug or route do not
    /// count
    /// @param asOf the last day that is looked at
    public static List<Deviation> of(
            Protocol protocol, Body body, List<Administration> administrations, int asOf) {
        List<Administration> given = administrations.stream()
                .filter(each -> protocol.agent().is(each.drug()))
                .filter(each -> each.route() == protocol.route() && each.day() <= asOf)
                .sorted(Comparator.comparingInt(Administration::day))
                .toList();
        if (given.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Administration>> byDay = given.stream()
                .collect(Collectors.groupingBy(
                        Administration::day, TreeMap::new, Collectors.toList()));
        List<Administration> visits =
                byDay.values().stream().map(List::getFirst).toList();
        Deviations deviations = new Deviations(protocol, body, visits, asOf);
        deviations.maintenance(deviations.series());
        byDay.forEach(deviations::dose);
        deviations.found.sort(Comparator.comparingInt(Deviation::day));
        return List.copyOf(deviations.found);
    }

    /// Answers how many treatments belong to the series.
    private int series() {
        int start = given.getFirst().day();
        List<Plan.Visit> visits =
                Plan.of(protocol, Body.UNKNOWN, lastSeriesDay()).visits();
        int next = 0;
        for (int i = 0; i < visits.size(); i++) {
            int earliest = start + visits.get(i).earliest();
            int latest = start + visits.get(i).latest();
            int until = i + 1 < visits.size() ? start + visits.get(i + 1).earliest() : latest + 1;
            if (next < given.size() && given.get(next).day() < Math.max(until, latest + 1)) {
                int day = given.get(next).day();
                if (day < earliest || day > latest) {
                    found.add(new Deviation.OutsideWindow(day, earliest, latest));
                }
                next++;
            } else if (asOf > latest) {
                found.add(new Deviation.Skipped(latest, earliest));
            }
        }
        return next;
    }

    private int lastSeriesDay() {
        return protocol.series().getLast().days().getLast();
    }

    private void maintenance(int from) {
        if (protocol.maintenance().isEmpty()) {
            return;
        }
        Maintenance rule = protocol.maintenance().get();
        int least = rule.usual()
                .map(usual -> usual.days().value() - usual.window().before().value())
                .orElse(rule.bounds().minimumDays().value());
        int most = rule.usual()
                .map(usual -> usual.days().value() + usual.window().after().value())
                .orElse(rule.bounds().maximumDays().value());
        for (int i = Math.max(from, 1); i < given.size(); i++) {
            int before = given.get(i - 1).day();
            int day = given.get(i).day();
            if (day < before + least || day > before + most) {
                found.add(new Deviation.OutsideWindow(day, before + least, before + most));
            }
        }
    }

    /// The parts of a dose of one day make one dose.
    private void dose(int day, List<Administration> parts) {
        if (parts.stream().anyMatch(each -> each.dose().isEmpty())) {
            return;
        }
        Mg dose = new Mg(parts.stream()
                .flatMap(each -> each.dose().stream())
                .map(Mg::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        Optional<Kg> weight = parts.reversed().stream()
                .flatMap(each -> each.weight().stream())
                .findFirst();
        range(weight).ifPresent(range -> {
            boolean outside = dose.value().compareTo(range.least().value()) < 0
                    || dose.value().compareTo(range.most().value()) > 0;
            if (outside) {
                found.add(new Deviation.OtherDose(day, dose, range.least(), range.most()));
            }
        });
    }

    private record Range(Mg least, Mg most) {}

    /// The doses a rule gives; empty where it cannot tell without more of the patient.
    private Optional<Range> range(Optional<Kg> weight) {
        return switch (protocol.dose()) {
            case DoseRule.Fixed fixed ->
                Optional.of(new Range(
                        fixed.steps().value().getFirst(), fixed.steps().value().getLast()));
            case DoseRule.ByWeight rule -> byWeight(rule, body.weighing(weight));
        };
    }

    private Optional<Range> byWeight(DoseRule.ByWeight rule, Body at) {
        Dose planned = Dosing.dose(protocol, at, true);
        if (!(planned instanceof Dose.Amount(Mg amount, Optional<String> _))
                || !(Dosing.weight(rule.weight(), at) instanceof Dosing.Weight.Known(Kg weight))) {
            return Optional.empty();
        }
        BigDecimal step = rule.roundTo().value().value();
        boolean varies = rule.titration().isPresent();
        BigDecimal least = varies
                ? rule.least().orElse(rule.perKg()).value().forWeight(weight).value()
                : amount.value();
        BigDecimal most = varies ? Dosing.most(protocol, at).orElseThrow().value() : amount.value();
        return Optional.of(
                new Range(new Mg(least.subtract(step).max(step)), new Mg(most.add(step))));
    }
}
