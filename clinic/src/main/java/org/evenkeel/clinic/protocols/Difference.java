package org.evenkeel.clinic.protocols;

import org.evenkeel.knowledge.Part;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What differs between two texts of a protocol, in words and in the order of the text.
///
/// Items of a list are the same where they have the same name, wherever they stand: a rule that
/// moved has not changed.
///
/// @param changes each of them
public record Difference(List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /// One thing that differs.
    ///
    /// @param section of what part of a protocol it is, for example `Dose`
    /// @param label what it is
    /// @param kind whether it is new, gone or says something else
    /// @param from what was said, empty where nothing was
    /// @param to what is said now, empty where nothing is
    public record Change(String section, String label, Kind kind, Said from, Said to) {}

    /// Something that is said.
    ///
    /// @param words what
    /// @param evidence how far it was followed and its source, in words; empty where none is
    /// needed
    /// @param unverified whether no source stands behind it
    public record Said(String words, String evidence, boolean unverified) {
        static final Said NOTHING = new Said("", "", false);

        /// Whether nothing is said.
        public boolean isNothing() {
            return words.isEmpty();
        }
    }

    /// How something differs.
    public enum Kind {
        NEW,
        GONE,
        OTHER
    }

    private record Leaf(String section, String label, Said said) {}

    /// What differs between two editions, with the rules of watching over written out.
    public static Difference between(Edition from, Edition to) {
        return between(Supervised.written(from), Supervised.written(to));
    }

    /// What differs.
    public static Difference between(Part from, Part to) {
        Map<String, Leaf> before = leaves(from);
        Map<String, Leaf> after = leaves(to);
        Set<String> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            Leaf was = before.get(place);
            Leaf is = after.get(place);
            if (!Objects.equals(was == null ? null : was.said(), is == null ? null : is.said())) {
                changes.add(change(was, is));
            }
        }
        return new Difference(changes);
    }

    private static Change change(@Nullable Leaf was, @Nullable Leaf is) {
        Leaf named = Objects.requireNonNull(is == null ? was : is);
        return new Change(
                named.section(),
                named.label(),
                was == null ? Kind.NEW : is == null ? Kind.GONE : Kind.OTHER,
                was == null ? Said.NOTHING : was.said(),
                is == null ? Said.NOTHING : is.said());
    }

    /// Whether nothing differs.
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// The changes of each section, in order.
    public Map<String, List<Change>> bySection() {
        Map<String, List<Change>> sections = new LinkedHashMap<>();
        changes.forEach(change -> sections.computeIfAbsent(change.section(), _ -> new ArrayList<>())
                .add(change));
        return sections;
    }

    private static Map<String, Leaf> leaves(Part text) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        for (Outline.Node node : Outline.of(text)) {
            collect(node, node.label(), "", node.label(), leaves);
        }
        Outline.sources(text)
                .forEach((name, citation) -> leaves.put(
                        "sources " + name,
                        new Leaf("Sources", name, new Said(citation, "", false))));
        return leaves;
    }

    private static void collect(
            Outline.Node node,
            String section,
            String label,
            String place,
            Map<String, Leaf> leaves) {
        if (!node.value().isEmpty()) {
            leaves.put(
                    unused(place, leaves),
                    new Leaf(section, label.isEmpty() ? node.label() : label, said(node)));
        }
        for (Outline.Node part : node.parts()) {
            collect(
                    part,
                    section,
                    label.isEmpty() ? part.label() : label + ": " + lower(part.label()),
                    place + "/" + part.label(),
                    leaves);
        }
    }

    /// Two items of one name are told apart by which comes first.
    private static String unused(String place, Map<String, Leaf> leaves) {
        String free = place;
        for (int count = 2; leaves.containsKey(free); count++) {
            free = place + " " + count;
        }
        return free;
    }

    private static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private static Said said(Outline.Node node) {
        return new Said(
                node.value(),
                node.evidence()
                        .map(evidence -> evidence.tag() + ", " + evidence.words()
                                + (evidence.citation().isEmpty() ? "" : ": " + evidence.citation()))
                        .orElse(""),
                node.evidence().map(Outline.Evidence::unverified).orElse(false));
    }
}
