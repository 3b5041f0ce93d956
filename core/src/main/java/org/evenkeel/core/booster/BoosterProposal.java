package org.evenkeel.core.booster;

import org.evenkeel.core.safety.Reason;

import java.util.List;

/// What is put to the clinician about the next treatment. It informs; it never orders.
public sealed interface BoosterProposal {

    /// Why, strongest reason first.
    List<Reason> reasons();

    /// A date.
    ///
    /// @param earliest first day the protocol allows, not before tomorrow
    /// @param day the proposed day
    /// @param latest last day the protocol allows, not before `day`
    /// @param unwell probability of being unwell on `day` if no treatment comes before it
    /// @param reasons why this day
    record Book(int earliest, int day, int latest, double unwell, List<Reason> reasons)
            implements BoosterProposal {
        public Book {
            if (earliest > day || day > latest) {
                throw new IllegalArgumentException("a proposal must satisfy earliest <= day <= "
                        + "latest, got " + earliest + ", " + day + ", " + latest);
            }
            reasons = List.copyOf(reasons);
        }

        /// The same date for other reasons.
        Book because(List<Reason> others) {
            return new Book(earliest, day, latest, unwell, others);
        }
    }

    /// No date: something speaks against treating.
    record Withhold(List<Reason> reasons) implements BoosterProposal {
        public Withhold {
            reasons = List.copyOf(reasons);
        }
    }

    /// No date: a question only the clinician can answer.
    record AskClinician(List<Reason> reasons) implements BoosterProposal {
        public AskClinician {
            reasons = List.copyOf(reasons);
        }
    }
}
