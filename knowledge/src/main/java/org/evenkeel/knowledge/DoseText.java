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

/// Writes a dose rule as [DoseFile] reads it.
///
/// @param conditions how conditions are written
record DoseText(ConditionText conditions) {
    private static final String PER_KG = "mg/kg";
    private static final String MG = "mg";

    Keys write(DoseRule rule, Keys keys) {
        return switch (rule) {
            case DoseRule.ByWeight byWeight -> byWeight(byWeight, keys);
            case DoseRule.Fixed fixed -> fixed(fixed, keys);
        };
    }

    private Keys byWeight(DoseRule.ByWeight rule, Keys keys) {
        return keys.put("rule", "by-weight")
                .cited("perKg", PER_KG, rule.perKg().map(MgPerKg::value))
                .cited("cap", PER_KG, rule.cap().map(MgPerKg::value))
                .maybe("least", PER_KG, rule.least().map(each -> each.map(MgPerKg::value)))
                .maybe("most", MG, rule.most().map(each -> each.map(Mg::value)))
                .section("weight", rule.weight(), DoseText::weight)
                .cited("lightest", "kg", rule.lightest().map(Kg::value))
                .cited("heaviest", "kg", rule.heaviest().map(Kg::value))
                .cited("roundTo", MG, rule.roundTo().map(Mg::value))
                .section("titration", rule.titration(), this::titration);
    }

    private Keys fixed(DoseRule.Fixed rule, Keys keys) {
        return keys.put("rule", "fixed")
                .cited(
                        "steps",
                        MG,
                        rule.steps().map(steps -> steps.stream().map(Mg::value).toList()))
                .cited("first", MG, rule.first().map(Mg::value))
                .section("older", rule.older(), DoseText::older)
                .section("device", rule.device(), DoseText::device)
                .section("titration", rule.titration(), this::titration);
    }

    private static Keys older(Older older, Keys keys) {
        return keys.cited("from", "a", older.from())
                .cited("first", MG, older.first().map(Mg::value));
    }

    private static Keys device(Device device, Keys keys) {
        return keys.cited("each", MG, device.each().map(Mg::value))
                .cited("sprays", "1", device.sprays())
                .cited("rest", "min", device.restMinutes());
    }

    private Keys titration(Titration titration, Keys keys) {
        if (!titration.perKg().isEmpty()) {
            // A file gives the steps evidence of their own; what is kept is that of the words.
            Cited<?> steps = titration
                    .words()
                    .map(_ -> titration.perKg().stream().map(MgPerKg::value).toList());
            keys.cited("steps", PER_KG, steps);
        }
        return trigger(titration.trigger(), keys, conditions).words(titration.words());
    }

    /// The trigger as [DoseFile#trigger] reads it.
    static Keys trigger(Trigger trigger, Keys keys, ConditionText conditions) {
        return switch (trigger) {
            case Trigger.Met met -> keys.section("if", met.condition(), conditions::write);
            case Trigger.NoResponse none ->
                keys.section(
                        "noResponse",
                        none,
                        (rule, inside) -> inside.cited("afterVisits", "1", rule.afterVisits())
                                .cited("lessThan", "1", rule.lessThan()));
            case Trigger.ByPrescriber _ -> keys;
        };
    }

    private static Keys weight(WeightRule rule, Keys keys) {
        return switch (rule) {
            case WeightRule.Actual _ -> keys.put("rule", "actual");
            case WeightRule.Capped capped ->
                keys.put("rule", "capped").cited("most", "kg", capped.most().map(Kg::value));
            case WeightRule.Ideal ideal ->
                keys.put("rule", "ideal")
                        .cited("maleBase", "kg", ideal.maleBase().map(Kg::value))
                        .cited("femaleBase", "kg", ideal.femaleBase().map(Kg::value))
                        .cited("perInch", "kg", ideal.perInch().map(Kg::value))
                        .cited("fromHeight", "cm", ideal.fromHeight().map(Cm::value))
                        .cited("toHeight", "cm", ideal.toHeight().map(Cm::value));
        };
    }
}
