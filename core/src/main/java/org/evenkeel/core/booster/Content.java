package org.evenkeel.core.booster;

import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.safety.ExposureLimits;

/// The clinical content a proposal rests on, all of it loaded from cited files.
///
/// @param protocol the protocol the patient is on, never one for reference
/// @param instrument the instrument of the ratings
/// @param prior the population's prior for that instrument
/// @param settings what the clinic may set about proposals
/// @param limits from where on a trend is a signal
public record Content(
        Protocol protocol,
        Instrument instrument,
        Prior prior,
        BoosterSettings settings,
        ExposureLimits limits) {

    public Content {
        if (!protocol.mayEnrol()) {
            throw new IllegalArgumentException(protocol.whyNotEnrol().orElseThrow());
        }
    }

    /// Severity from which on a patient counts as unwell.
    public int threshold() {
        return instrument.definitions().unwellFrom().value();
    }
}
