package org.evenkeel.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sources that ship, and what of the shipped content rests on each.
///
/// It reads every shipped file once, so it is made when somebody first asks for it.
public final class Sources {
    private final Map<String, Source> byId = new LinkedHashMap<>();
    private final Map<String, Source> byKey = new LinkedHashMap<>();
    private final Map<String, Source> byCitation = new LinkedHashMap<>();
    private final Map<String, List<Use>> uses = new LinkedHashMap<>();
    private final List<String> homeless = new ArrayList<>();

    Sources(List<Source> sources, Map<String, Citations> files) {
        for (Source source : sources) {
            byId.put(source.id(), source);
            name(source.id(), source);
            source.also().forEach(key -> name(key, source));
        }
        files.forEach(this::add);
    }

    private void name(String key, Source source) {
        Source other = byKey.putIfAbsent(key, source);
        if (other != null) {
            throw new IllegalStateException(
                    "both " + other.id() + " and " + source.id() + " are called " + key);
        }
    }

    private void add(String file, Citations citations) {
        citations.sources().forEach((key, words) -> {
            Source source = byKey.get(key);
            if (source == null) {
                homeless.add(file + ": " + key);
            } else {
                byCitation.put(words.strip(), source);
            }
        });
        for (Citations.Cited cited : citations.found()) {
            Source source = byKey.get(cited.key());
            if (source != null) {
                uses.computeIfAbsent(source.id(), _ -> new ArrayList<>()).add(cited.use());
            }
        }
    }

    /// All sources, in the order of their ids.
    public List<Source> all() {
        return List.copyOf(byId.values());
    }

    /// A source by its id; empty when there is none.
    public Optional<Source> source(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// A source by any short name that content files use.
    Optional<Source> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// The source that a shipped file cites with these words; empty where no shipped file does.
    public Optional<Source> cited(String citation) {
        return Optional.ofNullable(byCitation.get(citation));
    }

    /// What of the shipped content rests on a source, in the order of files.
    public List<Use> restingOn(Source source) {
        return Collections.unmodifiableList(uses.getOrDefault(source.id(), List.of()));
    }

    /// Short names in shipped files behind which no source stands; a test demands none.
    List<String> homeless() {
        return homeless;
    }
}
