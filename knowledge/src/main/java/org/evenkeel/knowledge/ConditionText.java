package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes a condition as [ConditionFile] reads it.
///
/// @param groups lists of ingredients by name
record ConditionText(Map<String, Set<String>> groups) {
    private static final String DAYS = "d";

    Keys write(Condition condition, Keys keys) {
        return switch (condition) {
            case Condition.All all -> keys.sections("all", all.parts(), this::write);
            case Condition.Any any -> keys.sections("any", any.parts(), this::write);
            case Condition.Not not -> keys.section("not", not.part(), this::write);
            case Condition.Age age -> keys.word("age", age.is()).cited("limit", "a", age.years());
            case Condition.Quantity asked ->
                keys.put("quantity", asked.quantity())
                        .word("is", asked.is())
                        .cited("limit", asked.unit(), asked.limit())
                        .cited("within", DAYS, asked.within());
            case Condition.Score asked -> {
                keys.put("score", asked.instrument().value());
                asked.item().ifPresent(item -> keys.put("item", item));
                yield keys.word("is", asked.is())
                        .cited("limit", "{score}", asked.limit())
                        .cited("within", DAYS, asked.within());
            }
            case Condition.Finding asked ->
                keys.put("finding", asked.question()).maybe("within", DAYS, asked.within());
            case Condition.Diagnosis asked -> diagnosis(asked, keys);
            case Condition.Medicine asked ->
                keys.put("medicine", named(asked.ingredients()))
                        .cited("since", DAYS, asked.since())
                        .cited("within", DAYS, asked.within());
            case Condition.FailedTrials asked ->
                keys.put("failedTrials", asked.episode() ? "episode" : "ever")
                        .cited("atLeast", "1", asked.atLeast())
                        .put("adequacy", asked.adequacy().id());
            case Condition.OtherTreatment asked ->
                keys.put("treatment", asked.treatment()).put("is", words(asked.statuses()));
        };
    }

    private static Keys diagnosis(Condition.Diagnosis asked, Keys keys) {
        keys.put("diagnosis", List.copyOf(new TreeSet<>(asked.codes())));
        if (!asked.specifiers().isEmpty()) {
            keys.put("specifiers", words(asked.specifiers()));
        }
        return asked.ever() ? keys.put("when", "ever") : keys;
    }

    private static List<String> words(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Section::word).sorted().toList();
    }

    /// The name of a group where these are its ingredients, else the ingredients.
    private List<String> named(Set<String> ingredients) {
        for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
            if (group.getValue().equals(ingredients)) {
                return List.of(group.getKey());
            }
        }
        for (String ingredient : ingredients) {
            if (groups.containsKey(ingredient)
                    && !groups.get(ingredient).equals(Set.of(ingredient))) {
                throw new IllegalArgumentException("'" + ingredient
                        + "' is the name of a group and cannot be written as an ingredient");
            }
        }
        return List.copyOf(new TreeSet<>(ingredients));
    }
}
