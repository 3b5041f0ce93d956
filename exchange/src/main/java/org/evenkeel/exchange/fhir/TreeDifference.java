package org.evenkeel.exchange.fhir;

import org.evenkeel.exchange.Place;
import org.evenkeel.exchange.Problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a resource says that a protocol does not, and the other way round, element by element.
///
/// What servers add to a resource is left out: its `id` (the outermost one), `meta` and the
/// narrative `text`, which repeats what the elements say.
///
/// @param file where the resource stands
record TreeDifference(Place file) {
    private static final Set<String> OF_SERVERS = Set.of("meta", "text", "implicitRules");
    private static final String NOTHING = "nothing: a protocol has no place for it";

    /// The names of members that a PlanDefinition of ours has, at any depth.
    private static final Set<String> KNOWN = Set.of(
            "resourceType",
            "id",
            "contained",
            "extension",
            "url",
            "version",
            "name",
            "title",
            "type",
            "status",
            "experimental",
            "description",
            "relatedArtifact",
            "library",
            "action");
    private static final Set<String> KNOWN_OF_ACTIONS = Set.of(
            "id",
            "title",
            "description",
            "documentation",
            "condition",
            "relatedAction",
            "timingTiming",
            "definitionCanonical",
            "action");

    /// All differences, in the order of the resource.
    List<Problem> between(Map<String, Object> found, Map<String, Object> own) {
        List<Problem> problems = new ArrayList<>();
        String type = String.valueOf(own.get("resourceType"));
        objects(type, found, own, problems);
        return problems;
    }

    private void values(String path, Object found, Object own, List<Problem> problems) {
        if (path.endsWith(".extension[0].valueString")) {
            // The content file may be worded in another way; what it says was compared already.
            return;
        }
        switch (own) {
            case Map<?, ?> members
            when found instanceof Map<?, ?> others ->
                objects(path, cast(others), cast(members), problems);
            case List<?> items
            when found instanceof List<?> others -> lists(path, others, items, problems);
            case BigDecimal number
            when found instanceof BigDecimal other && number.compareTo(other) == 0 -> {}
            default -> {
                if (!own.equals(found)) {
                    problems.add(file.at(path).problem(shown(found), shown(own)));
                }
            }
        }
    }

    private void objects(
            String path,
            Map<String, Object> found,
            Map<String, Object> own,
            List<Problem> problems) {
        boolean outermost = path.indexOf('.') < 0;
        boolean resource = own.containsKey("resourceType");
        found.forEach((name, value) -> {
            String there = path + "." + name;
            boolean ofServers = resource && OF_SERVERS.contains(name)
                    || outermost && (name.equals("id") || name.equals("timestamp"));
            if (ofServers) {
                return;
            }
            Object expected = own.get(name);
            if (expected == null) {
                problems.add(file.at(there).problem(shown(value), NOTHING));
            } else {
                values(there, value, expected, problems);
            }
        });
        own.forEach((name, value) -> {
            if (!found.containsKey(name) && !(outermost && name.equals("id"))) {
                problems.add(file.at(path + "." + name).problem("", shown(value)));
            }
        });
    }

    private void lists(String path, List<?> found, List<?> own, List<Problem> problems) {
        for (int i = 0; i < Math.max(found.size(), own.size()); i++) {
            String there = path + "[" + i + "]";
            if (i >= own.size()) {
                problems.add(file.at(there).problem(shown(found.get(i)), NOTHING));
            } else if (i >= found.size()) {
                problems.add(file.at(there).problem("", shown(own.get(i))));
            } else {
                values(there, found.get(i), own.get(i), problems);
            }
        }
    }

    /// The elements of somebody else's PlanDefinition that a protocol has no place for.
    void unknown(Map<String, Object> plan, String path, List<Problem> problems) {
        unknown(plan, path, KNOWN, problems);
    }

    private void unknown(
            Map<String, Object> found, String path, Set<String> known, List<Problem> problems) {
        found.forEach((name, value) -> {
            String there = path + "." + name;
            if (!known.contains(name) && !OF_SERVERS.contains(name)) {
                problems.add(file.at(there).problem(shown(value), NOTHING));
            }
            if (name.equals("action")) {
                List<Map<String, Object>> actions = objects(value);
                for (int i = 0; i < actions.size(); i++) {
                    unknown(actions.get(i), there + "[" + i + "]", KNOWN_OF_ACTIONS, problems);
                }
            }
        });
    }

    private static String shown(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> list -> "a list of " + list.size();
            // Never plain: an exponent of a few digits would fill the memory.
            case BigDecimal number -> number.toString();
            default -> value.toString().isEmpty() ? "an empty text" : value.toString();
        };
    }

    /// The objects of a list; what is no object is left out.
    static List<Map<String, Object>> objects(Object list) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> members) {
                    objects.add(cast(members));
                }
            }
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Map<?, ?> members) {
        return (Map<String, Object>) members;
    }
}
