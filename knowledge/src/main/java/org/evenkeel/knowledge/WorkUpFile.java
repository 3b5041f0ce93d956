package org.evenkeel.knowledge;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.eligibility.WorkUp.Item;
import org.evenkeel.core.eligibility.WorkUp.Lists;
import org.evenkeel.core.eligibility.WorkUp.Shown;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How a work-up stands in its file.
///
/// @param conditions how conditions are read
/// @param vocabulary what it may speak of
record WorkUpFile(ConditionFile conditions, Vocabulary vocabulary) {
    private static final List<String> KINDS =
            List.of("quantity", "score", "question", "confirmed", "list");

    WorkUp read(Section file) throws Unreadable {
        Kind.WORK_UP.require(file);
        file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        file.text("title");
        Cited<Integer> holds = file.whole("decisionHolds", "d");
        List<Item> items = file.sections("items", this::item);
        file.end();
        return new WorkUp(id, version, holds, items);
    }

    private Item item(Section section) throws Unreadable {
        String id = section.text("id");
        Optional<Condition> needed = section.has("needed")
                ? section.section("needed", conditions::read)
                : Optional.empty();
        Shown shown = shown(section);
        Optional<Cited<Integer>> within = section.optionalWhole("within", "d");
        Cited<String> words = section.cited(section.text("words"));
        return new Item(id, words, needed, shown, within);
    }

    private Shown shown(Section section) throws Unreadable {
        return switch (section.oneOf(KINDS)) {
            case "quantity" ->
                new Shown.Measured(
                        section.key("quantity", vocabulary.quantities().keySet()));
            case "score" -> new Shown.Scored(new InstrumentId(section.key("score", instruments())));
            case "question" ->
                new Shown.Asked(section.key("question", vocabulary.questions().keySet()));
            case "confirmed" ->
                new Shown.Confirmed(
                        section.key("confirmed", vocabulary.questions().keySet()));
            default -> new Shown.Listed(section.choice("list", List.of(Lists.values())));
        };
    }

    private static Set<String> instruments() {
        return Catalogue.shipped().instrumentIds().stream()
                .map(InstrumentId::value)
                .collect(Collectors.toSet());
    }
}
