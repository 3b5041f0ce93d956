package org.evenkeel.knowledge;

import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Some keys and values of a content file, read strictly.
///
/// Every reading function notes what is wrong and then answers a harmless stand-in, so that the
/// rest of the section is read too and all problems are told at once. [#end] tells whether any
/// of the answers may be used; without it none may.
final class Section {
    private static final Cited<Integer> NO_NUMBER = new Cited<>(1, EvidenceTag.P, "");
    private static final int MAX_DIGITS = 12;

    private final Document document;
    private final String path;
    private String shape;
    private final MappingNode node;
    private final Map<String, Node> values = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final int problemsBefore;

    /// Turns a section into a value. It must call [Section#end] before it makes the value; what
    /// the value's own constructor refuses is noted as a problem of the section.
    @FunctionalInterface
    interface Reader<T> {
        T read(Section section) throws Unreadable;
    }

    /// @param path keys that lead here, with the numbers of lists
    /// @param shape the same without numbers
    Section(Document document, String path, String shape, MappingNode node) {
        this.document = document;
        this.path = path;
        this.shape = shape;
        this.node = node;
        this.problemsBefore = document.problemCount();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(tuple.getKeyNode(), "", "a key must be a word");
            } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                problem(key, key.getValue(), "this key stands here twice");
            }
        }
    }

    /// Reads the whole section; empty when there were problems.
    <T> Optional<T> read(Reader<T> reader) {
        try {
            return Optional.of(reader.read(this));
        } catch (Unreadable _) {
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            problem(node, "", String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /// All keys are read: notes the unknown ones, and throws if the section has any problem.
    void end() throws Unreadable {
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !asked.contains(key.getValue())) {
                problem(
                        key,
                        key.getValue(),
                        "unknown key; allowed are " + String.join(", ", asked));
            }
        }
        document.shapes().seen(shape, new Shapes.Asked(asked, optional), node);
        stopIfWrong();
    }

    /// This section has a shape that stands in many places.
    void is(String name) {
        document.shapes().named(shape, name);
        shape = name;
    }

    /// Throws if the section has any problem so far, because the rest hangs on it.
    void stopIfWrong() throws Unreadable {
        if (document.problemCount() > problemsBefore) {
            throw new Unreadable();
        }
    }

    boolean has(String key) {
        if (asked.add(key)) {
            optional.add(key);
        }
        return values.containsKey(key);
    }

    String text(String key) {
        return value(key).map(found -> text(key, found)).orElse("");
    }

    private String text(String key, Node found) {
        if (found instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(found, key, "must be text, got " + shown(found) + "; put numbers in quotes");
        return "";
    }

    List<String> texts(String key) {
        return nodes(key).stream().map(found -> text(key, found)).toList();
    }

    /// One of the constants of an enum: in lower case with dashes, or as an abbreviation of one
    /// or two capitals. The first one where it is wrong.
    <E extends Enum<E>> E choice(String key, List<E> allowed) {
        Optional<Node> found = value(key);
        List<String> words = allowed.stream().map(Section::word).toList();
        document.shapes().words(shape, key, words);
        if (found.isPresent()) {
            int at = words.indexOf(scalar(found.get()));
            if (at >= 0) {
                return allowed.get(at);
            }
            problem(
                    found.get(),
                    key,
                    "must be one of " + String.join(", ", words) + ", got " + shown(found.get()));
        }
        return allowed.getFirst();
    }

    /// Some of the constants of an enum, each as [#choice] has them.
    <E extends Enum<E>> List<E> choices(String key, List<E> allowed) {
        List<String> words = allowed.stream().map(Section::word).toList();
        document.shapes().words(shape, key, words);
        List<E> chosen = new ArrayList<>();
        for (Node found : nodes(key)) {
            int at = words.indexOf(scalar(found));
            if (at >= 0) {
                chosen.add(allowed.get(at));
            } else {
                problem(
                        found,
                        key,
                        "must be some of " + String.join(", ", words) + ", got " + shown(found));
            }
        }
        return chosen;
    }

    /// A day of the calendar, as `2026-11-24`.
    LocalDate day(String key) {
        Optional<Node> found = value(key);
        try {
            return found.map(Section::scalar).map(LocalDate::parse).orElse(LocalDate.EPOCH);
        } catch (DateTimeParseException _) {
            found.ifPresent(wrong ->
                    problem(wrong, key, "must be a day like 2026-11-24, got " + shown(wrong)));
            return LocalDate.EPOCH;
        }
    }

    /// One of some words.
    String key(String key, Set<String> allowed) {
        return value(key).map(found -> key(key, found, allowed)).orElse("");
    }

    /// Some of some words.
    List<String> keys(String key, Set<String> allowed) {
        return nodes(key).stream().map(found -> key(key, found, allowed)).toList();
    }

    private String key(String key, Node found, Set<String> allowed) {
        if (!allowed.contains(scalar(found))) {
            problem(
                    found,
                    key,
                    "must be one of " + String.join(", ", new TreeSet<>(allowed)) + ", got "
                            + shown(found));
        }
        return scalar(found);
    }

    /// Everything in the file that names a source.
    Citations citations(Kind kind) {
        return Citations.of(kind, node);
    }

    /// The one of some keys that stands here.
    String oneOf(List<String> keys) throws Unreadable {
        document.shapes().alternatives(shape, keys);
        List<String> there = keys.stream().filter(values::containsKey).toList();
        if (there.size() != 1) {
            problem(
                    node,
                    "",
                    "must have one of the keys " + String.join(", ", keys) + ", got "
                            + (there.isEmpty() ? "none" : String.join(", ", there)));
            throw new Unreadable();
        }
        return there.getFirst();
    }

    /// How a constant stands in a file.
    static String word(Enum<?> constant) {
        String name = constant.name();
        return name.length() <= 2 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A whole number with its unit, tag and source.
    Cited<Integer> whole(String key, String unit) {
        return section(key, cited -> cited.cited(unit, cited.integer("value"))).orElse(NO_NUMBER);
    }

    /// The same where the key may be missing.
    Optional<Cited<Integer>> optionalWhole(String key, String unit) {
        return has(key) ? Optional.of(whole(key, unit)) : Optional.empty();
    }

    /// Whole numbers with one unit, tag and source.
    Cited<List<Integer>> wholes(String key, String unit) {
        return section(
                        key,
                        cited -> cited.cited(
                                unit,
                                cited.nodes("value").stream()
                                        .map(found -> cited.integer("value", found))
                                        .toList()))
                .orElseGet(() -> NO_NUMBER.map(List::of));
    }

    /// A decimal number above 0 with its unit, tag and source.
    Cited<BigDecimal> positive(String key, String unit) {
        Optional<Cited<BigDecimal>> found = section(key, cited -> {
            BigDecimal number = cited.decimal("value");
            if (number.signum() <= 0) {
                Node place = cited.values.getOrDefault("value", cited.node);
                cited.problem(place, "value", "must be above 0, got " + number);
            }
            return cited.cited(unit, number);
        });
        return found.orElseGet(() -> NO_NUMBER.map(BigDecimal::valueOf));
    }

    /// Decimal numbers above 0 with one unit, tag and source.
    Cited<List<BigDecimal>> positives(String key, String unit) {
        Optional<Cited<List<BigDecimal>>> found = section(key, cited -> {
            List<BigDecimal> numbers = new ArrayList<>();
            for (Node each : cited.nodes("value")) {
                BigDecimal number = cited.decimal("value", each);
                if (number.signum() <= 0) {
                    cited.problem(each, "value", "must be above 0, got " + number);
                }
                numbers.add(number);
            }
            return cited.cited(unit, numbers);
        });
        return found.orElseGet(() -> NO_NUMBER.map(_ -> List.of()));
    }

    /// A number for a model, with its unit, tag and source.
    Cited<Double> number(String key, String unit) {
        Optional<Cited<BigDecimal>> found =
                section(key, cited -> cited.cited(unit, cited.decimal("value")));
        return found.orElseGet(() -> NO_NUMBER.map(BigDecimal::valueOf))
                .map(BigDecimal::doubleValue);
    }

    /// What stands in a section that is a cited value, with the evidence beside it.
    <T> Cited<T> cited(String unit, T value) throws Unreadable {
        Optional<Node> written = value("unit");
        document.shapes().words(shape, "unit", List.of(unit));
        if (written.isPresent() && !scalar(written.get()).equals(unit)) {
            problem(written.get(), "unit", "must be " + unit + ", got " + shown(written.get()));
        }
        return cited(value);
    }

    /// The same for a value that has no unit.
    <T> Cited<T> cited(T value) throws Unreadable {
        EvidenceTag tag = choice("tag", List.of(EvidenceTag.values()));
        String source = text("source");
        String citation = document.sources().getOrDefault(source, "");
        // Where the sources themselves are wrong, that is told once, not for every number.
        if (!source.isEmpty() && citation.isEmpty() && !document.sources().isEmpty()) {
            problem(
                    node,
                    "source",
                    "'" + source + "' is not among the sources of this file: "
                            + String.join(", ", document.sources().keySet()));
        }
        end();
        return new Cited<>(value, tag, citation);
    }

    /// The citations at the top of the file: short name to citation.
    List<String> sources(String key) {
        Optional<List<String>> citations = section(key, sources -> {
            List<String> names = new ArrayList<>(sources.values.keySet());
            if (names.isEmpty()) {
                sources.problem(sources.node, "", "at least one source must be named");
            }
            List<String> ordered = new ArrayList<>();
            for (NodeTuple tuple : sources.node.getValue()) {
                String name = scalar(tuple.getKeyNode());
                String citation = sources.text(name);
                document.source(name, citation);
                ordered.add(citation);
            }
            sources.end();
            return ordered;
        });
        return citations.orElse(List.of());
    }

    int integer(String key) {
        return value(key).map(found -> integer(key, found)).orElse(1);
    }

    private int integer(String key, Node found) {
        try {
            return Integer.parseInt(scalar(found));
        } catch (NumberFormatException _) {
            problem(found, key, "must be a whole number, got " + shown(found));
            return 1;
        }
    }

    /// Whole numbers without more.
    List<Integer> integers(String key) {
        return nodes(key).stream().map(found -> integer(key, found)).toList();
    }

    BigDecimal decimal(String key) {
        return value(key).map(found -> decimal(key, found)).orElse(BigDecimal.ONE);
    }

    private BigDecimal decimal(String key, Node found) {
        String text = scalar(found);
        if (text.length() <= MAX_DIGITS && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException _) {
                // told below, as for a number that is too long
            }
        }
        problem(found, key, "must be a decimal number, got " + shown(found));
        return BigDecimal.ONE;
    }

    /// A section under a key; empty when it is missing or has problems.
    <T> Optional<T> section(String key, Reader<T> reader) {
        return value(key).flatMap(found -> section(key, found, reader));
    }

    /// The same where the key may be missing.
    <T> Optional<T> optionalSection(String key, Reader<T> reader) {
        return has(key) ? section(key, reader) : Optional.empty();
    }

    private <T> Optional<T> section(String key, Node found, Reader<T> reader) {
        if (found instanceof MappingNode mapping) {
            String name = key.replaceAll("\\[\\d+]", "");
            String inner = shape.isEmpty() ? name : shape + "." + name;
            return new Section(document, at(key), inner, mapping).read(reader);
        }
        problem(found, key, "must hold keys, got " + shown(found));
        return Optional.empty();
    }

    /// The sections of a list; those with problems are left out.
    <T> List<T> sections(String key, Reader<T> reader) {
        List<T> read = new ArrayList<>();
        List<Node> nodes = nodes(key);
        for (int i = 0; i < nodes.size(); i++) {
            section(key + "[" + (i + 1) + "]", nodes.get(i), reader).ifPresent(read::add);
        }
        return read;
    }

    private List<Node> nodes(String key) {
        Optional<Node> found = value(key);
        if (found.isPresent() && found.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        found.ifPresent(other -> problem(other, key, "must be a list, got " + shown(other)));
        return List.of();
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        if (!values.containsKey(key)) {
            problem(node, key, "this key is missing");
        }
        return Optional.ofNullable(values.get(key));
    }

    private static String scalar(Node found) {
        return found instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static String shown(Node found) {
        if (!(found instanceof ScalarNode scalar)) {
            return found instanceof SequenceNode ? "a list" : "keys";
        }
        String text = scalar.getValue();
        if (text.isBlank()) {
            return "nothing";
        }
        int most = 60;
        String start = text.length() > most ? text.substring(0, most) + "…" : text;
        return "'" + start.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    private void problem(Node place, String key, String cause) {
        document.problem(place.getStartMark(), at(key), cause);
    }

    private String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
