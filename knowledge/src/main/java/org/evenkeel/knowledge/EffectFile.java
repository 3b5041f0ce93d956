package org.evenkeel.knowledge;

import org.evenkeel.core.pharmacokinetics.EffectModel;

import java.util.List;
import java.util.Optional;

/// How blood pressure and dissociation stand in their file. All figures are above 0.
final class EffectFile {
    private static final double MINUTES = 60;

    private EffectFile() {}

    static AcuteEffects read(Section file) throws Unreadable {
        Kind.EFFECT_MODEL.require(file);
        file.sources("sources");
        String id = file.text("id");
        file.text("version");
        file.text("title");
        file.text("drug");
        List<String> caveats = file.texts("caveats");
        Figures figures = new Figures();
        double minutes = figures.of("delay", file.positive("delay", "min"));
        Optional<EffectModel.Pressure> pressure =
                file.section("bloodPressure", section -> pressure(section, figures));
        Optional<EffectModel.Dissociation> dissociation =
                file.section("dissociation", section -> dissociation(section, figures));
        file.end();
        EffectModel model = new EffectModel(
                minutes / MINUTES, pressure.orElseThrow(), dissociation.orElseThrow());
        return new AcuteEffects(id, caveats, figures, model);
    }

    private static EffectModel.Pressure pressure(Section section, Figures figures)
            throws Unreadable {
        String at = "bloodPressure.";
        double most = figures.of(at + "most", section.positive("most", "mm[Hg]"));
        double half = figures.of(at + "half", section.positive("half", "ng/mL"));
        double diastolic =
                figures.of(at + "diastolicShare", section.positive("diastolicShare", "1"));
        double cv = figures.of(at + "variation", section.positive("variation", "%"));
        section.end();
        return new EffectModel.Pressure(most, half, diastolic, Variation.ofLogarithm(cv));
    }

    private static EffectModel.Dissociation dissociation(Section section, Figures figures)
            throws Unreadable {
        String at = "dissociation.";
        double most = figures.of(at + "most", section.positive("most", "{score}"));
        double half = figures.of(at + "half", section.positive("half", "ng/mL"));
        double power = figures.of(at + "steepness", section.positive("steepness", "1"));
        double repeated = figures.of(at + "repeated", section.positive("repeated", "1"));
        double last = figures.of(at + "repeatedTo", section.positive("repeatedTo", "1"));
        double spread = figures.of(at + "spread", section.positive("spread", "1"));
        section.end();
        return new EffectModel.Dissociation(
                most, half, power, repeated, (int) Math.max(1, last), spread);
    }
}
