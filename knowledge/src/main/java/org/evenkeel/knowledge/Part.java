package org.evenkeel.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A content file as a tree of words: what stands where, before anybody judges it.
///
/// It is what an editor changes and what two versions are compared by. Only the strict loader tells
/// whether it is right. Paths are those of [Problem#key()], such as `series[1].window.after`.
public sealed interface Part {
    /// Parts under keys, in the order of the file.
    record Keys(SequencedMap<String, Part> parts) implements Part {
        public Keys {
            parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        }

        /// Whether it is a value with the evidence behind it.
        public boolean isFigure() {
            return parts.containsKey("value") && parts.containsKey("tag");
        }

        /// The word under a key; empty where there is none.
        public String word(String key) {
            return parts.get(key) instanceof Word word ? word.text() : "";
        }

        /// The same with another part under a key.
        Keys put(String key, Part part) {
            SequencedMap<String, Part> changed = new LinkedHashMap<>(parts);
            changed.put(key, part);
            return new Keys(changed);
        }

        /// The same without a key.
        Keys drop(String key) {
            SequencedMap<String, Part> changed = new LinkedHashMap<>(parts);
            changed.remove(key);
            return new Keys(changed);
        }
    }

    /// A list of parts.
    record Items(List<Part> parts) implements Part {
        public Items {
            parts = List.copyOf(parts);
        }

        /// Whether it is a list of words, which is written and shown in one line.
        public boolean isOfWords() {
            return parts.stream().allMatch(Word.class::isInstance);
        }
    }

    /// One value.
    ///
    /// @param text as it reads
    /// @param plain whether it stands without quotes and may be read as a number
    record Word(String text, boolean plain) implements Part {}

    /// What stands at a path under this part; empty where nothing does.
    default Optional<Part> at(String path) {
        return path.isEmpty() ? Optional.of(this) : TreePath.of(path).in(this);
    }

    /// The same tree with another part at a path, which must have a place: a key of a section, or
    /// an item that is there or would be the next.
    default Part with(String path, Part part) {
        return path.isEmpty() ? part : TreePath.of(path).put(this, part);
    }

    /// The same tree without what stands at a path.
    default Part without(String path) {
        return path.isEmpty() ? this : TreePath.of(path).remove(this);
    }
}
