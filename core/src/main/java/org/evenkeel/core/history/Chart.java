package org.evenkeel.core.history;

import org.evenkeel.core.history.Fact.Answered;
import org.evenkeel.core.history.Fact.Diagnosed;
import org.evenkeel.core.history.Fact.Measured;
import org.evenkeel.core.history.Fact.Scored;
import org.evenkeel.core.history.Fact.Taken;
import org.evenkeel.core.history.Fact.Treated;
import org.evenkeel.core.history.Fact.Tried;
import org.evenkeel.core.units.Sex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that is known of one patient, with the day of each fact.
///
/// A list that may be empty is wrapped in [Asked]: no diagnoses because nobody asked is not the
/// same as no diagnoses.
///
/// @param birth day of birth
/// @param sex as formulas of body size know it
/// @param measurements any order
/// @param scores any order
/// @param answers to yes-or-no questions; any order
/// @param diagnoses once they were taken
/// @param medicines once the list was reconciled
/// @param trials of antidepressants, once they were asked for
/// @param treatments other than medicines, each asked for by itself
public record Chart(
        Optional<LocalDate> birth,
        Optional<Sex> sex,
        List<Measured> measurements,
        List<Scored> scores,
        List<Answered> answers,
        Optional<Asked<Diagnosed>> diagnoses,
        Optional<Asked<Taken>> medicines,
        Optional<Asked<Tried>> trials,
        List<Treated> treatments) {

    public Chart {
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
        answers = List.copyOf(answers);
        treatments = List.copyOf(treatments);
    }

    /// A chart of somebody of whom nothing is known.
    public static Chart empty() {
        return new Chart(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// A list and the day on which it was last known to be whole.
    public record Asked<T>(LocalDate on, List<T> entries) {
        /// The day of a list that nobody has looked over: what stands in it is known, what does not
        /// is not.
        private static final LocalDate NEVER = LocalDate.EPOCH;

        public Asked {
            entries = List.copyOf(entries);
        }

        /// Entries of a list that nobody has looked over.
        public static <T> Asked<T> partly(List<T> entries) {
            return new Asked<>(NEVER, entries);
        }

        /// Whether somebody ever looked it over.
        public boolean wasLookedOver() {
            return !on.equals(NEVER);
        }
    }

    /// The latest of some facts up to a day; of two on one day the later in the list.
    public static <T extends Fact> Optional<T> latest(Stream<T> facts, LocalDate day) {
        return facts.filter(fact -> !fact.on().isAfter(day))
                .reduce((one, next) -> next.on().isBefore(one.on()) ? one : next);
    }
}
