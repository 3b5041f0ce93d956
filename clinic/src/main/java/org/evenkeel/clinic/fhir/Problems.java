package org.evenkeel.clinic.fhir;

import org.evenkeel.exchange.Problem;

import java.util.ArrayList;
import java.util.List;

/// Why nothing of a file can be saved.
///
/// @param first the first of them
/// @param count how many there are
public record Problems(List<Problem> first, int count) {
    private static final int SHOWN = 20;

    public Problems {
        first = List.copyOf(first);
    }

    static Problems of(List<Problem> all) {
        return new Problems(all.stream().limit(SHOWN).toList(), all.size());
    }

    static Problems of(Problem only) {
        return of(List.of(only));
    }

    /// Whether there are any.
    public boolean any() {
        return count > 0;
    }

    /// How many are not among the first.
    public int more() {
        return count - first.size();
    }

    /// Collects problems and forgets what nobody will be shown.
    static final class Draft {
        private final List<Problem> first = new ArrayList<>();
        private int count;

        void add(Problem problem) {
            count++;
            if (first.size() < SHOWN) {
                first.add(problem);
            }
        }

        Problems finish() {
            return new Problems(first, count);
        }
    }
}
