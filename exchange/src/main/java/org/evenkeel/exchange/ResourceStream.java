package org.evenkeel.exchange;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a Bundle or NDJSON resource by resource; only one resource is in memory at a time, and
/// only if its type is wanted.
///
/// Each JSON value of the file is a Bundle or a resource, whatever the file is called.
final class ResourceStream {
    static final int DEPTH = 100;
    static final int TEXT_LENGTH = 10_000_000;
    static final int RESOURCE_SIZE = 1_000_000;
    private static final String JSON = "a FHIR R4 Bundle in JSON, or NDJSON";
    private static final String BUNDLE = "Bundle";

    private static final JsonFactory JSON_FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT_LENGTH)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

    /// One resource of the file. Those whose type is not wanted come without members.
    ///
    /// @param type its `resourceType`
    /// @param fullUrl what its Bundle calls it
    /// @param element its members
    record Resource(String type, Optional<String> fullUrl, Element element) {}

    private final String file;
    private final Set<String> wanted;
    private final Consumer<Resource> sink;
    private final Findings findings;
    private int entries;
    private int budget;
    private int lastLine;

    ResourceStream(String file, Set<String> wanted, Consumer<Resource> sink, Findings findings) {
        this.file = file;
        this.wanted = wanted;
        this.sink = sink;
        this.findings = findings;
    }

    /// Reads a file to its end, or to where it stops being JSON.
    static void read(
            Source source, Set<String> wanted, Consumer<Resource> sink, Findings findings) {
        var stream = new ResourceStream(source.name(), wanted, sink, findings);
        source.read(findings, stream::read);
    }

    private void read(InputStream bytes) throws IOException {
        try (JsonParser json = JSON_FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            readAll(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            findings.add(broken(e));
        }
    }

    private void readAll(JsonParser json) {
        if (json.nextToken() == null) {
            findings.add(Problem.ofFile(file, "an empty file", JSON));
            return;
        }
        do {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                findings.add(new Problem(file, lineOf(json), "", "JSON without a resource", JSON));
                return;
            }
            readResource(json, "", true).ifPresent(this::accept);
        } while (!findings.enough() && json.nextToken() != null);
    }

    private void accept(Resource resource) {
        if (!resource.type().equals(BUNDLE)) {
            sink.accept(resource);
        }
    }

    private void readEntries(JsonParser json) {
        while (!findings.enough() && json.nextToken() != JsonToken.END_ARRAY) {
            String path = "entry[" + entries++ + "]";
            if (json.currentToken() == JsonToken.START_OBJECT) {
                readEntry(json, path);
            } else {
                findings.add(new Problem(file, lineOf(json), path, "no object", "an object"));
                json.skipChildren();
            }
        }
    }

    private void readEntry(JsonParser json, String path) {
        Optional<String> fullUrl = Optional.empty();
        Optional<Resource> resource = Optional.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("fullUrl") && value == JsonToken.VALUE_STRING) {
                fullUrl = Optional.of(json.getString());
            } else if (name.equals("resource") && value == JsonToken.START_OBJECT) {
                resource = readResource(json, path, false);
            } else {
                json.skipChildren();
            }
        }
        if (resource.isPresent()) {
            sink.accept(
                    new Resource(resource.get().type(), fullUrl, resource.get().element()));
        }
    }

    /// Reads the object the parser stands on, to its end. Members that come before the type are
    /// kept, for the type need not come first.
    private Optional<Resource> readResource(JsonParser json, String path, boolean root) {
        int line = lineOf(json);
        lastLine = line;
        budget = RESOURCE_SIZE;
        String type = "";
        var members = new HashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean mayBeBundle = root && (type.isEmpty() || type.equals(BUNDLE));
            if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                type = json.getString();
            } else if (mayBeBundle && name.equals("entry") && value == JsonToken.START_ARRAY) {
                type = BUNDLE;
                readEntries(json);
            } else if (type.isEmpty() || wanted.contains(type)) {
                members.put(name, read(json));
            } else {
                json.skipChildren();
            }
        }
        if (type.isEmpty()) {
            findings.add(new Problem(file, line, path, "an object without resourceType", JSON));
            return Optional.empty();
        }
        String there = path.isEmpty() ? type : path + " " + type;
        Place place = new Place(file, line, wanted.contains(type) ? there : path);
        return Optional.of(
                new Resource(type, Optional.empty(), new Element(members, place, findings)));
    }

    /// The value the parser stands on as text, number, truth value, list or map. JSON's null, which
    /// FHIR has only inside lists, is an empty text.
    private Object read(JsonParser json) {
        spend(1, json);
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readArray(json);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> {
                String text = json.getString();
                spend(text.length(), json);
                yield text;
            }
            default -> "";
        };
    }

    /// An exponent beyond what a decimal can have is no broken JSON to the parser.
    private static BigDecimal number(JsonParser json) {
        try {
            return json.getDecimalValue();
        } catch (NumberFormatException _) {
            throw new StreamConstraintsException("a number too large", json.currentTokenLocation());
        }
    }

    private Map<String, Object> readObject(JsonParser json) {
        var members = new HashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, read(json));
        }
        return members;
    }

    private List<Object> readArray(JsonParser json) {
        var items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(json));
        }
        return items;
    }

    private void spend(int size, JsonParser json) {
        budget -= size;
        if (budget < 0) {
            throw new StreamConstraintsException(
                    "a resource too large", json.currentTokenLocation());
        }
    }

    private Problem broken(JacksonException e) {
        // Some limits are found where the parser no longer knows the line.
        int line = e.getLocation() == null ? lastLine : e.getLocation().getLineNr();
        String path = entries == 0 ? "" : "entry[" + (entries - 1) + "]";
        return switch (e) {
            case UnexpectedEndOfInputException _ ->
                new Problem(file, line, path, "the end of the file inside a resource", JSON);
            case StreamConstraintsException _ ->
                new Problem(
                        file,
                        line,
                        path,
                        "JSON beyond the limits",
                        "up to " + DEPTH + " levels, numbers of 100 digits, resources of "
                                + RESOURCE_SIZE + " characters");
            case JacksonException other
            when isDuplicate(other) ->
                new Problem(file, line, path, "the same member twice", "each member once");
            default -> new Problem(file, line, path, "what is not JSON", JSON);
        };
    }

    private static boolean isDuplicate(JacksonException e) {
        return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate");
    }

    private static int lineOf(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
