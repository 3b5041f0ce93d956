package org.evenkeel.exchange;

import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Ratings of one instrument from Observations of its total.
final class FhirScores {
    /// The code system of instruments that LOINC does not have; a code is an instrument's id.
    static final String LOCAL_SYSTEM = "urn:evenkeel:instrument";
    private static final Set<String> FINISHED = Set.of("final", "amended", "corrected");

    private final Instrument instrument;
    private final FhirDates dates;

    FhirScores(Instrument instrument, FhirDates dates) {
        this.instrument = instrument;
        this.dates = dates;
    }

    /// LOINC's code of the instrument's total, or the instrument's id.
    static String totalCode(Instrument instrument) {
        return instrument
                .coding()
                .map(Instrument.Coding::total)
                .orElse(instrument.id().value());
    }

    /// The code system of [#totalCode].
    static String totalSystem(Instrument instrument) {
        return instrument.coding().isPresent() ? Terminology.SHIPPED.loinc() : LOCAL_SYSTEM;
    }

    /// The rating of an Observation; empty where it is none of the instrument's, or has a problem.
    Optional<Rating> rating(Element observation) {
        boolean ours = observation.child("code").stream()
                .anyMatch(code ->
                        FhirCodes.has(code, totalSystem(instrument), totalCode(instrument)));
        if (!ours) {
            observation.count("Observations with other codes left out");
            return Optional.empty();
        }
        if (!FhirCodes.isFinished(observation, FINISHED)) {
            return Optional.empty();
        }
        if (observation.has("dataAbsentReason")) {
            observation.count("Observations without a value left out");
            return Optional.empty();
        }
        OptionalInt day = dates.effective(observation);
        OptionalInt score = total(instrument, observation);
        return day.isPresent() && score.isPresent()
                ? Optional.of(Rating.of(day.getAsInt(), score.getAsInt()))
                : Optional.empty();
    }

    /// The total in the `value[x]` of an Observation or of an answer; adds what is wrong with it to
    /// the findings.
    static OptionalInt total(Instrument instrument, Element holder) {
        Optional<Element> quantity = holder.child("valueQuantity");
        Element parent = quantity.orElse(holder);
        String whole = holder.has("valueDecimal") ? "valueDecimal" : "valueInteger";
        String name = quantity.isPresent() ? "value" : whole;
        Optional<BigDecimal> number = parent.number(name);
        boolean isBound = quantity.isPresent() && parent.has("comparator");
        if (number.isPresent() && !isBound && isTotal(instrument, number.get())) {
            return OptionalInt.of(number.get().intValueExact());
        }
        if (number.isPresent() || !parent.has(name)) {
            String got = number.map(BigDecimal::toString).orElse("");
            holder.findings()
                    .add(parent.at(name)
                            .problem(
                                    isBound ? got + " as a bound" : got,
                                    "a whole number from " + instrument.minimum() + " to "
                                            + instrument.maximum()));
        }
        return OptionalInt.empty();
    }

    private static boolean isTotal(Instrument instrument, BigDecimal number) {
        return BigDecimal.valueOf(instrument.minimum()).compareTo(number) <= 0
                && number.compareTo(BigDecimal.valueOf(instrument.maximum())) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
