package org.evenkeel.knowledge;

import org.snakeyaml.engine.v2.nodes.MappingNode;

import java.util.List;
import java.util.Set;

/// Watches what the readers ask of a file, so that a schema of it is never written twice.
///
/// A shape is the path of keys to a section, without numbers of lists; one that stands in many
/// places has a name of its own.
interface Shapes {
    /// Nobody watches.
    Shapes UNWATCHED = new Shapes() {
        @Override
        public void seen(String shape, Asked asked, MappingNode node) {}

        @Override
        public void words(String shape, String key, List<String> words) {}

        @Override
        public void alternatives(String shape, List<String> keys) {}

        @Override
        public void named(String shape, String name) {}
    };

    /// The keys of a section that were asked for.
    ///
    /// @param keys all of them
    /// @param optional those that may be left out
    record Asked(Set<String> keys, Set<String> optional) {}

    /// A section was read to its end.
    void seen(String shape, Asked asked, MappingNode node);

    /// A key holds one of some words, or a list of them.
    void words(String shape, String key, List<String> words);

    /// A section holds one of some keys.
    void alternatives(String shape, List<String> keys);

    /// A section has the shape of that name.
    void named(String shape, String name);
}
