package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.HepatoPortal;
import org.evenkeel.core.pharmacokinetics.OneCompartment;
import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.pharmacokinetics.ThreeCompartments;
import org.evenkeel.core.pharmacokinetics.Uptake;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a published model of a drug in plasma stands in its file. All parameters are above
/// 0.
final class ModelFile {
    private static final String LITRES = "L";
    private static final String FLOW = "L/h";
    private static final String PER_HOUR = "/h";
    private static final String PER_MINUTE = "/min";
    private static final String RATIO = "1";
    private static final double MINUTES = 60;

    /// The equations there are; their names in files are in lower case with dashes.
    private enum Structure {
        ONE_COMPARTMENT,
        THREE_COMPARTMENTS,
        HEPATO_PORTAL
    }

    private final Section section;
    private final String at;
    private final Figures figures;

    /// @param at what stands before the names of its figures
    private ModelFile(Section section, String at, Figures figures) {
        this.section = section;
        this.at = at;
        this.figures = figures;
    }

    static PharmacokineticModel read(Section file) throws Unreadable {
        Kind.PHARMACOKINETIC_MODEL.require(file);
        file.sources("sources");
        String id = file.text("id");
        file.text("version");
        String title = file.text("title");
        String drug = file.text("drug");
        List<String> caveats = file.texts("caveats");
        Figures figures = new Figures();
        Optional<? extends PublishedModel> equations =
                switch (file.choice("structure", List.of(Structure.values()))) {
                    case ONE_COMPARTMENT ->
                        file.section("parameters", section -> oneCompartment(section, figures));
                    case THREE_COMPARTMENTS -> threeCompartments(file, figures);
                    case HEPATO_PORTAL -> hepatoPortal(file, figures);
                };
        file.end();
        return new PharmacokineticModel(id, title, drug, caveats, figures, equations.orElseThrow());
    }

    private static OneCompartment oneCompartment(Section section, Figures figures)
            throws Unreadable {
        ModelFile of = new ModelFile(section, "", figures);
        double volume = of.number("volume", LITRES);
        double clearance = of.number("clearance", FLOW);
        double forWeight = of.number("forWeight", "kg");
        section.end();
        return new OneCompartment(volume, clearance, forWeight);
    }

    private static Optional<ThreeCompartments> threeCompartments(Section file, Figures figures) {
        Optional<ThreeCompartments> injected = file.section("parameters", section -> {
            ModelFile of = new ModelFile(section, "", figures);
            double litresPerKg = of.number("centralVolume", "L/kg");
            ThreeCompartments.Rates rates = new ThreeCompartments.Rates(
                    of.number("k10", PER_MINUTE),
                    of.number("k12", PER_MINUTE),
                    of.number("k21", PER_MINUTE),
                    of.number("k13", PER_MINUTE),
                    of.number("k31", PER_MINUTE));
            section.end();
            return new ThreeCompartments(litresPerKg, rates, Map.of());
        });
        Map<Route, Uptake> uptakes = file.has("routes")
                ? file.section("routes", routes -> uptakes(routes, figures)).orElse(Map.of())
                : Map.of();
        return injected.map(
                model -> new ThreeCompartments(model.litresPerKg(), model.rates(), uptakes));
    }

    private static Map<Route, Uptake> uptakes(Section routes, Figures figures) throws Unreadable {
        Map<Route, Uptake> uptakes = new EnumMap<>(Route.class);
        for (Route route : Route.values()) {
            if (route != Route.IV && routes.has(route.name())) {
                routes.section(route.name(), section -> uptake(section, route, figures))
                        .ifPresent(uptake -> uptakes.put(route, uptake));
            }
        }
        routes.end();
        return uptakes;
    }

    private static Uptake uptake(Section section, Route route, Figures figures) throws Unreadable {
        ModelFile of = new ModelFile(section, route + ".", figures);
        double share = of.number("share", RATIO);
        double minutes = of.number("peak", "min");
        section.end();
        return new Uptake(share, minutes / MINUTES);
    }

    private static Optional<HepatoPortal> hepatoPortal(Section file, Figures figures) {
        Optional<HepatoPortal.Spread> spread = file.section("variation", section -> {
            HepatoPortal.Spread read = new ModelFile(section, "variation.", figures).spread();
            section.end();
            return read;
        });
        Optional<HepatoPortal> typical = file.section("parameters", section -> {
            ModelFile of = new ModelFile(section, "", figures);
            HepatoPortal read = new HepatoPortal(
                    of.drug(), of.metabolite(), of.nasal(), of.oral(), HepatoPortal.Spread.NONE);
            section.end();
            return read;
        });
        return typical.flatMap(model -> spread.map(model::spreadBy));
    }

    private HepatoPortal.Disposition drug() {
        return new HepatoPortal.Disposition(
                number("centralVolume", LITRES),
                number("shallowFlow", FLOW),
                number("shallowVolume", LITRES),
                number("deepFlow", FLOW),
                number("deepVolume", LITRES),
                number("liverFlow", FLOW),
                number("liverVolume", LITRES),
                number("kel", PER_HOUR),
                number("kmet", PER_HOUR));
    }

    private HepatoPortal.Metabolite metabolite() {
        return new HepatoPortal.Metabolite(
                number("metaboliteVolume", LITRES),
                number("metaboliteClearance", FLOW),
                number("metaboliteFlow", FLOW),
                number("metaboliteDeepVolume", LITRES));
    }

    private HepatoPortal.Nasal nasal() {
        return new HepatoPortal.Nasal(
                number("device", "mg"),
                number("nasalShare", RATIO),
                number("laterDevices", RATIO),
                number("kaNasal", PER_HOUR),
                number("swallowedHours", "h"),
                number("kaSwallowed", PER_HOUR),
                number("gutShare", RATIO));
    }

    private HepatoPortal.Oral oral() {
        return new HepatoPortal.Oral(number("oralHours", "h"), number("kaOral", PER_HOUR));
    }

    private HepatoPortal.Spread spread() {
        return new HepatoPortal.Spread(
                percent("centralVolume"),
                percent("shallowVolume"),
                percent("liverFlow"),
                percent("liverVolume"),
                percent("kel"),
                percent("metaboliteVolume"),
                percent("metaboliteClearance"),
                number("nasalShareLogit", RATIO),
                percent("kaNasal"),
                percent("kaGut"));
    }

    private double percent(String key) {
        return Variation.ofLogarithm(number(key, "%"));
    }

    private double number(String key, String unit) {
        Cited<BigDecimal> cited = section.positive(key, unit);
        return figures.of(at + key, cited);
    }
}
