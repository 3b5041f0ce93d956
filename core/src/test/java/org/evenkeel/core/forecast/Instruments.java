package org.evenkeel.core.forecast;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Optional;

/// A PHQ-9 as the tests of this room need it; the shipped one lives in the knowledge module.
public final class Instruments {
    private Instruments() {}

    public static Instrument phq9() {
        return new Instrument(
                new InstrumentId("phq-9"),
                "test",
                "PHQ-9",
                0,
                27,
                Optional.empty(),
                List.of(),
                List.of(),
                cited(2),
                Optional.of(new Instrument.RiskItem(9, cited(1))),
                new Instrument.Definitions(
                        cited(10),
                        cited(5),
                        cited(0.5),
                        cited(0.75),
                        cited(2.5),
                        cited(1.96),
                        cited(5),
                        cited(5),
                        new Instrument.Relapse(cited(10), cited(5), cited(1), cited(7))),
                List.of(),
                "test",
                List.of());
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }
}
