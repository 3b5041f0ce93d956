package org.evenkeel.knowledge;

import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.DoseRule.Device;
import org.evenkeel.core.protocol.DoseRule.Older;
import org.evenkeel.core.protocol.Titration;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.protocol.WeightRule;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How the dose rule of a protocol stands in its file.
///
/// @param conditions how conditions are read
record DoseFile(Supplier<ConditionFile> conditions) {
    private static final String PER_KG = "mg/kg";

    private enum Rule {
        BY_WEIGHT,
        FIXED
    }

    private enum Body {
        ACTUAL,
        CAPPED,
        IDEAL
    }

    DoseRule read(Section dose) throws Unreadable {
        return switch (dose.choice("rule", List.of(Rule.values()))) {
            case BY_WEIGHT -> byWeight(dose);
            case FIXED -> fixed(dose);
        };
    }

    private DoseRule byWeight(Section dose) throws Unreadable {
        Cited<MgPerKg> perKg = perKg(dose, "perKg");
        Cited<MgPerKg> cap = perKg(dose, "cap");
        Optional<Cited<MgPerKg>> least =
                dose.has("least") ? Optional.of(perKg(dose, "least")) : Optional.empty();
        Optional<Cited<Mg>> most =
                dose.has("most") ? Optional.of(mg(dose, "most")) : Optional.empty();
        Optional<WeightRule> weight = dose.section("weight", DoseFile::weight);
        Cited<Kg> lightest = kg(dose, "lightest");
        Cited<Kg> heaviest = kg(dose, "heaviest");
        Cited<Mg> roundTo = mg(dose, "roundTo");
        Optional<Titration> titration = dose.optionalSection("titration", this::titration);
        dose.end();
        return new DoseRule.ByWeight(
                perKg,
                cap,
                least,
                most,
                weight.orElseThrow(),
                lightest,
                heaviest,
                roundTo,
                titration);
    }

    private DoseRule fixed(Section dose) throws Unreadable {
        Cited<List<Mg>> steps = dose.wholes("steps", "mg")
                .map(amounts ->
                        amounts.stream().map(BigDecimal::valueOf).map(Mg::new).toList());
        Cited<Mg> first = mg(dose, "first");
        Optional<Older> older = dose.optionalSection("older", DoseFile::older);
        Optional<Device> device = dose.optionalSection("device", DoseFile::device);
        Optional<Titration> titration = dose.optionalSection("titration", this::titration);
        dose.end();
        return new DoseRule.Fixed(steps, first, older, device, titration);
    }

    private static Older older(Section older) throws Unreadable {
        Cited<Integer> from = older.whole("from", "a");
        Cited<Mg> first = mg(older, "first");
        older.end();
        return new Older(from, first);
    }

    private static Device device(Section device) throws Unreadable {
        Cited<Mg> each = mg(device, "each");
        Cited<Integer> sprays = device.whole("sprays", "1");
        Cited<Integer> rest = device.whole("rest", "min");
        device.end();
        return new Device(each, sprays, rest);
    }

    private Titration titration(Section titration) throws Unreadable {
        List<MgPerKg> steps = titration.has("steps")
                ? titration.positives("steps", PER_KG).value().stream()
                        .map(MgPerKg::new)
                        .toList()
                : List.of();
        Trigger trigger = trigger(titration, conditions);
        String words = titration.text("words");
        Cited<String> cited = titration.cited(words);
        return new Titration(steps, trigger, cited);
    }

    /// `if` with a condition, `noResponse`, or neither: the prescriber's judgement.
    static Trigger trigger(Section section, Supplier<ConditionFile> conditions) {
        if (section.has("noResponse")) {
            return section.section("noResponse", DoseFile::noResponse)
                    .orElseGet(Trigger.ByPrescriber::new);
        }
        if (section.has("if")) {
            return section.<Trigger>section(
                            "if", part -> new Trigger.Met(conditions.get().read(part)))
                    .orElseGet(Trigger.ByPrescriber::new);
        }
        return new Trigger.ByPrescriber();
    }

    private static Trigger noResponse(Section section) throws Unreadable {
        Cited<Integer> visits = section.whole("afterVisits", "1");
        Cited<Double> lessThan = section.number("lessThan", "1");
        section.end();
        return new Trigger.NoResponse(visits, lessThan);
    }

    private static WeightRule weight(Section weight) throws Unreadable {
        return switch (weight.choice("rule", List.of(Body.values()))) {
            case ACTUAL -> {
                weight.end();
                yield new WeightRule.Actual();
            }
            case CAPPED -> {
                Cited<Kg> most = kg(weight, "most");
                weight.end();
                yield new WeightRule.Capped(most);
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

    private static Cited<MgPerKg> perKg(Section section, String key) {
        return section.positive(key, PER_KG).map(MgPerKg::new);
    }

    private static Cited<Kg> kg(Section section, String key) {
        return section.positive(key, "kg").map(Kg::new);
    }

    private static Cited<Mg> mg(Section section, String key) {
        return section.positive(key, "mg").map(Mg::new);
    }
}
