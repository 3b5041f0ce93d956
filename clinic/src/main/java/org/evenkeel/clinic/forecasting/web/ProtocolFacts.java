package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.forecasting.web.PatientPage.Fact;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a patient's page says of their protocol, each figure with its source, and how it stands
/// with the agreement to it.
final class ProtocolFacts {
    private ProtocolFacts() {}

    static List<Fact> of(Protocol protocol) {
        Stream<Fact> dose = Stream.of(new Fact("First dose", List.of(dose(protocol.dose()))));
        return Stream.concat(
                        dose,
                        protocol.maintenance().stream()
                                .map(part -> new Fact("Interval", intervals(part))))
                .toList();
    }

    private static Figure dose(DoseRule rule) {
        return switch (rule) {
            case DoseRule.ByWeight it ->
                Figure.of(Words.amount(it.perKg().value().value()) + " mg/kg", it.perKg());
            case DoseRule.Fixed it ->
                Figure.of(Words.amount(it.first().value().value()) + " mg", it.first());
        };
    }

    private static List<Figure> intervals(Maintenance maintenance) {
        IntervalBounds bounds = maintenance.bounds();
        return Stream.concat(
                        maintenance.usual().stream()
                                .map(usual -> Figure.of(
                                        "usually " + Words.days(usual.days().value()),
                                        usual.days())),
                        Stream.of(
                                Figure.of(
                                        "at least "
                                                + Words.days(
                                                        bounds.minimumDays().value()),
                                        bounds.minimumDays()),
                                Figure.of(
                                        "at most "
                                                + Words.days(
                                                        bounds.maximumDays().value()),
                                        bounds.maximumDays())))
                .toList();
    }

    /// How it stands with the agreement to this treatment.
    static Fact consent(Validity validity) {
        return new Fact("Consent", words(validity), false, true, List.of());
    }

    private static String words(Validity validity) {
        return switch (validity) {
            case Validity.Holds holds ->
                "agreed " + Words.day(holds.given().on()) + ", holds through "
                        + Words.day(holds.through());
            case Validity.Lacking(List<Validity.Lack> lacks) ->
                has(lacks, Validity.Reason.NO_TEXT) || has(lacks, Validity.Reason.NEVER_GIVEN)
                        ? lacking(lacks)
                        : has(lacks, Validity.Reason.WITHDRAWN)
                                ? "withdrawn"
                                : "due again: " + lower(lacks.getFirst().words());
        };
    }

    private static String lacking(List<Validity.Lack> lacks) {
        return has(lacks, Validity.Reason.NO_TEXT)
                ? "no text to agree to for this use"
                : "never agreed";
    }

    private static boolean has(List<Validity.Lack> lacks, Validity.Reason reason) {
        return lacks.stream().anyMatch(lack -> lack.reason() == reason);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /// The lines of both, consent last.
    static List<Fact> of(Protocol protocol, Optional<Validity> validity) {
        return Stream.concat(of(protocol).stream(), validity.stream().map(ProtocolFacts::consent))
                .toList();
    }
}
