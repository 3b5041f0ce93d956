package org.evenkeel.exchange;

import java.util.List;
import java.util.stream.Stream;

/// What came of reading files: all of it, or nothing and the reasons.
public sealed interface Reading {
    /// Everything was read.
    ///
    /// @param cohort the patients
    /// @param notes what was left out or assumed
    record Read(Cohort cohort, List<Note> notes) implements Reading {
        public Read {
            notes = List.copyOf(notes);
        }
    }

    /// Nothing was taken from the files.
    ///
    /// @param problems the first problems, [#SHOWN] at most
    /// @param count how many were found
    /// @param stopped whether reading ended early because there were so many
    record Rejected(List<Problem> problems, int count, boolean stopped) implements Reading {
        /// How many problems are kept.
        public static final int SHOWN = 20;

        public Rejected {
            problems = List.copyOf(problems);
        }

        /// The problems and a last line that counts the rest, for people.
        public List<String> words() {
            int rest = count - problems.size();
            String more = stopped ? " more; reading stopped there" : " more";
            Stream<String> last = rest > 0 ? Stream.of("and " + rest + more) : Stream.empty();
            return Stream.concat(problems.stream().map(Problem::words), last).toList();
        }
    }
}
