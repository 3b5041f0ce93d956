package org.evenkeel.knowledge;

import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.IntervalBounds.StepRule;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Protocol.DoseRule;
import org.evenkeel.core.protocol.Protocol.Maintenance;
import org.evenkeel.core.protocol.Protocol.Series;
import org.evenkeel.core.protocol.Protocol.Usual;
import org.evenkeel.core.protocol.Protocol.WeightRule;
import org.evenkeel.core.protocol.Protocol.Window;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How a protocol stands in its file.
final class ProtocolFile {
    private static final String DAYS = "d";
    private static final String YEARS = "a";

    private ProtocolFile() {}

    static Protocol read(Section file) throws Unreadable {
        Kind.PROTOCOL.require(file);
        List<String> sources = file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        String title = file.text("title");
        Drug drug = file.choice("drug", List.of(Drug.values()));
        Route route = file.choice("route", List.of(Route.values()));
        String indication = file.text("indication");
        String labelStatus = file.text("labelStatus");
        String evidence = file.text("evidence");
        Cited<Integer> minimumAge = file.whole("minimumAge", YEARS);
        Optional<DoseRule> dose = file.section("dose", ProtocolFile::dose);
        Optional<Cited<Integer>> minutes =
                file.has("minutes") ? Optional.of(file.whole("minutes", "min")) : Optional.empty();
        List<Series> series = file.sections("series", ProtocolFile::series);
        Optional<Maintenance> maintenance = file.has("maintenance")
                ? file.section("maintenance", ProtocolFile::maintenance)
                : Optional.empty();
        List<String> caveats = file.has("caveats") ? file.texts("caveats") : List.of();
        file.end();
        return new Protocol(
                new ProtocolId(id),
                version,
                title,
                drug,
                route,
                indication,
                labelStatus,
                evidence,
                minimumAge,
                dose.orElseThrow(),
                minutes,
                series,
                maintenance,
                caveats,
                sources);
    }

    private static DoseRule dose(Section dose) throws Unreadable {
        return switch (dose.choice("rule", List.of(Rule.values()))) {
            case BY_WEIGHT -> byWeight(dose);
            case FIXED_BY_AGE -> fixedByAge(dose);
        };
    }

    private enum Rule {
        BY_WEIGHT,
        FIXED_BY_AGE
    }

    private static DoseRule byWeight(Section dose) throws Unreadable {
        Cited<MgPerKg> perKg = dose.positive("perKg", "mg/kg").map(MgPerKg::new);
        Cited<MgPerKg> cap = dose.positive("cap", "mg/kg").map(MgPerKg::new);
        Optional<WeightRule> weight = dose.section("weight", ProtocolFile::weight);
        Cited<Kg> lightest = kg(dose, "lightest");
        Cited<Kg> heaviest = kg(dose, "heaviest");
        Cited<Mg> roundTo = mg(dose, "roundTo");
        dose.end();
        return new DoseRule.ByWeight(perKg, cap, weight.orElseThrow(), lightest, heaviest, roundTo);
    }

    private static DoseRule fixedByAge(Section dose) throws Unreadable {
        Cited<List<Mg>> steps = dose.wholes("steps", "mg")
                .map(amounts ->
                        amounts.stream().map(BigDecimal::valueOf).map(Mg::new).toList());
        Cited<Mg> first = mg(dose, "first");
        Cited<Integer> olderFrom = dose.whole("olderFrom", YEARS);
        Cited<Mg> olderFirst = mg(dose, "olderFirst");
        dose.end();
        return new DoseRule.FixedByAge(steps, first, olderFrom, olderFirst);
    }

    private enum Body {
        ACTUAL,
        IDEAL
    }

    private static WeightRule weight(Section weight) throws Unreadable {
        return switch (weight.choice("rule", List.of(Body.values()))) {
            case ACTUAL -> {
                weight.end();
                yield new WeightRule.Actual();
            }
            case IDEAL -> {
                Cited<Kg> maleBase = kg(weight, "maleBase");
                Cited<Kg> femaleBase = kg(weight, "femaleBase");
                Cited<Kg> perInch = kg(weight, "perInch");
                Cited<Cm> fromHeight = weight.positive("fromHeight", "cm").map(Cm::new);
                Cited<Cm> toHeight = weight.positive("toHeight", "cm").map(Cm::new);
                weight.end();
                yield new WeightRule.Ideal(maleBase, femaleBase, perInch, fromHeight, toHeight);
            }
        };
    }

    private static Series series(Section series) throws Unreadable {
        Phase phase = series.choice("phase", List.of(Phase.INDUCTION, Phase.CONTINUATION));
        Cited<List<Integer>> days = series.wholes("days", DAYS);
        String words = series.text("words");
        Optional<Window> window = series.section("window", ProtocolFile::window);
        series.end();
        return new Series(phase, days.value(), window.orElseThrow(), days.map(_ -> words));
    }

    private static Maintenance maintenance(Section maintenance) throws Unreadable {
        Optional<Usual> usual = maintenance.has("usual")
                ? maintenance.section("usual", ProtocolFile::usual)
                : Optional.empty();
        Cited<Integer> minimum = maintenance.whole("minimum", DAYS);
        Cited<Integer> maximum = maintenance.whole("maximum", DAYS);
        Optional<StepRule> step = maintenance.has("step")
                ? maintenance.section("step", ProtocolFile::step)
                : Optional.empty();
        String words = maintenance.text("words");
        maintenance.end();
        Cited<String> basis = usual.map(Usual::days).orElse(maximum).map(_ -> words);
        return new Maintenance(usual, new IntervalBounds(minimum, maximum, step), basis);
    }

    private static Usual usual(Section usual) throws Unreadable {
        Cited<Integer> days = usual.whole("days", DAYS);
        Optional<Window> window = usual.section("window", ProtocolFile::window);
        usual.end();
        return new Usual(days, window.orElseThrow());
    }

    private static StepRule step(Section step) throws Unreadable {
        Cited<Double> lengthenBy = step.number("lengthenBy", "1");
        Cited<Double> shortenBy = step.number("shortenBy", "1");
        step.end();
        return new StepRule(lengthenBy, shortenBy);
    }

    private static Window window(Section window) throws Unreadable {
        Cited<Integer> before = window.whole("before", DAYS);
        Cited<Integer> after = window.whole("after", DAYS);
        window.end();
        return new Window(before, after);
    }

    private static Cited<Kg> kg(Section section, String key) {
        return section.positive(key, "kg").map(Kg::new);
    }

    private static Cited<Mg> mg(Section section, String key) {
        return section.positive(key, "mg").map(Mg::new);
    }
}
