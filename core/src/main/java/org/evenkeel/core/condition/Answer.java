package org.evenkeel.core.condition;

import org.evenkeel.core.history.Fact;

import java.util.List;
import java.util.stream.Stream;

/// What a condition came to, with what it rests on.
public sealed interface Answer {
    /// Whether it is met.
    Truth truth();

    /// The condition that was asked.
    Condition condition();

    /// A condition without parts.
    ///
    /// @param facts what decided it; empty where it is the absence of a fact
    /// @param missing what is not known, in words; empty unless unknown
    record Single(Condition condition, Truth truth, List<Fact> facts, List<String> missing)
            implements Answer {
        public Single {
            facts = List.copyOf(facts);
            missing = List.copyOf(missing);
            if (truth == Truth.UNKNOWN == missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "what is unknown, and nothing else, says what is missing; got " + truth);
            }
        }
    }

    /// A condition of parts.
    record Combined(Condition condition, Truth truth, List<Answer> parts) implements Answer {
        public Combined {
            parts = List.copyOf(parts);
        }

        /// The parts without which it would have come to something else: for *all* that is not
        /// met those that are not met, and so on.
        List<Answer> deciding() {
            return switch (condition) {
                case Condition.Not _ -> parts;
                default -> parts.stream().filter(part -> part.truth() == truth).toList();
            };
        }
    }

    /// The single conditions that made it come to this, in the order of the file.
    default List<Single> because() {
        return singles().toList();
    }

    private Stream<Single> singles() {
        return switch (this) {
            case Single single -> Stream.of(single);
            case Combined combined -> combined.deciding().stream().flatMap(Answer::singles);
        };
    }

    /// What to ask before it can be told; empty unless unknown.
    default List<String> missing() {
        return because().stream()
                .flatMap(each -> each.missing().stream())
                .distinct()
                .toList();
    }
}
