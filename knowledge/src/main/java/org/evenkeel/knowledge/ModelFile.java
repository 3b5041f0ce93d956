package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.PublishedModel;
import org.evenkeel.core.pharmacokinetics.PublishedModel.HepatoPortal;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a published model of a drug in plasma stands in its file. All parameters are above
/// 0.
final class ModelFile {
    private static final String LITRES = "L";
    private static final String FLOW = "L/h";
    private static final String PER_HOUR = "/h";
    private static final String PER_MINUTE = "/min";
    private static final String RATIO = "1";

    /// The equations there are; their names in files are in lower case with dashes.
    private enum Structure {
        ONE_COMPARTMENT,
        THREE_COMPARTMENTS,
        HEPATO_PORTAL
    }

    private final Section section;
    private final List<EvidenceTag> tags = new ArrayList<>();

    private ModelFile(Section section) {
        this.section = section;
    }

    static PharmacokineticModel read(Section file) throws Unreadable {
        Kind.PHARMACOKINETIC_MODEL.require(file);
        file.sources("sources");
        String id = file.text("id");
        file.text("version");
        String title = file.text("title");
        String drug = file.text("drug");
        List<String> caveats = file.texts("caveats");
        Structure structure = file.choice("structure", List.of(Structure.values()));
        List<EvidenceTag> tags = new ArrayList<>();
        Optional<PublishedModel> equations = file.section("parameters", parameters -> {
            ModelFile read = new ModelFile(parameters);
            PublishedModel model = read.model(structure);
            tags.addAll(read.tags);
            return model;
        });
        file.end();
        EvidenceTag weakest = tags.stream().max(EvidenceTag::compareTo).orElse(EvidenceTag.P);
        return new PharmacokineticModel(id, title, drug, caveats, weakest, equations.orElseThrow());
    }

    private PublishedModel model(Structure structure) throws Unreadable {
        PublishedModel model = switch (structure) {
            case ONE_COMPARTMENT ->
                new PublishedModel.OneCompartment(
                        number("volume", LITRES),
                        number("clearance", FLOW),
                        number("forWeight", "kg"));
            case THREE_COMPARTMENTS ->
                new PublishedModel.ThreeCompartments(
                        number("centralVolume", "L/kg"),
                        number("k10", PER_MINUTE),
                        number("k12", PER_MINUTE),
                        number("k21", PER_MINUTE),
                        number("k13", PER_MINUTE),
                        number("k31", PER_MINUTE));
            case HEPATO_PORTAL -> new HepatoPortal(drug(), metabolite(), nasal(), oral());
        };
        section.end();
        return model;
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

    private double number(String key, String unit) {
        Cited<BigDecimal> cited = section.positive(key, unit);
        tags.add(cited.tag());
        return cited.value().doubleValue();
    }
}
