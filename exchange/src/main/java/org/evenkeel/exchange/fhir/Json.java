package org.evenkeel.exchange.fhir;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes trees as JSON and reads them.
final class Json {
    static final int DEPTH = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private Json() {}

    /// Writes an object indented and ends the line; the writer stays open.
    static void write(Tree tree, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            write(tree.members(), json);
            json.writeRaw("\n");
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
    }

    private static void write(Object value, JsonGenerator json) {
        switch (value) {
            case Map<?, ?> members -> {
                json.writeStartObject();
                members.forEach((name, member) -> {
                    json.writeName(String.valueOf(name));
                    write(member, json);
                });
                json.writeEndObject();
            }
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(item -> write(item, json));
                json.writeEndArray();
            }
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }

    /// Reads one object.
    ///
    /// @throws JacksonException for what is not JSON, or beyond the limits, or no single object
    static Map<String, Object> read(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "no object");
            }
            Map<String, Object> object = object(json);
            if (json.nextToken() != null) {
                throw new StreamReadException(json, "more than one object");
            }
            return object;
        }
    }

    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    /// JSON's null, which FHIR has only inside lists, is an empty text.
    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> json.getString();
            default -> "";
        };
    }

    /// An exponent beyond what a decimal can have is no broken JSON to the parser.
    private static BigDecimal number(JsonParser json) {
        try {
            return json.getDecimalValue();
        } catch (NumberFormatException _) {
            throw new StreamReadException(json, "a number beyond the limits");
        }
    }

    /// Indented, with the same line ends everywhere.
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }
}
