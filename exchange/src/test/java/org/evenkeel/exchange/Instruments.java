package org.evenkeel.exchange;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Instruments for tests: their ranges and codes are the real ones, their thresholds are not used.
final class Instruments {
    private static final List<String> PHQ9_ITEMS = List.of(
            "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
            "44260-8");

    static final Instrument PHQ9 = instrument(
            "phq-9",
            27,
            Optional.of(new Instrument.Coding(Optional.of("44249-1"), "44261-6")),
            IntStream.rangeClosed(1, 9)
                    .mapToObj(n -> new Instrument.Item(n, PHQ9_ITEMS.get(n - 1), "item " + n))
                    .toList());
    static final Instrument GAD7 = instrument(
            "gad-7",
            21,
            Optional.of(new Instrument.Coding(Optional.of("69737-5"), "70274-6")),
            List.of());
    static final Instrument MADRS = instrument("madrs", 60, Optional.empty(), List.of());
    static final WantedInstrument WANTED = wanted(PHQ9);

    private Instruments() {}

    static WantedInstrument wanted(Instrument wanted) {
        return new WantedInstrument(wanted, Instruments::find);
    }

    private static Optional<Instrument> find(InstrumentId id) {
        return Stream.of(PHQ9, GAD7, MADRS)
                .filter(known -> known.id().equals(id))
                .findFirst();
    }

    private static Instrument instrument(
            String id,
            int maximum,
            Optional<Instrument.Coding> coding,
            List<Instrument.Item> items) {
        return new Instrument(
                new InstrumentId(id),
                "test",
                id,
                0,
                maximum,
                coding,
                items,
                items.isEmpty() ? List.of() : answers(),
                cited(items.isEmpty() ? 0 : 1),
                items.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Instrument.RiskItem(items.size(), cited(1))),
                new Instrument.Definitions(
                        cited(10),
                        cited(5),
                        cited(0.5),
                        cited(0.75),
                        cited(2.5),
                        cited(1.96),
                        cited(5),
                        cited(5),
                        new Instrument.Relapse(cited(10), cited(5), cited(1), cited(14))),
                List.of(),
                "none",
                List.of());
    }

    private static List<Instrument.AnswerOption> answers() {
        return List.of(
                new Instrument.AnswerOption(0, "LA6568-5", "Not at all"),
                new Instrument.AnswerOption(1, "LA6569-3", "Several days"),
                new Instrument.AnswerOption(2, "LA6570-1", "More than half the days"),
                new Instrument.AnswerOption(3, "LA6571-9", "Nearly every day"));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "for tests");
    }
}
