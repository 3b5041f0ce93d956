package org.evenkeel.knowledge;

import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.history.Vocabulary.Quantity;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.Mg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// How the words of a chart, the rules of adequate trials and the groups of medicines stand in
/// their files.
final class HistoryFiles {
    private HistoryFiles() {}

    /// An entry of a list and the id by which it is found.
    private record Named<T>(String id, T value) {}

    static Vocabulary vocabulary(Section file) throws Unreadable {
        Kind.VOCABULARY.require(file);
        RuleFiles.heading(file);
        Map<String, Quantity> quantities = byId(file, "quantities", quantity -> {
            return new Quantity(
                    quantity.text("title"),
                    quantity.text("unit"),
                    quantity.has("loinc") ? Optional.of(quantity.text("loinc")) : Optional.empty());
        });
        Map<String, String> questions = byId(file, "questions", question -> question.text("title"));
        Map<String, String> treatments =
                byId(file, "treatments", treatment -> treatment.text("title"));
        file.end();
        return new Vocabulary(quantities, questions, treatments);
    }

    static Adequacy adequacy(Section file) throws Unreadable {
        Kind.ADEQUACY.require(file);
        RuleFiles.heading(file);
        String id = file.text("id");
        Cited<Integer> weeks = file.whole("weeks", "wk");
        Optional<Cited<Improvement>> failed = file.section(
                "failedUpTo",
                section -> section.cited(
                        section.choice("value", List.of(Improvement.NONE, Improvement.PARTIAL))));
        Map<String, Cited<Mg>> doses =
                byId(file, "doses", dose -> dose.positive("least", "mg").map(Mg::new));
        Set<String> augmenting =
                file.has("augmenting") ? Set.copyOf(file.texts("augmenting")) : Set.of();
        file.end();
        return new Adequacy(id, weeks, failed.orElseThrow(), doses, augmenting);
    }

    /// Lists of ingredients by name.
    static MedicineGroups medicines(Section file) throws Unreadable {
        Kind.MEDICINE_GROUPS.require(file);
        RuleFiles.heading(file);
        Map<String, Set<String>> groups =
                byId(file, "groups", group -> Set.copyOf(group.texts("ingredients")));
        file.end();
        return new MedicineGroups(groups);
    }

    private static <T> Map<String, T> byId(Section file, String key, Function<Section, T> reader) {
        Map<String, T> found = new HashMap<>();
        List<Named<T>> entries = file.sections(key, entry -> {
            Named<T> named = new Named<>(entry.text("id"), reader.apply(entry));
            entry.end();
            if (found.put(named.id(), named.value()) != null) {
                throw new IllegalArgumentException("'" + named.id() + "' stands here twice");
            }
            return named;
        });
        return entries.isEmpty() ? Map.of() : Map.copyOf(found);
    }
}
