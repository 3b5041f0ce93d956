package org.evenkeel.core.condition;

import org.evenkeel.core.history.Adequacy;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.units.Cited;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A condition on what is known of a patient on a day.
///
/// Where a condition has `within`, older facts count as unknown: something may have changed.
public sealed interface Condition {

    /// Every part is met.
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = some("all", parts);
        }
    }

    /// At least one part is met.
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = some("any", parts);
        }
    }

    /// The part is not met.
    record Not(Condition part) implements Condition {}

    /// The age in completed years. Unknown without a day of birth.
    record Age(Comparison is, Cited<Integer> years) implements Condition {}

    /// The latest measurement.
    ///
    /// @param quantity an id of the content, for example `systolic`
    /// @param unit UCUM code of the limit, which is the quantity's
    /// @param within most days since it was measured
    record Quantity(
            String quantity,
            Comparison is,
            Cited<BigDecimal> limit,
            String unit,
            Cited<Integer> within)
            implements Condition {}

    /// The latest total of an instrument, or answer to one of its items.
    ///
    /// @param item number of the item; empty for the total
    /// @param within most days since it was answered
    record Score(
            InstrumentId instrument,
            OptionalInt item,
            Comparison is,
            Cited<Integer> limit,
            Cited<Integer> within)
            implements Condition {}

    /// A question was answered with yes.
    ///
    /// @param question an id of the content, for example `aneurysm`
    /// @param within most days since it was answered; empty for what does not change
    record Finding(String question, Optional<Cited<Integer>> within) implements Condition {}

    /// A diagnosis begins with one of some codes and has all of some specifiers.
    ///
    /// @param codes beginnings of ICD codes, in capitals, such as `F32`
    /// @param specifiers none for any course
    /// @param ever whether one that is over counts as well
    record Diagnosis(Set<String> codes, Set<Specifier> specifiers, boolean ever)
            implements Condition {
        public Diagnosis {
            codes = Set.copyOf(some("codes", List.copyOf(codes)));
            specifiers = Set.copyOf(specifiers);
        }

        /// One that the patient has.
        public Diagnosis(Set<String> codes, Set<Specifier> specifiers) {
            this(codes, specifiers, false);
        }
    }

    /// One of some ingredients is taken, or was until few days ago.
    ///
    /// @param ingredients RxNorm ingredient names, in lower case
    /// @param since most days since it was last taken; 0 for those taken now
    /// @param within most days since the list was known to be whole
    record Medicine(Set<String> ingredients, Cited<Integer> since, Cited<Integer> within)
            implements Condition {
        public Medicine {
            ingredients = Set.copyOf(some("ingredients", List.copyOf(ingredients)));
        }
    }

    /// So many different antidepressants were tried adequately and failed.
    ///
    /// @param adequacy when a trial counts
    /// @param episode whether only those of the present episode count
    record FailedTrials(Cited<Integer> atLeast, boolean episode, Adequacy adequacy)
            implements Condition {}

    /// Another treatment stands so.
    ///
    /// @param treatment an id of the content, for example `ect`
    record OtherTreatment(String treatment, Set<Status> statuses) implements Condition {
        public OtherTreatment {
            statuses = Set.copyOf(some("statuses", List.copyOf(statuses)));
        }
    }

    private static <T> List<T> some(String what, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(what + " must name at least one, got none");
        }
        return List.copyOf(values);
    }
}
