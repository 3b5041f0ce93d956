package org.evenkeel.exchange;

import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.Optional;
import java.util.function.Function;

/// The instruments a reading needs: the one whose ratings are wanted, and the ones it may meet.
///
/// @param wanted the instrument whose ratings make the courses
/// @param known gives every instrument there is
public record Catalogue(Instrument wanted, Function<InstrumentId, Optional<Instrument>> known) {

    Optional<Instrument> find(InstrumentId id) {
        return id.equals(wanted.id()) ? Optional.of(wanted) : known.apply(id);
    }
}
