package org.evenkeel.knowledge;

import java.util.List;

/// What came of reading a content file: all of it, or everything that is wrong with it.
public sealed interface Content<T> {
    record Loaded<T>(T value) implements Content<T> {}

    record Wrong<T>(List<Problem> problems) implements Content<T> {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
