package org.evenkeel.knowledge;

import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Optional;

/// What stands behind a citation: what was done, with how many people, what came out, what speaks
/// against it and how far we trust it, in our own words.
///
/// @param id the short name that content files use in `sources`
/// @param also other short names it goes by there
/// @param title how people call it, for example `Murrough 2013`
/// @param citation where it was published
/// @param identifiers in lower case with their kind before a colon: `doi:`, `pmid:`, `pmc:`, `nct:`
/// @param topic what it is about
/// @param design what was done
/// @param people how many were studied; empty where that has no meaning or is not known
/// @param showed what came out
/// @param contradicted what speaks against it
/// @param grade how far we trust it for what we use it for
/// @param reason why
/// @param overstated what popular texts make of it beyond what it showed
/// @param seen how far we followed it ourselves
/// @param restsOn ids of the sources it was itself made from
public record Source(
        String id,
        List<String> also,
        String title,
        String citation,
        List<String> identifiers,
        Topic topic,
        Design design,
        Optional<People> people,
        List<Statement> showed,
        List<Dispute> contradicted,
        Grade grade,
        String reason,
        List<String> overstated,
        EvidenceTag seen,
        List<String> restsOn) {

    public Source {
        also = List.copyOf(also);
        identifiers = List.copyOf(identifiers);
        showed = List.copyOf(showed);
        contradicted = List.copyOf(contradicted);
        overstated = List.copyOf(overstated);
        restsOn = List.copyOf(restsOn);
        if (showed.isEmpty()) {
            throw new IllegalArgumentException("a source must say what it showed");
        }
        if (design == Design.CASE_REPORT && people.stream().anyMatch(each -> each.count() > 2)) {
            throw new IllegalArgumentException("a case report has one or two people, got "
                    + people.map(People::count).orElse(0));
        }
        if (design == Design.OWN_DEFAULT && grade != Grade.NO_EVIDENCE) {
            throw new IllegalArgumentException(
                    "a default of ours has the grade no-evidence, got " + grade);
        }
    }

    /// What a source is about.
    public enum Topic {
        ACUTE_EFFECT,
        MAINTENANCE,
        REAL_WORLD,
        OTHER_CONDITIONS,
        SAFETY,
        ELIGIBILITY,
        DRUG_IN_BODY,
        MEASUREMENT,
        OUR_OWN
    }

    /// What was done, roughly from what convinces most to what convinces least.
    public enum Design {
        META_ANALYSIS,
        RANDOMISED_TRIAL,
        CROSSOVER_TRIAL,
        OPEN_TRIAL,
        COHORT,
        CASE_SERIES,
        CASE_REPORT,
        MEASUREMENT_STUDY,
        DRUG_MODEL,
        LABEL,
        GUIDELINE,
        REVIEW,
        TERMINOLOGY,
        CONVENTION,
        GENERAL_KNOWLEDGE,
        OWN_DEFAULT
    }

    /// How far we trust a source for what we use it for. It is our judgement, not a formal rating.
    public enum Grade {
        STRONG,
        MODERATE,
        WEAK,
        VERY_WEAK,
        NO_EVIDENCE
    }

    /// How many people were studied.
    public record People(int count, EvidenceTag tag) {
        public People {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "the number of people must be at least 1, got " + count);
            }
        }
    }

    /// A thing a source showed.
    public record Statement(String words, EvidenceTag tag) {}

    /// What speaks against a source.
    ///
    /// @param source id of the one that says so
    /// @param words what it says
    public record Dispute(String source, String words) {}
}
