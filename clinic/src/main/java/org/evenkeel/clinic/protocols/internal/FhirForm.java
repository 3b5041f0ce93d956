package org.evenkeel.clinic.protocols.internal;

import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.fhir.ProtocolFhir;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.exchange.fhir.ProtocolFhir.Status;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.evenkeel.knowledge.Problem;
import org.evenkeel.knowledge.ProtocolText;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Protocols as FHIR bundles, out of the clinic and into it.
public final class FhirForm {
    private FhirForm() {}

    /// A bundle of all resources of a protocol, in JSON.
    ///
    /// @param life where the text stands, which the resources tell as their status
    public static byte[] of(Protocol protocol, Life life) {
        StringWriter out = new StringWriter();
        try {
            fhir("").write(protocol, Form.BUNDLE, status(life), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a resource, all of it or nothing.
    ///
    /// @param file its name, for problems
    public static Reading read(String file, byte[] bytes) {
        return fhir(file).read(file, bytes);
    }

    private static Status status(Life life) {
        return switch (life) {
            case DRAFT, REVIEWED, SIGNED -> Status.DRAFT;
            case PUBLISHED -> Status.ACTIVE;
            case RETIRED, DISCARDED -> Status.RETIRED;
        };
    }

    private static ProtocolFhir fhir(String file) {
        Catalogue shipped = Catalogue.shipped();
        return new ProtocolFhir(
                FactCodes.of(shipped.vocabulary(), shipped.instruments()),
                ProtocolText::of,
                text -> content(file, text));
    }

    private static Reading content(String file, String text) {
        return switch (ContentFile.protocol(file, text.getBytes(StandardCharsets.UTF_8))) {
            case Content.Loaded<Protocol>(Protocol protocol) -> new Reading.Read(protocol);
            case Content.Wrong<Protocol>(List<Problem> problems) ->
                new Reading.Refused(problems.stream()
                        .map(each ->
                                ProtocolFhir.inContent(file, each.line(), each.key(), each.cause()))
                        .toList());
        };
    }
}
