package org.evenkeel.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object inside a FHIR resource, with the place it stands at.
///
/// A member that is absent is empty; a member of the wrong type is empty and a problem.
///
/// @param members the object's members: text, numbers, truth values, lists and further objects
/// @param place where the object stands
/// @param findings where problems go
record Element(Map<String, Object> members, Place place, Findings findings) {
    Place at(String name) {
        return place.at(name);
    }

    /// Adds one to what a note about the file will say.
    void count(String text) {
        findings.count(place.file(), text);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Optional<String> text(String name) {
        return typed(name, String.class, "a text");
    }

    Optional<BigDecimal> number(String name) {
        return typed(name, BigDecimal.class, "a number");
    }

    Optional<Element> child(String name) {
        return typed(name, Map.class, "an object")
                .map(child -> new Element(cast(child), at(name), findings));
    }

    List<Element> children(String name) {
        var children = new ArrayList<Element>();
        List<?> list =
                typed(name, List.class, "a list").map(all -> (List<?>) all).orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            Place there = at(name + "[" + i + "]");
            if (list.get(i) instanceof Map<?, ?> child) {
                children.add(new Element(cast(child), there, findings));
            } else {
                findings.add(there.problem(words(list.get(i)), "an object"));
            }
        }
        return children;
    }

    /// The texts of a list; what is no text is left out.
    List<String> strings(String name) {
        return typed(name, List.class, "a list")
                .map(all -> (List<?>) all)
                .orElse(List.of())
                .stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /// A text that must be there; a missing one is a problem.
    Optional<String> requiredText(String name) {
        if (!has(name)) {
            findings.add(at(name).problem("", "a text"));
        }
        return text(name);
    }

    private <T> Optional<T> typed(String name, Class<T> type, String allowed) {
        Object member = members.get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (!type.isInstance(member)) {
            findings.add(at(name).problem(words(member), allowed));
            return Optional.empty();
        }
        return Optional.of(type.cast(member));
    }

    /// The kind of a value of the wrong type, and not the value: it may name someone.
    private static String words(Object member) {
        return switch (member) {
            case String _ -> "a text";
            case BigDecimal _ -> "a number";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            default -> "an object";
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}
