package org.evenkeel.clinic.sources.web;

import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.knowledge.Kind;
import org.evenkeel.knowledge.Source;
import org.evenkeel.knowledge.Use;

import java.util.List;
import java.util.Locale;

/// What sources and what rests on them are called in plain words.
final class SourceWords {
    private SourceWords() {}

    /// A constant as an address names it, for example `open-trial`.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Source.Topic topic) {
        return switch (topic) {
            case ACUTE_EFFECT -> "effect of a series";
            case MAINTENANCE -> "keeping well";
            case REAL_WORLD -> "ordinary practice";
            case OTHER_CONDITIONS -> "other conditions";
            case SAFETY -> "safety";
            case ELIGIBILITY -> "who may be treated";
            case DRUG_IN_BODY -> "the drug in the body";
            case MEASUREMENT -> "questionnaires and codes";
            case OUR_OWN -> "our own defaults";
        };
    }

    static String of(Source.Design design) {
        return switch (design) {
            case META_ANALYSIS -> "meta-analysis";
            case RANDOMISED_TRIAL -> "randomised trial";
            case CROSSOVER_TRIAL -> "randomised crossover";
            case OPEN_TRIAL -> "open trial, no comparison";
            case COHORT -> "cohort from practice";
            case CASE_SERIES -> "case series";
            case CASE_REPORT -> "case report";
            case MEASUREMENT_STUDY -> "study of a questionnaire";
            case DRUG_MODEL -> "study of drug levels";
            case LABEL -> "label of a medicine";
            case GUIDELINE -> "guideline or consensus";
            case REVIEW -> "review";
            case TERMINOLOGY -> "terminology";
            case CONVENTION -> "convention";
            case GENERAL_KNOWLEDGE -> "general knowledge";
            case OWN_DEFAULT -> "our default";
        };
    }

    static String of(Source.Grade grade) {
        return switch (grade) {
            case STRONG -> "strong";
            case MODERATE -> "moderate";
            case WEAK -> "weak";
            case VERY_WEAK -> "very weak";
            case NO_EVIDENCE -> "no evidence";
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case PROTOCOL -> "Protocol";
            case INSTRUMENT -> "Questionnaire";
            case ELIGIBILITY_RULES -> "Rules of eligibility";
            case SUPERVISION -> "Supervision";
            case CONSENT -> "Consent text";
            case LADDER -> "Schedule";
            case ADEQUACY -> "Adequate trials";
            case PRIOR -> "What is believed before the first score";
            case PHARMACOKINETIC_MODEL -> "Drug model";
            case EFFECT_MODEL -> "Acute effects";
            case BOOSTER_SETTINGS, EXPOSURE_LIMITS, CIRCUMSTANCES, FOLLOW_UP_SETTINGS -> "Settings";
            default -> "Content";
        };
    }

    static String followed(EvidenceTag tag) {
        return switch (tag) {
            case S -> "we have seen it";
            case K -> "from general knowledge, not opened";
            case P -> "ours";
        };
    }

    /// A figure with its unit as people read it, or a rule's sentence.
    static String amount(Use use) {
        String unit = switch (use.unit()) {
            case "", "1", "{score}" -> "";
            case "a" -> "years";
            case "d" -> "days";
            case "wk" -> "weeks";
            case "min" -> "minutes";
            case "mm[Hg]" -> "mmHg";
            default -> use.unit();
        };
        return (use.words() + " " + unit).strip();
    }

    /// Keys of a content file as words, for example `dose › per kg`.
    static String place(String keys) {
        return String.join(
                " › ",
                List.of(keys.split("\\.")).stream()
                        .map(key -> key.replaceAll("([a-z])([A-Z])", "$1 $2")
                                .toLowerCase(Locale.ROOT)
                                .replace('-', ' '))
                        .toList());
    }
}
