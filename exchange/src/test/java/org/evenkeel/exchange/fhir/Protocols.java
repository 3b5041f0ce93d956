package org.evenkeel.exchange.fhir;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentFile;
import org.evenkeel.knowledge.ProtocolText;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The shipped protocols, others drawn by chance, and how they go out and come back.
final class Protocols {
    static final List<Protocol> SHIPPED = Catalogue.shipped().protocols();
    static final FactCodes CODES =
            FactCodes.of(Catalogue.shipped().vocabulary(), Catalogue.shipped().instruments());
    static final ProtocolFhir FHIR =
            new ProtocolFhir(CODES, ProtocolText::of, Protocols::readContent);
    private static final Pattern NUMBER = Pattern.compile("(?<=[ \\[])\\d+(?:\\.\\d+)?(?=[,\\]])");

    private Protocols() {}

    private static Reading readContent(String text) {
        return switch (load(text)) {
            case Content.Loaded<Protocol>(Protocol protocol) -> new Reading.Read(protocol);
            case Content.Wrong<Protocol>(var problems) ->
                new Reading.Refused(problems.stream()
                        .map(each ->
                                new Problem("content", each.line(), each.key(), "", each.cause()))
                        .toList());
        };
    }

    private static Content<Protocol> load(String text) {
        return ContentFile.protocol("content", text.getBytes(StandardCharsets.UTF_8));
    }

    /// A shipped protocol with some of its numbers changed, which the strict loader allows.
    static Protocol random(Random random) {
        while (true) {
            Protocol shipped = SHIPPED.get(random.nextInt(SHIPPED.size()));
            String text = ProtocolText.of(shipped);
            List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
            StringBuilder changed = new StringBuilder(text);
            MatchResult number = numbers.get(random.nextInt(numbers.size()));
            changed.replace(number.start(), number.end(), other(random, number.group()));
            Optional<Protocol> read = loaded(changed.toString());
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    private static String other(Random random, String number) {
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(random.nextInt(200));
            case 1 -> number + "0";
            default -> number.contains(".") ? number + random.nextInt(10) : "1" + number;
        };
    }

    private static Optional<Protocol> loaded(String text) {
        return load(text) instanceof Content.Loaded<Protocol>(Protocol protocol)
                ? Optional.of(protocol)
                : Optional.empty();
    }

    static String written(Protocol protocol, Form form) throws IOException {
        StringWriter out = new StringWriter();
        FHIR.write(protocol, form, out);
        return out.toString();
    }

    static Reading read(String json) {
        return FHIR.read("plan.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// What is wrong with a resource, a sentence each.
    static List<String> problems(String json) {
        return read(json) instanceof Reading.Refused(List<Problem> problems)
                ? new ArrayList<>(problems.stream().map(Problem::words).toList())
                : List.of();
    }
}
