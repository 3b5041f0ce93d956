package org.evenkeel.knowledge;

import org.evenkeel.core.booster.BoosterSettings;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.forecast.CircumstanceRules;
import org.evenkeel.core.forecast.CircumstanceRules.Choice;
import org.evenkeel.core.forecast.CircumstanceRules.Leaning;
import org.evenkeel.core.safety.ExposureLimits;
import org.evenkeel.core.safety.ExposureLimits.DoseCreep;
import org.evenkeel.core.safety.ExposureLimits.DurationLoss;
import org.evenkeel.core.safety.ExposureLimits.EffectLoss;
import org.evenkeel.core.safety.ExposureLimits.IntervalShrink;
import org.evenkeel.core.safety.ExposureLimits.SessionCount;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.MgPerKg;

import java.util.Optional;

/// How the settings of proposals, the limits of exposure and the rules about concurrent treatments
/// stand in their files.
final class RuleFiles {
    private static final String DAYS = "d";
    private static final String RATIO = "1";

    private RuleFiles() {}

    static BoosterSettings booster(Section file) throws Unreadable {
        Kind.BOOSTER_SETTINGS.require(file);
        heading(file);
        Cited<Double> riskLimit = file.number("riskLimit", RATIO);
        Cited<Double> treatmentPrice = file.number("treatmentPrice", DAYS);
        Cited<Integer> horizon = file.whole("horizon", DAYS);
        Cited<Integer> recentScore = file.whole("recentScore", DAYS);
        Cited<Integer> review = file.whole("review", DAYS);
        Cited<Double> reactingShare = file.number("reactingShare", "1");
        Cited<Integer> stopAfterWell = file.whole("stopAfterWell", DAYS);
        file.end();
        return new BoosterSettings(
                riskLimit,
                treatmentPrice,
                horizon,
                recentScore,
                review,
                reactingShare,
                stopAfterWell);
    }

    static ExposureLimits exposure(Section file) throws Unreadable {
        Kind.EXPOSURE_LIMITS.require(file);
        heading(file);
        Optional<IntervalShrink> shrink = file.section("intervalShrink", RuleFiles::intervalShrink);
        Optional<DoseCreep> creep = file.section("doseCreep", RuleFiles::doseCreep);
        Optional<SessionCount> count = file.section("sessionCount", RuleFiles::sessionCount);
        Optional<EffectLoss> effect = file.section("effectLoss", RuleFiles::effectLoss);
        Optional<DurationLoss> duration = file.section("durationLoss", RuleFiles::durationLoss);
        file.end();
        return new ExposureLimits(
                shrink.orElseThrow(),
                creep.orElseThrow(),
                count.orElseThrow(),
                effect.orElseThrow(),
                duration.orElseThrow());
    }

    static CircumstanceRules circumstances(Section file) throws Unreadable {
        Kind.CIRCUMSTANCES.require(file);
        heading(file);
        Optional<Choice> antidepressant = file.section("antidepressant", RuleFiles::choice);
        Optional<Choice> psychotherapy = file.section("psychotherapy", RuleFiles::choice);
        Optional<Choice> benzodiazepine = file.section("benzodiazepine", RuleFiles::choice);
        file.end();
        return new CircumstanceRules(
                antidepressant.orElseThrow(),
                psychotherapy.orElseThrow(),
                benzodiazepine.orElseThrow());
    }

    private static Choice choice(Section section) throws Unreadable {
        Optional<Leaning> with = section.section("with", RuleFiles::leaning);
        Optional<Leaning> without = section.section("without", RuleFiles::leaning);
        section.end();
        return new Choice(with.orElseThrow(), without.orElseThrow());
    }

    private static Leaning leaning(Section section) throws Unreadable {
        Cited<Double> benefit = section.number("benefit", RATIO);
        Cited<Double> lasting = section.number("lasting", RATIO);
        section.end();
        return new Leaning(benefit, lasting);
    }

