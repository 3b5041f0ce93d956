package org.evenkeel.core.instrument;

import org.evenkeel.core.instrument.Instrument.AnswerOption;
import org.evenkeel.core.instrument.Instrument.Band;
import org.evenkeel.core.instrument.Instrument.Definitions;
import org.evenkeel.core.instrument.Instrument.Item;
import org.evenkeel.core.instrument.Instrument.Relapse;
import org.evenkeel.core.instrument.Instrument.RiskItem;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A made-up questionnaire of five items from 0 to 3, the fifth about self-harm.
final class SmallInstrument {
    static final int ITEMS = 5;

    private SmallInstrument() {}

    static Instrument instrument(Relapse relapse) {
        List<Item> items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> new Item(number, "code-" + number, "item " + number))
                .toList();
        List<AnswerOption> answers = IntStream.rangeClosed(0, 3)
                .mapToObj(value -> new AnswerOption(value, "answer-" + value, "answer " + value))
                .toList();
        return new Instrument(
                new InstrumentId("small"),
                "1",
                "Small",
                0,
                3 * ITEMS,
                Optional.empty(),
                items,
                answers,
                cited(2),
                Optional.of(new RiskItem(ITEMS, cited(1))),
                definitions(relapse),
                List.of(new Band(0, "none"), new Band(4, "some"), new Band(8, "much")),
                "none",
                List.of());
    }

    static Instrument instrument() {
        return instrument(new Relapse(cited(8), cited(4), cited(1), cited(7)));
    }

    private static Definitions definitions(Relapse relapse) {
        return new Definitions(
                cited(8),
                cited(4),
                cited(0.5),
                cited(0.75),
                cited(2.0),
                cited(1.96),
                cited(4),
                cited(4),
                relapse);
    }

    static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }
}
