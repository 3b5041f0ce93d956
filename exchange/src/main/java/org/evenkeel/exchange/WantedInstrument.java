package org.evenkeel.exchange;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.Optional;
import java.util.function.Function;

/// The instrument whose ratings make the courses, among those that files may mention.
///
/// @param instrument the one wanted
/// @param known gives every instrument there is
public record WantedInstrument(
        Instrument instrument, Function<InstrumentId, Optional<Instrument>> known) {

    Optional<Instrument> find(InstrumentId id) {
        return id.equals(instrument.id()) ? Optional.of(instrument) : known.apply(id);
    }
}
