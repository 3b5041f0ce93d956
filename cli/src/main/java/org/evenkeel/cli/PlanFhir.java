package org.evenkeel.cli;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.fhir.ProtocolFhir;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.evenkeel.knowledge.ProtocolText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Protocols as FHIR resources: out of the catalogue, and from a file into the form of content
/// files.
final class PlanFhir {
    private PlanFhir() {}

    static void write(Protocol protocol, Form form, Optional<Path> out, Console console)
            throws Refusal, IOException {
        try (Output output = Output.open(out, console)) {
            fhir("").write(protocol, form, output.writer());
            output.commit();
        }
    }

    /// Reads a resource and writes the content file it holds; of a wrong one nothing.
    static void convert(Path file, Optional<Path> out, Console console)
            throws Refusal, IOException {
        Protocol protocol = switch (read(file)) {
            case Reading.Read(Protocol found) -> found;
            case Reading.Refused(List<Problem> problems) ->
                throw Refusal.input(problems.stream().map(Problem::words).toList());
        };
        try (Output output = Output.open(out, console)) {
            output.writer().write(ProtocolText.of(protocol));
            output.commit();
        }
    }

    private static Reading read(Path file) throws Refusal {
        if (Files.isDirectory(file)) {
            throw Refusal.usage(file + ": is a folder; name a file");
        }
        // One byte more than allowed is enough to know that there is too much.
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream.readNBytes(ProtocolFhir.MAX_BYTES + 1));
        } catch (IOException failure) {
            throw Refusal.usage(file + ": cannot be read: " + Output.reason(failure));
        }
    }

    static Reading read(String file, byte[] bytes) {
        return fhir(file).read(file, bytes);
    }

    private static ProtocolFhir fhir(String file) {
        Catalogue shipped = Catalogue.shipped();
        return new ProtocolFhir(
                FactCodes.of(shipped.vocabulary(), shipped.instruments()),
                ProtocolText::of,
                text -> content(file, text));
    }

    /// A problem's line is one of the content file inside the resource.
    private static Reading content(String file, String text) {
        return switch (ContentFile.protocol(file, text.getBytes(StandardCharsets.UTF_8))) {
            case Content.Loaded<Protocol>(Protocol protocol) -> new Reading.Read(protocol);
            case Content.Wrong<Protocol>(List<org.evenkeel.knowledge.Problem> problems) ->
                new Reading.Refused(problems.stream()
                        .map(each ->
                                ProtocolFhir.inContent(file, each.line(), each.key(), each.cause()))
                        .toList());
        };
    }
}
