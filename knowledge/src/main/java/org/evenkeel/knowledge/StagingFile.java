package org.evenkeel.knowledge;

import org.evenkeel.core.eligibility.Maudsley;
import org.evenkeel.core.eligibility.Maudsley.Band;
import org.evenkeel.core.eligibility.Maudsley.Grade;
import org.evenkeel.core.eligibility.MghStaging;
import org.evenkeel.core.eligibility.Resistance;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Plausible;
import org.evenkeel.core.history.Plausible.Range;
import org.evenkeel.core.history.Plausible.Slip;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How definitions of treatment resistance, scales of stages and plausible ranges stand in their
/// files.
///
/// @param vocabulary what they may speak of
/// @param adequacies rules of adequate trials by id
record StagingFile(Vocabulary vocabulary, Map<String, Adequacy> adequacies) {
    private static final String RATIO = "1";

    private enum Scope {
        EPISODE,
        EVER
    }

    private enum Count {
        INGREDIENTS,
        CLASSES
    }

    Resistances resistance(Section file) throws Unreadable {
        Kind.RESISTANCE.require(file);
        RuleFiles.heading(file);
        Map<String, String> classes = new HashMap<>();
        file.sections("classes", each -> {
            String id = each.text("id");
            each.texts("ingredients").forEach(ingredient -> classes.put(ingredient, id));
            each.end();
            return id;
        });
        List<Resistance> all =
                file.sections("definitions", each -> definition(each, Map.copyOf(classes)));
        file.end();
        return new Resistances(all);
    }

    private Resistance definition(Section section, Map<String, String> classes) throws Unreadable {
        String id = section.text("id");
        Optional<Cited<String>> title =
                section.section("title", each -> each.cited(each.text("value")));
        Adequacy adequacy = adequacy(section);
        Scope scope = section.choice("scope", List.of(Scope.values()));
        Count count = section.choice("count", List.of(Count.values()));
        Cited<Integer> least = section.whole("atLeast", RATIO);
        section.end();
        return new Resistance(
                id,
                title.orElseThrow(),
                adequacy,
                scope == Scope.EPISODE,
                count == Count.CLASSES ? classes : Map.of(),
                least);
    }

    private Adequacy adequacy(Section section) throws Unreadable {
        String id = section.key("adequacy", adequacies.keySet());
        section.stopIfWrong();
        Adequacy found = adequacies.get(id);
        if (found == null) {
            throw new Unreadable();
        }
        return found;
    }

    Maudsley maudsley(Section file) throws Unreadable {
        Kind.MAUDSLEY_STAGING.require(file);
        file.sources("sources");
        file.text("id");
        file.text("version");
        String title = file.text("title");
        List<Band> duration = file.sections("duration", StagingFile::band);
        List<Grade> severity = file.sections("severity", StagingFile::grade);
        Adequacy adequacy = adequacy(file);
        List<Band> failures = file.sections("failures", StagingFile::band);
        int augmented = file.integer("augmented");
        int convulsive = file.integer("convulsive");
        List<Band> stages = file.sections("stages", StagingFile::band);
        Cited<String> cited = file.cited(title);
        return new Maudsley(
                cited, adequacy, duration, severity, failures, augmented, convulsive, stages);
    }

    private static Band band(Section section) throws Unreadable {
        Optional<Integer> upTo =
                section.has("upTo") ? Optional.of(section.integer("upTo")) : Optional.empty();
        Band band = new Band(upTo, section.integer("points"), section.text("words"));
        section.end();
        return band;
    }

    private static Grade grade(Section section) throws Unreadable {
        List<String> codes = section.texts("codes");
        Grade grade =
                new Grade(Set.copyOf(codes), section.integer("points"), section.text("words"));
        section.end();
        return grade;
    }

    MghStaging mgh(Section file) throws Unreadable {
        Kind.MGH_STAGING.require(file);
        file.sources("sources");
        file.text("id");
        file.text("version");
        String title = file.text("title");
        Adequacy adequacy = adequacy(file);
        Cited<BigDecimal> trial = file.positive("trial", RATIO);
        Cited<BigDecimal> added = file.positive("added", RATIO);
        Cited<BigDecimal> convulsive = file.positive("convulsive", RATIO);
        Cited<String> cited = file.cited(title);
        return new MghStaging(cited, adequacy, trial, added, convulsive);
    }

    Plausible plausible(Section file) throws Unreadable {
        Kind.PLAUSIBLE_RANGES.require(file);
        RuleFiles.heading(file);
        Map<String, Range> ranges = new HashMap<>();
        file.sections("ranges", each -> {
            String id = each.key("id", vocabulary.quantities().keySet());
            each.stopIfWrong();
            String unit = Optional.ofNullable(vocabulary.quantities().get(id))
                    .map(Vocabulary.Quantity::unit)
                    .orElseThrow(Unreadable::new);
            Range range = new Range(each.positive("least", unit), each.positive("most", unit));
            each.end();
            if (ranges.put(id, range) != null) {
                throw new IllegalArgumentException("'" + id + "' stands here twice");
            }
            return id;
        });
        List<Slip> slips = file.sections("slips", StagingFile::slip);
        Cited<BigDecimal> nearness = file.positive("nearness", RATIO);
        file.end();
        return new Plausible(ranges, slips, nearness);
    }

    private static Slip slip(Section section) throws Unreadable {
        BigDecimal factor = section.decimal("factor");
        String words = section.text("words");
        Optional<String> unit =
                section.has("unit") ? Optional.of(section.text("unit")) : Optional.empty();
        section.end();
        return new Slip(factor, words, unit);
    }
}
