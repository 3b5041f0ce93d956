package org.evenkeel.knowledge;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a JSON Schema of what the readers asked of the shipped files of one kind.
///
/// A key is required where every reading of its section required it. A key that no shipped file
/// uses may hold anything.
final class SchemaBuilder implements Shapes {
    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    /// A section over all its readings.
    private static final class Part {
        private final Set<String> keys = new TreeSet<>();
        private final Map<String, Set<String>> types = new TreeMap<>();
        private final Map<String, Set<String>> words = new TreeMap<>();
        private Set<String> required = new TreeSet<>();
        private boolean seen;
        private boolean open;
    }

    private Part part(String shape) {
        return parts.computeIfAbsent(shape, _ -> new Part());
    }

    @Override
    public void seen(String shape, Asked asked, MappingNode node) {
        Part part = part(shape);
        part.keys.addAll(asked.keys());
        Set<String> required = new TreeSet<>(asked.keys());
        required.removeAll(asked.optional());
        if (part.seen) {
            part.required.retainAll(required);
        } else {
            part.required = required;
            part.seen = true;
        }
        for (NodeTuple tuple : node.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            part.types.computeIfAbsent(key, _ -> new TreeSet<>()).add(type(tuple.getValueNode()));
        }
        // the short names under `sources` are each file's own
        part.open = shape.equals("sources");
    }

    @Override
    public void words(String shape, String key, List<String> words) {
        part(shape).words.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(words);
    }

    @Override
    public void alternatives(String shape, List<String> keys) {
        part(shape).keys.addAll(keys);
    }

    @Override
    public void named(String shape, String name) {
        names.put(shape, name);
    }

    private static String type(Node node) {
        return switch (node) {
            case MappingNode _ -> "object";
            case SequenceNode list ->
                "array:"
                        + (list.getValue().isEmpty()
                                ? "any"
                                : type(list.getValue().getFirst()));
            case ScalarNode scalar when scalar.getTag().equals(Tag.INT) -> "integer";
            case ScalarNode scalar when scalar.getTag().equals(Tag.FLOAT) -> "number";
            default -> "string";
        };
    }

    /// The schema of a kind.
    Map<String, Object> schema(Kind kind) {
        Map<String, Object> schema = new LinkedHashMap<>();
        String name = Section.word(kind);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:evenkeel:schema:" + name);
        schema.put("title", "Content file of kind " + name);
        schema.putAll(object(""));
        properties(schema).put("kind", Map.of("const", name));
        Map<String, Object> definitions = new TreeMap<>();
        for (String each : new TreeSet<>(names.values())) {
            definitions.put(each, object(each));
        }
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    }

    private Map<String, Object> object(String shape) {
        Part part = part(shape);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        if (part.open) {
            object.put("additionalProperties", ordered("type", "string", "minLength", 1));
            object.put("minProperties", 1);
            return object;
        }
        object.put("required", List.copyOf(part.required));
        Map<String, Object> properties = new TreeMap<>();
        for (String key : part.keys) {
            properties.put(key, property(shape, key, part));
        }
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private Object property(String shape, String key, Part part) {
        String inner = shape.isEmpty() ? key : shape + "." + key;
        List<Object> allowed = new ArrayList<>();
        for (String type : simplified(part.types.getOrDefault(key, Set.of()))) {
            allowed.add(of(type, inner, part.words.getOrDefault(key, Set.of())));
        }
        if (allowed.isEmpty()) {
            Set<String> words = part.words.getOrDefault(key, Set.of());
            return words.isEmpty() ? true : Map.of("enum", List.copyOf(words));
        }
        return allowed.size() == 1 ? allowed.getFirst() : Map.of("anyOf", allowed);
    }

    private static Set<String> simplified(Set<String> types) {
        Set<String> simple = new TreeSet<>(types);
        if (simple.contains("number")) {
            simple.remove("integer");
        }
        if (simple.contains("array:number")) {
            simple.remove("array:integer");
        }
        return simple;
    }

    private Object of(String type, String inner, Set<String> words) {
        if (type.startsWith("array:")) {
            String each = type.substring("array:".length());
            return each.equals("any")
                    ? Map.of("type", "array")
                    : ordered("type", "array", "items", of(each, inner, words));
        }
        if (!words.isEmpty()) {
            return Map.of("enum", List.copyOf(words));
        }
        Optional<String> name = Optional.ofNullable(names.get(inner));
        return switch (type) {
            case "object" ->
                name.<Object>map(known -> Map.of("$ref", "#/$defs/" + known))
                        .orElseGet(() -> object(inner));
            case "string" -> ordered("type", "string", "minLength", 1);
            default -> Map.of("type", type);
        };
    }

    private static Map<String, Object> ordered(String one, Object a, String other, Object b) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(one, a);
        ordered.put(other, b);
        return ordered;
    }
}
