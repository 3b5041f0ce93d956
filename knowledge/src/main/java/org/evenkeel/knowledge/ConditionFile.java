package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Comparison;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.history.Vocabulary.Quantity;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// How a condition stands in a file: one section, told apart by the one key that names its kind.
///
/// @param vocabulary what it may speak of
/// @param adequacies rules of adequate trials by id
/// @param groups lists of ingredients by name
record ConditionFile(
        Vocabulary vocabulary, Map<String, Adequacy> adequacies, Map<String, Set<String>> groups) {
    private static final String DAYS = "d";
    private static final List<String> KINDS = List.of(
            "all",
            "any",
            "not",
            "age",
            "quantity",
            "score",
            "finding",
            "diagnosis",
            "medicine",
            "failedTrials",
            "treatment");

    private enum Scope {
        EPISODE,
        EVER
    }

    private enum When {
        NOW,
        EVER
    }

    Condition read(Section section) throws Unreadable {
        section.is("condition");
        String kind = section.oneOf(KINDS);
        Condition condition = switch (kind) {
            case "all" -> new Condition.All(section.sections("all", this::read));
            case "any" -> new Condition.Any(section.sections("any", this::read));
            case "not" -> new Condition.Not(part(section));
            case "age" -> new Condition.Age(side(section, "age"), section.whole("limit", "a"));
            case "quantity" -> quantity(section);
            case "score" -> score(section);
            case "finding" ->
                new Condition.Finding(
                        section.key("finding", vocabulary.questions().keySet()),
                        section.has("within")
                                ? Optional.of(section.whole("within", DAYS))
                                : Optional.empty());
            case "diagnosis" -> diagnosis(section);
            case "medicine" -> medicine(section);
            case "failedTrials" -> failedTrials(section);
            default ->
                new Condition.OtherTreatment(
                        section.key("treatment", vocabulary.treatments().keySet()),
                        Set.copyOf(section.choices("is", List.of(Status.values()))));
        };
        section.end();
        return condition;
    }

    private Condition part(Section section) throws Unreadable {
        Optional<Condition> part = section.section("not", this::read);
        section.stopIfWrong();
        return part.orElseThrow();
    }

    private static Comparison side(Section section, String key) {
        return section.choice(key, List.of(Comparison.values()));
    }

    private Condition quantity(Section section) throws Unreadable {
        String id = section.key("quantity", vocabulary.quantities().keySet());
        section.stopIfWrong();
        Quantity quantity = vocabulary.quantities().get(id);
        if (quantity == null) {
            throw new Unreadable();
        }
        Cited<BigDecimal> limit = section.positive("limit", quantity.unit());
        return new Condition.Quantity(
                id, side(section, "is"), limit, quantity.unit(), section.whole("within", DAYS));
    }

    private static Condition score(Section section) {
        return new Condition.Score(
                new InstrumentId(section.key("score", instruments())),
                section.has("item") ? OptionalInt.of(section.integer("item")) : OptionalInt.empty(),
                side(section, "is"),
                section.whole("limit", "{score}"),
                section.whole("within", DAYS));
    }

    private static Set<String> instruments() {
        Set<String> ids = new TreeSet<>();
        Catalogue.shipped().instrumentIds().forEach(id -> ids.add(id.value()));
        return ids;
    }

    private static Condition diagnosis(Section section) throws Unreadable {
        List<String> codes = section.texts("diagnosis");
        List<Specifier> specifiers = section.has("specifiers")
                ? section.choices("specifiers", List.of(Specifier.values()))
                : List.of();
        boolean ever =
                section.has("when") && section.choice("when", List.of(When.values())) == When.EVER;
        section.stopIfWrong();
        return new Condition.Diagnosis(Set.copyOf(codes), Set.copyOf(specifiers), ever);
    }

    private Condition medicine(Section section) throws Unreadable {
        Set<String> ingredients = new TreeSet<>();
        for (String named : section.texts("medicine")) {
            Set<String> group = groups.get(named);
            if (group == null) {
                ingredients.add(named.toLowerCase(Locale.ROOT));
            } else {
                ingredients.addAll(group);
            }
        }
        Cited<Integer> since = section.whole("since", DAYS);
        Cited<Integer> within = section.whole("within", DAYS);
        section.stopIfWrong();
        return new Condition.Medicine(ingredients, since, within);
    }

    private Condition failedTrials(Section section) throws Unreadable {
        Scope scope = section.choice("failedTrials", List.of(Scope.values()));
        Cited<Integer> least = section.whole("atLeast", "1");
        String id = section.key("adequacy", adequacies.keySet());
        section.stopIfWrong();
        Adequacy adequacy = adequacies.get(id);
        if (adequacy == null) {
            throw new Unreadable();
        }
        return new Condition.FailedTrials(least, scope == Scope.EPISODE, adequacy);
    }
}