    static FollowUpSettings followUp(Section file) throws Unreadable {
        Kind.FOLLOW_UP_SETTINGS.require(file);
        heading(file);
        Optional<FollowUpSettings.Stretch> stretch = file.section("stretch", RuleFiles::stretch);
        Optional<FollowUpSettings.TreatmentFree> free =
                file.section("treatmentFree", RuleFiles::treatmentFree);
        file.end();
        return new FollowUpSettings(stretch.orElseThrow(), free.orElseThrow());
    }

    private static FollowUpSettings.Stretch stretch(Section rule) throws Unreadable {
        Cited<Integer> longerBy = rule.whole("longerBy", DAYS);
        Cited<Integer> length = rule.whole("length", DAYS);
        Cited<Integer> rise = rule.whole("rise", RATIO);
        rule.end();
        return new FollowUpSettings.Stretch(longerBy, length, rise);
    }

    private static FollowUpSettings.TreatmentFree treatmentFree(Section rule) throws Unreadable {
        Cited<Integer> length = rule.whole("length", DAYS);
        Cited<Integer> askEvery = rule.whole("askEvery", DAYS);
        Cited<Integer> confirm = rule.whole("confirm", DAYS);
        Cited<Integer> rise = rule.whole("rise", RATIO);
        Cited<Double> returnRisk = rule.number("returnRisk", RATIO);
        rule.end();
        return new FollowUpSettings.TreatmentFree(length, askEvery, confirm, rise, returnRisk);
    }

    static void heading(Section file) {
        file.sources("sources");
        file.text("id");
        file.text("version");
        file.text("title");
    }

    private static IntervalShrink intervalShrink(Section rule) throws Unreadable {
        Cited<Integer> intervals = rule.whole("intervals", RATIO);
        Cited<Double> amberSlope = rule.number("amberSlope", RATIO);
        Cited<Integer> redCount = rule.whole("redCount", RATIO);
        Cited<Double> redRatio = rule.number("redRatio", RATIO);
        rule.end();
        return new IntervalShrink(intervals, amberSlope, redCount, redRatio);
    }

    private static DoseCreep doseCreep(Section rule) throws Unreadable {
        Cited<Double> amberRatio = rule.number("amberRatio", RATIO);
        Cited<Double> redRatio = rule.number("redRatio", RATIO);
        Cited<MgPerKg> redAbove = rule.positive("redAbove", "mg/kg").map(MgPerKg::new);
        Cited<MgPerKg> byMouth = rule.positive("redAboveByMouth", "mg/kg").map(MgPerKg::new);
        rule.end();
        return new DoseCreep(amberRatio, redRatio, redAbove, byMouth);
    }

    private static SessionCount sessionCount(Section rule) throws Unreadable {
        Cited<Integer> window = rule.whole("window", DAYS);
        Cited<Integer> afterDay = rule.whole("afterDay", DAYS);
        Cited<Integer> amberAbove = rule.whole("amberAbove", RATIO);
        Cited<Integer> redAbove = rule.whole("redAbove", RATIO);
        rule.end();
        return new SessionCount(window, afterDay, amberAbove, redAbove);
    }

    private static EffectLoss effectLoss(Section rule) throws Unreadable {
        Cited<Double> amberLoss = rule.number("amberLoss", RATIO);
        Cited<Double> redLoss = rule.number("redLoss", RATIO);
        Cited<Integer> redDoses = rule.whole("redDoses", RATIO);
        Cited<Integer> ownDoses = rule.whole("ownDoses", RATIO);
        Cited<Integer> daysBefore = rule.whole("before", DAYS);
        Cited<Integer> daysAfter = rule.whole("after", DAYS);
        rule.end();
        return new EffectLoss(amberLoss, redLoss, redDoses, ownDoses, daysBefore, daysAfter);
    }

    private static DurationLoss durationLoss(Section rule) throws Unreadable {
        Cited<Double> redLoss = rule.number("redLoss", RATIO);
        Cited<Integer> redDoses = rule.whole("redDoses", RATIO);
        Cited<Integer> ownDoses = rule.whole("ownDoses", RATIO);
        rule.end();
        return new DurationLoss(redLoss, redDoses, ownDoses);
    }
}
