package org.evenkeel.exchange;

import org.evenkeel.core.protocol.Agent;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The codes and words that name a drug or a route in FHIR resources, from
/// `terminology.properties`.
public final class Terminology {
    public static final Terminology SHIPPED = load();

    private final Properties entries;
    private final Map<String, Drug> drugCodes;
    private final Map<String, Drug> drugWords;
    private final Map<String, Route> routeCodes;
    private final Map<String, Route> routeWords;

    private Terminology(Properties entries) {
        this.entries = entries;
        drugCodes = table("drug.rxnorm.", Drug::valueOf);
        drugWords = table("drug.word.", Drug::valueOf);
        routeCodes = table("route.snomed.", Route::valueOf);
        routeWords = table("route.word.", Route::valueOf);
    }

    String loinc() {
        return entries.getProperty("system.loinc");
    }

    /// The system of drugs.
    public String rxnorm() {
        return entries.getProperty("system.rxnorm");
    }

    /// The system of routes.
    public String snomed() {
        return entries.getProperty("system.snomed");
    }

    String ucum() {
        return entries.getProperty("system.ucum");
    }

    /// The drug of an RxNorm ingredient code.
    Optional<Drug> drug(String code) {
        return Optional.ofNullable(drugCodes.get(code));
    }

    /// The drugs a text names.
    Set<Drug> drugsIn(String text) {
        return named(drugWords, DrugWords.plain(text));
    }

    /// The route of a SNOMED CT code.
    Optional<Route> route(String code) {
        return Optional.ofNullable(routeCodes.get(code));
    }

    /// The one route a text names; empty where it names two.
    Optional<Route> routeIn(String text) {
        Set<Route> routes = named(routeWords, text.toLowerCase(Locale.ROOT));
        return routes.size() == 1 ? Optional.of(routes.iterator().next()) : Optional.empty();
    }

    String code(Drug drug) {
        return codeOf(drugCodes, drug);
    }

    /// The code of a drug, or of what a trial compared with.
    public String code(Agent agent) {
        return agent.drug()
                .map(this::code)
                .orElseGet(() -> entries.getProperty("agent.rxnorm." + agent));
    }

    /// The code of a route.
    public String code(Route route) {
        return codeOf(routeCodes, route);
    }

    private static <V> String codeOf(Map<String, V> codes, V value) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for " + value));
    }

    /// Longer words are taken out of the text before shorter ones, so that what they hold is not
    /// found twice. Whatever is no letter parts words.
    private static <V> Set<V> named(Map<String, V> words, String text) {
        String rest = " " + text.replaceAll("[^a-z]+", " ") + " ";
        var found = new HashSet<V>();
        for (Map.Entry<String, V> word : words.entrySet()) {
            String alone = " " + word.getKey() + " ";
            if (rest.contains(alone)) {
                rest = rest.replace(alone, " ");
                found.add(word.getValue());
            }
        }
        return found;
    }

    private <V> Map<String, V> table(String prefix, Function<String, V> value) {
        var table = new TreeMap<String, V>(
                Comparator.comparingInt(String::length).reversed().thenComparing(word -> word));
        for (String key : entries.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                table.put(key.substring(prefix.length()), value.apply(entries.getProperty(key)));
            }
        }
        return table;
    }

    private static Terminology load() {
        var entries = new Properties();
        try (InputStream in = Terminology.class.getResourceAsStream("terminology.properties")) {
            if (in == null) {
                throw new IllegalStateException("terminology.properties is not in the jar");
            }
            entries.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Terminology(entries);
    }
}
