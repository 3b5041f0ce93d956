package org.evenkeel.clinic.content;

import org.evenkeel.core.booster.BoosterSettings;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.safety.ExposureLimits;

import java.util.List;
import java.util.Optional;

/// All clinical content, loaded once.
///
/// @param instruments every instrument
/// @param protocols every protocol
/// @param prior the population prior of the instrument the clinic forecasts by
/// @param settings what a clinic may set about proposals
/// @param limits from where on a trend is a signal
/// @param followUp what agreements about the coming weeks start from
public record ClinicContent(
        List<Instrument> instruments,
        List<Protocol> protocols,
        Prior prior,
        BoosterSettings settings,
        ExposureLimits limits,
        FollowUpSettings followUp) {

    /// The instrument the clinic forecasts by.
    public static final InstrumentId FORECAST_BY = new InstrumentId("phq-9");

    public ClinicContent {
        instruments = List.copyOf(instruments);
        protocols = List.copyOf(protocols);
    }

    /// An instrument by id.
    public Optional<Instrument> instrument(InstrumentId id) {
        return instruments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// A protocol by id.
    public Optional<Protocol> protocol(ProtocolId id) {
        return protocols.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The protocols a patient may be put on.
    public List<Protocol> forEnrolment() {
        return protocols.stream().filter(Protocol::mayEnrol).toList();
    }

    /// The instrument the clinic forecasts by.
    public Instrument forecastInstrument() {
        return instrument(FORECAST_BY).orElseThrow();
    }

    /// Instruments whose items may be shown, so that they can be filled in.
    public List<Instrument> questionnaires() {
        return instruments.stream().filter(each -> !each.items().isEmpty()).toList();
    }

    /// What a proposal for a patient on a protocol rests on.
    public Content forProposal(Protocol protocol) {
        return new Content(protocol, forecastInstrument(), prior, settings, limits);
    }
}
